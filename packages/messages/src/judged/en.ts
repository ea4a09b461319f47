import type { JudgedMessages } from './messages.ts';

export const judgedEn: JudgedMessages = {
  regards: { cheapest: 'Cheapest', safest: 'Safest', simplest: 'Simplest' },
  byAssumption: ({ scenarios, stay, day }) =>
    `Nobody knows the use to come. Over ${scenarios} ways it may turn out (an assumption: the average of the stay strays by ${stay}, a day by ${day}):`,
  byHistory: ({ scenarios, days }) =>
    `Nobody knows the use to come. Over ${scenarios} ways it may turn out, drawn from your history (${days}):`,
  acting: 'It is supposed that the next pack is bought when the last one has run out, never before.',
  gap: ({ first, last }) => `From ${first} to ${last} the history holds nothing; these days are left out.`,
  expected: ({ expected, p50, p90 }) =>
    `${expected} on average, half the time at most ${p50}, nine times out of ten at most ${p90}`,
  wins: ({ share }) => `the cheapest in ${share} of cases`,
  runsOut: ({ share }) => `runs out in ${share} of cases`,
  prices: {
    safest: ({ price }) => `certainty costs ${price}`,
    simplest: ({ price }) => `simplicity costs ${price}`,
  },
};
