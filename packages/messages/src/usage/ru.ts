import type { UnreadableMessages, UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

/** What cannot be read of what a person gave. */
export const unreadableRu: UnreadableMessages = {
  row: ({ line, problem }) => `строка ${line}: ${problem}`,
  rowProblems: {
    columns: ({ missing }) => `нет столбца ${missing}; заголовок — at,kind,to,amount,app`,
    cells: () => 'ячейки не удалось разделить; проверьте запятые и кавычки, в строке пять ячеек',
    kind: ({ text }) => `kind «${text}»; возможно voice, sms или data`,
    amount: ({ text, kind }) => `amount «${text}»; нужно ${kind}`,
    time: ({ text }) => `at «${text}»; местное время пишется так: 2026-12-01T09:30:00`,
  },
  rowAmounts: {
    voice: 'целое число секунд, возможное за день',
    sms: 'целое число сообщений, возможное за день',
    data: 'целое число байтов, возможное за день',
  },
  poster: ({ part, problem }) => `Не удалось прочитать «${part}»: ${problem}`,
  posterProblems: {
    name: () => `в объявлении есть название и цена, например «${EXAMPLE}»`,
    price: () => 'сначала идёт цена, например «4990 KZT/30d» или «4990 KZT/month»',
    item: () => 'состав пишется так: «20GB», «unlimited on-net», «100min national-mobile», «50sms national»',
    currency: ({ currency }) => `все суммы должны быть в ${currency}, как и цена`,
    destination: ({ known }) => `направления звонков и сообщений: ${known} или страна, например CN`,
  },
  tooMuchMoney: 'Сумма больше, чем можно точно сосчитать. Задайте меньше дней или меньший расход либо проверьте цены.',
};

export const usageRu: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}: день пишется так: 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}: нужно целое число, например ${option} 30`,
  between: ({ option, text, least, most }) => `${option} ${text}: нужно число от ${least} до ${most}`,
  money: ({ option, text }) => `${option} ${text}: сумма пишется так: 300KZT`,
  time: ({ text }) => `${text}: время пишется так: 2026-12-01 или 2026-12-01T09:30`,
  notWritten: ({ file, problem }) => `${file}: не удаётся записать (${problem})`,
  noFile: ({ path }) => `${path}: такого файла нет, или его нельзя прочитать`,
  noJson: ({ path, line, column }) =>
    `${path}: начиная со строки ${line}, столбца ${column} это не JSON. Исправьте это место или создайте файл заново.`,
  oneOf: ({ option, text, known }) => `${option} ${text}: возможно только ${known}`,
  calls: ({ text }) => `«${text}»: укажите направление и расход, например national-mobile:10min/day`,
  activity: ({ text }) => `--activity ${text}: укажите занятие и сколько часов или раз в день, например video-sd:1`,
  noSchema: ({ name, known }) => `схемы «${name}» нет; есть ${known}`,
  bothSignals: '--worked и --no-signal: укажите что-то одно',
  priceWhat: 'что рассчитать? Укажите тариф и пакеты через --offer или объявление через --with',
  offerForm: ({ text }) =>
    `--offer ${text}: укажите id, при необходимости с :payment или @day, например plan,pack@2026-12-05`,
  offerDay: ({ choice, first, last }) =>
    `--offer ${choice}: период — с ${first} по ${last}; покупка должна приходиться на один из этих дней`,
  badRows: ({ option, path }) => `${option} ${path}: есть строки с ошибками`,
  badCatalogue: ({ findings }) =>
    `каталог использовать нельзя:\n${findings}\nИсправьте эти места или укажите другую папку через --catalog.`,
  unforeseen: ({ error }) => `произошла непредвиденная ошибка: ${error}`,
  keep: {
    addWhat: 'что хранить? Назовите тариф и его пакеты: --offer ID[:payment][@day],… или совет: --advice FILE',
    setWhat: 'что указать? --balance, --left, --name, --data, --handset или --idle-days',
    noAdvice: ({ file }) => `${file}: это не совет; сохраните его: simwise advise --json > FILE`,
    severalCards: '--balance: карт несколько; укажите для каждой через simwise keep set',
    left: ({ text }) => `--left ${text}: пишется так: 5GB, 100min, 30sms или "plan#1:100min until 2026-12-31"`,
    counter: ({ text }) => `${text}: счётчик показывает интернет, например 12.5GB`,
    mark: ({ text }) => `--mark ${text}: это balance, nothing либо left:GB, left:MB, left:min, left:sms`,
    importReplaces: 'карты уже есть, и импорт их заменит: сначала сохраните их через export, потом добавьте --yes',
    changedMeanwhile: ({ file }) =>
      `${file}: тем временем его изменила другая программа. Ничего не сохранено; повторите.`,
    notSaved: ({ file, problem }) => `${file}: не удаётся сохранить (${problem}). Прежнее осталось без изменений.`,
  },
  forecast: {
    whichCard: 'какая у вас карта? Назовите её тариф: --offer',
    whichUse: 'укажите расход: --history FILE.csv или --data 500MB/day',
    whichMonths: 'за какие месяцы? Назовите файл с расходом: --history FILE.csv',
  },
  grid: {
    data: ({ option, text }) => `${option} ${text}: нужен объём в день, например 100MB или 4GB`,
    order: ({ from, to }) => `${from} больше, чем ${to}`,
    cells: ({ most }) => `--columns на --rows: не больше ${most} клеток`,
  },
  serve: {
    addressTaken: 'этот адрес занят другой программой; задайте PORT или HOST',
    badDatabase: ({ problem }) => `база данных из DATABASE_URL недоступна (${problem})`,
  },
  command: {
    unknownOption: ({ text }) => `параметра ${text} нет`,
    unknownCommand: ({ text }) => `команды ${text} нет`,
    missingArgument: ({ text }) => `после команды не хватает: ${text}`,
    missingValue: ({ text }) => `не указано значение параметра ${text}`,
    excessArguments: 'после команды слишком много слов',
    similar: ({ text }) => `похожее: ${text}`,
    help: 'Список команд: «simwise --help»; параметры команды — --help после неё.',
  },
};
