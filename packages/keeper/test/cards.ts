// Small offers and cards for the keeper's tests, with figures that a sum on paper checks.
import type { CompiledCatalog } from '@simwise/catalog';
import { localSecondOf, parseDay, parseLocal } from '@simwise/engine';
import { aCatalog, anOffer } from '../../catalog/test/tiny-catalog.ts';
import { addCard, findCard, type NewCard, record, type Said } from '../src/changes.ts';
import { type Keeper, type KeptCard, newKeeper } from '../src/keeper-file.ts';

export const GB = 1024 ** 3;
export const MB = 1024 ** 2;

const OFFERS = [
  // 1000 a 30 days for 30 GB and 100 minutes; 3 KZT a MB beyond them, 25 KZT a MB while the fee is missed.
  anOffer({
    id: 'monthly',
    version: {
      fee: [{ amount: '1000 KZT', every: '30 days' }],
      allowances: [
        { data: '30 GB' },
        { voice: '100 min', to: ['national-mobile'] },
        { voice: 'unlimited', to: ['on-net'] },
      ],
      rates: [{ data: '3 KZT per MB' }, { voice: '8 KZT per min', to: ['national'] }],
      unpaid: { do: 'rates', rates: [{ data: '25 KZT per MB' }] },
    },
  }),
  anOffer({
    id: 'gigabyte',
    role: 'add-on',
    codes: { activate: '*100*1#' },
    version: { fee: [{ amount: '200 KZT', every: 'once' }], validity: '7 days', allowances: [{ data: '1 GB' }] },
  }),
  anOffer({
    id: 'ten-gigabytes',
    role: 'add-on',
    version: { fee: [{ amount: '900 KZT', every: 'once' }], validity: '30 days', allowances: [{ data: '10 GB' }] },
  }),
  // When the fee of 1000 is missed, a pack of 150 a day starts by itself.
  anOffer({
    id: 'with-fallback',
    version: {
      fee: [{ amount: '1000 KZT', every: '30 days' }],
      allowances: [{ data: '30 GB' }],
      unpaid: { do: 'pack', pack: { offer: 'day-pack', from: 'at-once' } },
    },
  }),
  anOffer({
    id: 'day-pack',
    role: 'add-on',
    startsByItself: true,
    version: { fee: [{ amount: '150 KZT', every: '1 day' }], allowances: [{ data: '500 MB' }] },
  }),
  // Two months at 500, then 1500.
  anOffer({
    id: 'promo',
    version: {
      fee: [
        { amount: '500 KZT', every: '30 days', times: 2 },
        { amount: '1500 KZT', every: '30 days' },
      ],
    },
  }),
  anOffer({
    id: 'esim',
    brand: 'gamma',
    card: 'travel-esim',
    number: 'none',
    version: { fee: [{ amount: '10.79 USD', every: 'once' }], validity: '15 days', allowances: [{ data: '10 GB' }] },
  }),
  // Each minute is paid; nothing is included.
  anOffer({ id: 'per-minute', version: { fee: 'none', rates: [{ voice: '10 KZT per min', to: ['national'] }] } }),
];

const TEXTS = { zh: '', en: '', ru: '', kk: '' };

/** A phone that is new to the country works for 30 days. */
const HANDSET: CompiledCatalog['formalities'][number] = {
  id: 'handset',
  topic: 'handset',
  when: { localCard: true },
  effect: 'step',
  status: 'in-force',
  confidence: 'high',
  step: { stage: 'after', withinDays: 30 },
  sources: ['test'],
  title: TEXTS,
  text: TEXTS,
};

export const CATALOG: CompiledCatalog = aCatalog(OFFERS, { formalities: [HANDSET] });

export function at(text: string) {
  return parseLocal(text);
}

/** A keeper with one card of an offer that began on a day, and what was said about it, each said at its own time. */
export function keeperOf(offer: string, start: string, said: readonly Said[] = [], more: Partial<NewCard> = {}) {
  const offers = [{ offer, start: localSecondOf(parseDay(start)) }];
  let { keeper } = addCard(newKeeper('test'), CATALOG, { name: 'Mine', offers, ...more });
  for (const each of said) keeper = say(keeper, each);
  return keeper;
}

export function cardOf(...args: Parameters<typeof keeperOf>): KeptCard {
  return findCard(keeperOf(...args));
}

export function say(keeper: Keeper, said: Said): Keeper {
  return record(keeper, findCard(keeper), { said, now: parseLocal(said.at), catalog: CATALOG });
}

export function state(
  when: string,
  balance?: string,
  ...left: readonly { kind: 'data' | 'voice'; units: number }[]
): Said {
  return {
    is: 'state',
    at: when,
    from: 'typed',
    ...(balance === undefined ? {} : { balance }),
    ...(left.length === 0 ? {} : { left: [...left] }),
  };
}

/** A day's use of exactly one gigabyte, told by a usage file: days that do not differ leave nothing open. */
export const STEADY = {
  is: 'usage' as const,
  at: '2026-12-11T00:00:00',
  first: '2026-12-01',
  last: '2026-12-10',
  days: Array.from({ length: 10 }, (_, index) => ({
    day: `2026-12-${String(index + 1).padStart(2, '0')}`,
    kind: 'data' as const,
    units: GB,
  })),
};
