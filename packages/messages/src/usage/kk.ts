import type { UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

export const usageKk: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}: күн былай жазылады: 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}: бүтін сан керек, мысалы ${option} 30`,
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
    `--offer ${choice}: кезең – ${first} – ${last}; сатып алу осы күндердің біріне түсуі керек`,
  badRows: ({ option, path }) => `${option} ${path}: қате жолдар бар`,
  row: ({ line, problem }) => `${line}-жол: ${problem}`,
  rowProblems: {
    columns: ({ missing }) => `${missing} бағаны жоқ; тақырып жолы – at,kind,to,amount,app`,
    cells: () => 'ұяшықтарды ажырату мүмкін болмады; үтірлер мен тырнақшаларды тексеріңіз, жолда бес ұяшық болады',
    kind: ({ text }) => `kind «${text}»; мүмкін мәндері – voice, sms немесе data`,
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
  badCatalogue: ({ findings }) =>
    `каталогты пайдалану мүмкін емес:\n${findings}\nОсы жерлерді түзетіңіз немесе --catalog арқылы басқа қалта көрсетіңіз.`,
  unforeseen: ({ error }) => `күтпеген қате болды: ${error}`,
  command: {
    unknownOption: ({ text }) => `${text} параметрі жоқ`,
    unknownCommand: ({ text }) => `${text} командасы жоқ`,
    missingArgument: ({ text }) => `командадан кейін мынау жетіспейді: ${text}`,
    missingValue: ({ text }) => `${text} параметрінің мәні көрсетілмеген`,
    excessArguments: 'командадан кейін артық сөздер бар',
    similar: ({ text }) => `ұқсасы: ${text}`,
    help: 'Командалар тізімі: «simwise --help»; команданың параметрлері – одан кейінгі --help.',
  },
};
