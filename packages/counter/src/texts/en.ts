import type { CounterTexts } from './texts.ts';

const span = (one: string, other: string) => (number: number) =>
  number === 1 ? ` a ${one}` : ` for ${number} ${other}`;

export const counterEn: CounterTexts = {
  title: 'Order for a SIM card',
  titleWithoutShop: 'No shop visit needed',
  hello: 'Hello! I would like this SIM card, please.',
  thanks: 'Thank you!',
  tariff: 'Exactly this tariff',
  likeThis: 'A tariff such as this one',
  atLeast: ({ volumes }) => `At least ${volumes}`,
  per: { days: span('day', 'days'), months: span('month', 'months') },
  price: {
    fee: ({ amount, per, seen }) => `On our record: ${amount}${per} (${seen}). What does it cost today?`,
    statistic: ({ amount, per, seen }) =>
      `By official statistics about ${amount}${per} (${seen}). Which tariff comes nearest, and what does it cost?`,
    none: 'On our record it has no recurring fee. Is that so?',
    unknown: 'What does it cost today?',
  },
  undated: 'undated',
  packs: 'With these packs',
  noPacks: 'No other packs',
  later: 'Later I add these myself',
  not: 'Please do not add',
  extras: {
    service: ({ name }) => `paid service: ${name}`,
    credit: ({ name }) => `automatic credit: ${name}`,
    'daily-pack': ({ name }) => `automatic daily pack: ${name}`,
    other: 'any other paid service or subscription',
  },
  offBy: 'off by',
  check: 'Please check this code with me',
  showMe: 'Please show me how to see the balance and what is left',
  help: 'Please help me do this now',
  documents: 'I have with me',
  esim: {
    noShop: 'This eSIM is bought online: you need not go to a shop.',
    buy: ({ seller }) => `Buy it in the app or on the site of ${seller}:`,
    price: ({ amount, per, seen }) => `On our record: ${amount}${per} (${seen}).`,
    noFee: 'On our record it has no recurring fee.',
    priceUnknown: 'Its price is not on record.',
    before: 'Before you pay, check that the country is on its list and what it costs today.',
    install: 'Install the eSIM over Wi-Fi before you travel. Your own SIM stays in the phone for calls and SMS.',
    arrival: 'On arrival use this eSIM for data and switch on data roaming for it. Leave the data of your own SIM off.',
    networks: ({ networks }) => `It uses the networks of ${networks}.`,
    networkUnknown: 'Which network carries it is not known.',
    again: 'Then buy again when it runs out:',
  },
  home: {
    order: ({ seller }) => `Order it with ${seller} before you travel: you need not go to a shop.`,
    arrival: 'On arrival switch on data roaming for this SIM.',
  },
  app: {
    order: ({ app }) => `This SIM is ordered in the app ${app}.`,
    nothingElse: 'Take no other packs and no paid services in the app.',
  },
  copyHint: 'Press and hold a code to copy it.',
  dial: 'dial',
  qr: 'The same order as text',
  command: {
    answerOrFlags: 'Give either --answer with a file or flags of a stay, not both.',
    brokenAnswer: ({ file, problems }) =>
      `${file} is not an answer of "simwise advise --json": ${problems}. Make it anew with: simwise advise --json > answer.json`,
    notJson: ({ line, col }) => `it stops being JSON at line ${line}, column ${col}`,
    notInCatalog: ({ id, similar }) =>
      `"${id}" is not in the catalogue${similar === '' ? '' : `; near it: ${similar}`}`,
    cannotWrite: ({ file }) => `${file} cannot be written: choose another place with --out.`,
    badFormat: ({ format }) => `There is no format "${format}": give --format text, html or svg.`,
    written: ({ file }) => `Written: ${file}`,
  },
};
