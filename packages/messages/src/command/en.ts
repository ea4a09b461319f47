import type { CommandWords } from './messages.ts';

export const commandEn: CommandWords = {
  example: 'This was an example, a stay of a tourist from today.',
  howToAsk:
    'Ask your own: npm start -- advise --days 12 --data 1GB/day --calls national-mobile:10min/day (in a terminal: npm start -- advise)',
  detailsOf: 'Another choice in full: add --choice with its number, or with phone, data or pair.',
  whatIfOf: 'What would change the answer: add --what-if.',
  noAnswer: 'No choice serves every need of this stay.',
  stay: ({ days, first, last, preset }) => `Stay: ${days}, ${first} to ${last} (${preset})`,
  assumed: ({ fields }) => `Assumed, since not said: ${fields}.`,
  none: 'none that serves every need',
  rest: 'All choices',
  onDay: ({ day, offer }) => `${day}: ${offer}`,
  topUps: 'Top-ups needed',
  moneyLeft: 'Money left over',
  sums: 'Sum of the lines',
  noUse: 'none',
  ledger: 'Ledger',
  restsOn: 'Rests on',
  careful: 'Mind',
};
