import type { UnreadableMessages, UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

/** What cannot be read of what a person gave. */
export const unreadableEn: UnreadableMessages = {
  row: ({ line, problem }) => `line ${line}: ${problem}`,
  rowProblems: {
    columns: ({ missing }) => `no column ${missing}; the header is at,kind,to,amount,app`,
    cells: () => 'the cells cannot be told apart; mind commas and quotes, five cells a row',
    kind: ({ text }) => `kind "${text}"; it is voice, sms or data`,
    amount: ({ text, kind }) => `amount "${text}"; it is ${kind}`,
    time: ({ text }) => `at "${text}"; a time of the local clock is written such as 2026-12-01T09:30:00`,
  },
  rowAmounts: {
    voice: 'a whole number of seconds a person can use in a day',
    sms: 'a whole number of messages a person can use in a day',
    data: 'a whole number of bytes a person can use in a day',
  },
  poster: ({ part, problem }) => `"${part}" was not understood: ${problem}`,
  posterProblems: {
    name: () => `a poster has a name and a price, such as "${EXAMPLE}"`,
    price: () => 'the price comes first, such as "4990 KZT/30d" or "4990 KZT/month"',
    item: () => 'items are such as "20GB", "unlimited on-net", "100min national-mobile", "50sms national"',
    currency: ({ currency }) => `all amounts must be in ${currency}, as the price is`,
    destination: ({ known }) => `calls and messages go to ${known} or a country such as CN`,
  },
  tooMuchMoney:
    'The amounts add up to more than can be counted exactly. Ask for fewer days or less use, or check the prices.',
};

export const usageEn: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}: a day is written such as 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}: a whole number is expected, such as ${option} 30`,
  between: ({ option, text, least, most }) => `${option} ${text}: a number from ${least} to ${most} is expected`,
  money: ({ option, text }) => `${option} ${text}: money is written such as 300KZT`,
  time: ({ text }) => `${text}: a time is written such as 2026-12-01 or 2026-12-01T09:30`,
  notWritten: ({ file, problem }) => `${file}: cannot be written (${problem})`,
  noFile: ({ path }) => `${path}: no such file, or it cannot be read`,
  noJson: ({ path, line, column }) =>
    `${path}: not valid JSON, from line ${line}, column ${column} on. Mend it there, or make the file anew.`,
  oneOf: ({ option, text, known }) => `${option} ${text}: it is one of ${known}`,
  calls: ({ text }) => `"${text}": write a destination and a use, such as national-mobile:10min/day`,
  activity: ({ text }) => `--activity ${text}: write an activity and how many hours or times a day, such as video-sd:1`,
  noSchema: ({ name, known }) => `there is no schema "${name}"; there are ${known}`,
  bothSignals: '--worked and --no-signal: say one of them',
  priceWhat: 'price what? Name a plan and its packs with --offer, or a poster with --with',
  offerForm: ({ text }) =>
    `--offer ${text}: write an id, with :payment or @day where needed, such as plan,pack@2026-12-05`,
  offerDay: ({ choice, first, last }) => `--offer ${choice}: the stay is ${first} to ${last}; buy on one of its days`,
  badRows: ({ option, path }) => `${option} ${path}: bad rows`,
  badCatalogue: ({ findings }) =>
    `the catalogue cannot be used:\n${findings}\nMend these places, or give another folder with --catalog.`,
  unforeseen: ({ error }) => `something went wrong that should not: ${error}`,
  keep: {
    addWhat: 'keep what? Name a plan and its packs with --offer ID[:payment][@day],… or an advice with --advice FILE',
    setWhat: 'set what? --balance, --left, --name, --data, --handset or --idle-days',
    noAdvice: ({ file }) => `${file}: not an advice; save one with simwise advise --json > FILE`,
    severalCards: '--balance: these are several cards; say it for each with simwise keep set',
    left: ({ text }) => `--left ${text}: it is written such as 5GB, 100min, 30sms or "plan#1:100min until 2026-12-31"`,
    counter: ({ text }) => `${text}: the counter shows data, such as 12.5GB`,
    mark: ({ text }) => `--mark ${text}: it is balance, nothing, or left:GB, left:MB, left:min, left:sms`,
    importReplaces: 'cards are held already, and an import replaces them: export them first, then add --yes',
    changedMeanwhile: ({ file }) => `${file}: another program has changed it meanwhile. Nothing was saved; try again.`,
    notSaved: ({ file, problem }) => `${file}: cannot be saved (${problem}). What was kept before is unchanged.`,
  },
  forecast: {
    whichCard: 'which card do you hold? Name its plan with --offer',
    whichUse: 'say what you use: --history FILE.csv, or --data 500MB/day',
    whichMonths: 'which months? Name a file of uses with --history FILE.csv',
  },
  grid: {
    data: ({ option, text }) => `${option} ${text}: an amount of data a day is expected, such as 100MB or 4GB`,
    order: ({ from, to }) => `${from} is more than ${to}`,
    cells: ({ most }) => `--columns times --rows: at most ${most} cells`,
  },
  serve: {
    addressTaken: 'another program listens on this address; set PORT or HOST',
    badDatabase: ({ problem }) => `the database of DATABASE_URL cannot be used (${problem})`,
  },
  command: {
    unknownOption: ({ text }) => `there is no option ${text}`,
    unknownCommand: ({ text }) => `there is no command ${text}`,
    missingArgument: ({ text }) => `${text} is missing after the command`,
    missingValue: ({ text }) => `the value of ${text} is missing`,
    excessArguments: 'too many words after the command',
    similar: ({ text }) => `near it: ${text}`,
    help: '"simwise --help" lists the commands, --help after a command its options.',
  },
};
