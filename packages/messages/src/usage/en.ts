import type { UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

export const usageEn: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}: a day is written such as 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}: a whole number is expected, such as ${option} 30`,
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
  badCatalogue: ({ findings }) =>
    `the catalogue cannot be used:\n${findings}\nMend these places, or give another folder with --catalog.`,
  unforeseen: ({ error }) => `something went wrong that should not: ${error}`,
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
