// A catalogue of three offers for the tests of the forecast, and uses of them. Nothing but tests imports it.
import { type Day, day, localSecondOf, type UsageEvent } from '@simwise/engine';
import { aCatalog, anOffer } from '../../catalog/test/tiny-catalog.ts';

export const MB = 2 ** 20;

const once = (amount: string, days: number, data: string) => ({
  fee: [{ amount, every: 'once' }],
  validity: `${days} days`,
  allowances: [{ data }],
  rates: [{ data: 'stop' }],
});

/** A plan at 2000 a month for 6 GB; packs of 100 MB for 100 and of 3 GB for 900; a plan at 3000 for all one likes. */
export const CATALOG = aCatalog([
  anOffer({
    id: 'plan',
    version: {
      fee: [{ amount: '2000 KZT', every: '30 days' }],
      allowances: [{ data: '6 GB' }],
      rates: [{ data: 'stop' }],
      unpaid: 'unknown',
    },
  }),
  anOffer({ id: 'small', role: 'add-on', requires: { offers: ['plan'] }, version: once('100 KZT', 1, '100 MB') }),
  anOffer({ id: 'large', role: 'add-on', requires: { offers: ['plan'] }, version: once('900 KZT', 30, '3 GB') }),
  anOffer({
    id: 'endless',
    brand: 'beta',
    version: {
      fee: [{ amount: '3000 KZT', every: '30 days' }],
      allowances: [{ data: 'unlimited' }],
      unpaid: 'unknown',
    },
  }),
]);

/** A use of so many megabytes each morning, from a day on. */
export function mornings(first: Day, megabytes: readonly number[]): UsageEvent[] {
  return megabytes.map((amount, index) => ({
    at: localSecondOf(day(first + index), 8 * 3600),
    kind: 'data',
    to: 'internet',
    amount: amount * MB,
  }));
}
