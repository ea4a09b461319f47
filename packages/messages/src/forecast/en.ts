import type { ForecastMessages } from './messages.ts';

export const en: ForecastMessages = {
  problems: {
    'empty-history': () => 'it holds no use; write at least one row below the header at,kind,to,amount,app',
    'history-in-future': ({ first, count }) =>
      `${count} rows lie after today, the first on ${first}; a history ends today: mend the dates or leave these rows out`,
    'history-in-megabytes': ({ largest }) =>
      `no use of data is larger than ${largest} bytes, so they look like megabytes; amounts of data are in bytes: multiply them by 1048576`,
    'history-too-short': ({ months, first, last }) =>
      `from ${first} to ${last} there are ${months} whole calendar months; a backtest needs two: one to learn from, one to pay`,
  },
  next: {
    usual: ({ volume }) => `Usual use: ${volume} a day`,
    wait: ({ day }) => `Buy nothing today: what is left lasts to ${day}.`,
    buy: ({ offer, days, cost }) => `Buy today: ${offer}, for about ${days} (${cost}).`,
    nothing: 'No pack for this plan is on record: nothing can be advised.',
    guarantee: ({ times }) =>
      `Bought in this way, packs never cost more than ${times} times what somebody who knew the future would pay for the same days.`,
    ifUsual: ({ offer, days }) => `If all ${days} to come are as usual, ${offer} costs least.`,
    ladder: 'Packs compared',
    gap: ({ first, last }) => `From ${first} to ${last} the history holds nothing; these days are left out.`,
  },
  backtest: {
    heading: ['Month', 'Advised', 'Paid', 'Least', 'Regret'],
    sum: 'Sum',
    ranOut: 'ran out',
    hindsight: ({ month, cards }) => `${month}, in hindsight: ${cards}`,
    skipped: ({ months }) => `Without an answer: ${months}`,
  },
};
