import type { WhatIfMessages } from './messages.ts';

export const whatIfEn: WhatIfMessages = {
  heading: 'What would change the answer',
  moreDays: ({ days, choice }) => `From a stay of ${days} on, the best is ${choice}.`,
  fewerDays: ({ days, choice }) => `For a stay of ${days} or fewer, the best is ${choice}.`,
  moreData: ({ data, choice }) => `With ${data} a day or more, the best is ${choice}.`,
  lessData: ({ data, choice }) => `With ${data} a day or less, the best is ${choice}.`,
  noData: ({ choice }) => `Without any data, the best is ${choice}.`,
  nothingServes: 'nothing on record',
  unproven: '(not proven)',
  steady: 'No number of days and no amount of data near yours was found to change it.',
  priceRises: ({ offer, most, now, choice }) =>
    `If the price of ${offer} rose above ${most} (now ${now}), the best would be ${choice}.`,
  priceFalls: ({ offer, most, now }) =>
    `If the price of ${offer} fell below ${most} (now ${now}), it would be part of the best.`,
  decide: 'Not known for sure, and decides most',
  facts: {
    price: ({ offer }) => `The price of ${offer}`,
    oldPrice: ({ offer }) => `The price of ${offer}, seen long ago`,
    rule: ({ offer }) => `A rule of ${offer} that is not on record`,
  },
  assumed: {
    days: 'The number of days, which was assumed (half or twice as many)',
    data: 'The amount of data, which was assumed (half or twice as much)',
    calls: 'The calls, which were assumed (half or twice as many)',
    sms: 'The SMS, which were assumed (half or twice as many)',
    needs: 'Whether a local number is needed, which was assumed',
    device: 'Whether the phone can use eSIM, which was assumed',
  },
  costs: ({ low, high }) => `the cost may lie between ${low} and ${high}`,
  costsAtLeast: ({ low }) => `the cost is at least ${low}, and perhaps nothing serves`,
  makesBest: ({ choice }) => `the best may be ${choice}`,
  map: {
    title: 'Which card is the cheapest',
    days: 'days of stay',
    data: 'data a day',
    none: 'nothing serves',
    found: 'pale or small letter: found, not proven to be the cheapest',
    share: ({ kind, share }) => `${kind}: ${share} of the cells`,
    worked: ({ points, known, of }) => `Points proven: ${points}; cells known for sure: ${known} of ${of}.`,
  },
  curve: {
    title: 'The cost against the days of the stay',
    days: 'days',
    cost: 'cost',
    atMost: '≤: found, but not proven to be the least',
  },
};
