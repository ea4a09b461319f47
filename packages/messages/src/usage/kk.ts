import type { UnreadableMessages, UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

/** What cannot be read of what a person gave. */
export const unreadableKk: UnreadableMessages = {
  row: ({ line, problem }) => `${line}-жол: ${problem}`,
  rowProblems: {
    columns: ({ missing }) => `${missing} бағаны жоқ; тақырып жолы — at,kind,to,amount,app`,
    cells: () => 'ұяшықтарды ажырату мүмкін болмады; үтірлер мен тырнақшаларды тексеріңіз, жолда бес ұяшық болады',
    kind: ({ text }) => `kind «${text}»; мүмкін мәндері — voice, sms немесе data`,
    amount: ({ text, kind }) => `amount «${text}»; мұнда ${kind} керек`,
    time: ({ text }) => `at «${text}»; жергілікті уақыт былай жазылады: 2026-12-01T09:30:00`,
  },
  rowAmounts: {
    voice: 'бір күнде мүмкін болатын секундтардың бүтін саны',
    sms: 'бір күнде мүмкін болатын хабарламалардың бүтін саны',
    data: 'бір күнде мүмкін болатын байттардың бүтін саны',
  },
  poster: ({ part, problem }) => `«${part}» оқылмады: ${problem}`,
  posterProblems: {
    name: () => `хабарландыруда атауы мен бағасы болады, мысалы «${EXAMPLE}»`,
    price: () => 'алдымен баға жазылады, мысалы «4990 KZT/30d» немесе «4990 KZT/month»',
    item: () => 'құрамы былай жазылады: «20GB», «unlimited on-net», «100min national-mobile», «50sms national»',
    currency: ({ currency }) => `барлық сома баға сияқты ${currency} валютасында болуы керек`,
    destination: ({ known }) => `қоңырау мен хабарлама бағыттары: ${known} немесе ел, мысалы CN`,
  },
  tooMuchMoney: 'Сома дәл санауға болатын шектен асады. Күндерді немесе пайдалануды азайтыңыз не бағаларды тексеріңіз.',
};

export const usageKk: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}: күн былай жазылады: 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}: бүтін сан керек, мысалы ${option} 30`,
  between: ({ option, text, least, most }) => `${option} ${text}: ${least} мен ${most} аралығындағы сан керек`,
  money: ({ option, text }) => `${option} ${text}: сома былай жазылады: 300KZT`,
  time: ({ text }) => `${text}: уақыт былай жазылады: 2026-12-01 немесе 2026-12-01T09:30`,
  notWritten: ({ file, problem }) => `${file}: жазылмады (${problem})`,
  noFile: ({ path }) => `${path}: мұндай файл жоқ немесе оны оқу мүмкін емес`,
  noJson: ({ path, line, column }) =>
    `${path}: ${line}-жол, ${column}-бағаннан бастап бұл JSON емес. Сол жерді түзетіңіз немесе файлды қайта жасаңыз.`,
  oneOf: ({ option, text, known }) => `${option} ${text}: мүмкін мәндер: ${known}`,
  calls: ({ text }) => `«${text}»: бағыт пен пайдалануды жазыңыз, мысалы national-mobile:10min/day`,
  activity: ({ text }) =>
    `--activity ${text}: әрекетті және күніне неше сағат немесе неше рет екенін жазыңыз, мысалы video-sd:1`,
  noSchema: ({ name, known }) => `«${name}» схемасы жоқ; барлары: ${known}`,
  bothSignals: '--worked және --no-signal: біреуін ғана көрсетіңіз',
  priceWhat: 'нені есептеу керек? Тариф пен пакеттерді --offer арқылы немесе хабарландыруды --with арқылы көрсетіңіз',
  offerForm: ({ text }) =>
    `--offer ${text}: id жазыңыз, қажет болса :payment немесе @day қосыңыз, мысалы plan,pack@2026-12-05`,
  offerDay: ({ choice, first, last }) =>
    `--offer ${choice}: кезең — ${first} – ${last}; сатып алу осы күндердің біріне түсуі керек`,
  badRows: ({ option, path }) => `${option} ${path}: қате жолдар бар`,
  badCatalogue: ({ findings }) =>
    `каталогты пайдалану мүмкін емес:\n${findings}\nОсы жерлерді түзетіңіз немесе --catalog арқылы басқа қалта көрсетіңіз.`,
  unforeseen: ({ error }) => `күтпеген қате болды: ${error}`,
  keep: {
    addWhat:
      'нені сақтау керек? Тариф пен топтамаларын --offer ID[:payment][@day],… арқылы немесе кеңесті --advice FILE арқылы атаңыз',
    setWhat: 'нені көрсету керек? --balance, --left, --name, --data, --handset немесе --idle-days',
    noAdvice: ({ file }) => `${file}: бұл кеңес емес; былай сақтаңыз: simwise advise --json > FILE`,
    severalCards: '--balance: карта бірнешеу; әрқайсысына simwise keep set арқылы көрсетіңіз',
    left: ({ text }) => `--left ${text}: үлгісі — 5GB, 100min, 30sms немесе "plan#1:100min until 2026-12-31"`,
    counter: ({ text }) => `${text}: санауыш интернетті көрсетеді, мысалы 12.5GB`,
    mark: ({ text }) =>
      `--mark ${text}: мәні — balance, nothing немесе left:GB, left:MB, left:min, left:sms болуы керек`,
    importReplaces: 'карталар бар, импорт оларды ауыстырады: алдымен export арқылы сақтап, сосын --yes қосыңыз',
    changedMeanwhile: ({ file }) =>
      `${file}: осы арада оны басқа бағдарлама өзгертті. Ештеңе сақталмады; қайталап көріңіз.`,
    notSaved: ({ file, problem }) => `${file}: сақталмады (${problem}). Бұрынғысы өзгеріссіз қалды.`,
  },
  forecast: {
    whichCard: 'қолыңызда қандай карта? Тарифін --offer арқылы атаңыз',
    whichUse: 'пайдалануды көрсетіңіз: --history FILE.csv немесе --data 500MB/day',
    whichMonths: 'қай айлар? Пайдалану файлын --history FILE.csv арқылы атаңыз',
  },
  grid: {
    data: ({ option, text }) => `${option} ${text}: күндік көлем керек, мысалы 100MB немесе 4GB`,
    order: ({ from, to }) => `${from} мәні ${to} мәнінен үлкен`,
    cells: ({ most }) => `--columns пен --rows көбейтіндісі: ең көбі ${most} ұяшық`,
  },
  serve: {
    addressTaken: 'бұл мекенжайды басқа бағдарлама алып тұр; PORT немесе HOST көрсетіңіз',
    badDatabase: ({ problem }) => `DATABASE_URL дерекқорын пайдалану мүмкін емес (${problem})`,
  },
  command: {
    unknownOption: ({ text }) => `${text} параметрі жоқ`,
    unknownCommand: ({ text }) => `${text} командасы жоқ`,
    missingArgument: ({ text }) => `командадан кейін мынау жетіспейді: ${text}`,
    missingValue: ({ text }) => `${text} параметрінің мәні көрсетілмеген`,
    excessArguments: 'командадан кейін артық сөздер бар',
    similar: ({ text }) => `ұқсасы: ${text}`,
    help: 'Командалар тізімі: «simwise --help»; команданың параметрлері — одан кейінгі --help.',
  },
};
