import type { CompiledOffer } from '@simwise/catalog';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../catalog/test/tiny-catalog.ts';
import { findCandidates } from './candidates.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const FEE = [{ amount: '1000 KZT', every: '30 days' }];
const OLD = { seen: { from: '2022', to: '2022', basis: 'as the test says' } };
const UNDATED = { seen: { from: 'unknown', to: 'unknown', basis: 'no date' } };
const STAY: StayInput = { start: '2026-12-01', days: 10 };

/** Ids that take part, and why the others do not. */
function examined(offers: readonly CompiledOffer[], stay: StayInput = {}) {
  const catalog = aCatalog(offers);
  const { bases, addOns, leftOut } = findCandidates(
    catalog,
    completeStay(catalog, { ...STAY, ...stay }, d('2026-11-22')),
  );
  return {
    taken: [...bases, ...addOns].map(({ facts }) => facts.id),
    leftOut: Object.fromEntries(leftOut.map(({ offer, reason }) => [offer, reason])),
  };
}

type Source = Parameters<typeof anOffer>[0];

describe('an offer is left out for the reason that is told', () => {
  test.each<[string, Omit<Source, 'id'>, StayInput, string]>([
    ['it is closed', { version: { fee: FEE, sale: 'closed' } }, {}, 'closed'],
    ['its first version is of a later day', { version: { fee: FEE } }, { start: '2026-09-30' }, 'later-version'],
    ['it is for companies', { eligibility: ['corporate'], version: { fee: FEE } }, {}, 'not-eligible'],
    [
      'it is for those who hold another card',
      { eligibility: [{ customerOf: 'gamma' }], version: { fee: FEE } },
      {},
      'not-eligible',
    ],
    ['its fee is not known', { version: { fee: 'unknown' } }, {}, 'price-unknown'],
    ['it is a pack without fee or rate', { role: 'add-on', version: { fee: 'none' } }, {}, 'price-unknown'],
    ['its price is too old to bound', { version: { ...UNDATED, fee: FEE } }, {}, 'price-too-old'],
    [
      'its currency has no rate',
      { version: { fee: [{ amount: '5 XAU', every: 'once' }], validity: '30 days' } },
      {},
      'no-exchange-rate',
    ],
    [
      'the phone cannot hold it',
      { card: 'travel-esim', version: { fee: FEE } },
      { device: { esim: false } },
      'no-esim',
    ],
    [
      'it forbids what is needed',
      { hotspot: 'forbidden', version: { fee: FEE } },
      { needs: { hotspot: true } },
      'no-hotspot',
    ],
    ['it is a service', { role: 'vas', version: { fee: FEE } }, {}, 'not-a-card'],
    ['it cannot be bought', { role: 'add-on', startsByItself: true, version: { fee: FEE } }, {}, 'not-a-card'],
    ['it lends money', { role: 'add-on', version: { special: { credit: '100 KZT', days: 3 } } }, {}, 'not-a-card'],
  ])('%s', (_what, source, stay, reason) => {
    expect(examined([anOffer({ id: 'x', ...source })], stay)).toEqual({ taken: [], leftOut: { x: reason } });
  });
});

describe('an offer takes part', () => {
  test.each<[string, Omit<Source, 'id'>, StayInput]>([
    ['when nobody knows whether it is sold', { version: { fee: FEE, sale: 'unknown' } }, {}],
    [
      'when what it asks for applies',
      { eligibility: ['corporate'], version: { fee: FEE } },
      { person: { conditions: ['corporate'] } },
    ],
    [
      'when the card it asks for is held',
      { eligibility: [{ customerOf: 'gamma' }], version: { fee: FEE } },
      { person: { customerOf: ['gamma'] } },
    ],
    ['when its old price can be bounded', { version: { ...OLD, fee: FEE } }, {}],
    ['when it costs nothing, however old that is', { version: { ...UNDATED, fee: 'none' } }, {}],
    [
      'when it is in dollars, for which there is a rate',
      { version: { fee: [{ amount: '5 USD', every: 'once' }] } },
      {},
    ],
    [
      'when sharing is not forbidden but not known',
      { hotspot: 'unknown', version: { fee: FEE } },
      { needs: { hotspot: true } },
    ],
  ])('%s', (_what, source, stay) => {
    expect(examined([anOffer({ id: 'x', ...source })], stay)).toEqual({ taken: ['x'], leftOut: {} });
  });
});

describe('the reference card stands in for a local phone card', () => {
  const reference = anOffer({ id: 'reference', reference: true, version: { fee: FEE } });

  test.each<[string, CompiledOffer, boolean]>([
    [
      'not where one has a price of the last twelve months',
      anOffer({ id: 'x', version: { fee: FEE, allowances: [{ data: '1 GB' }] } }),
      false,
    ],
    [
      'where the only one is of 2022',
      anOffer({ id: 'x', version: { ...OLD, fee: FEE, allowances: [{ data: '1 GB' }] } }),
      true,
    ],
    ['where the only recent one states nothing that it sells', anOffer({ id: 'x', version: { fee: 'none' } }), true],
    [
      'where the only recent one is a data card',
      anOffer({ id: 'x', card: 'travel-esim', number: 'none', version: { fee: FEE, allowances: [{ data: '1 GB' }] } }),
      true,
    ],
    [
      'where the only recent one is a card from abroad',
      anOffer({
        id: 'x',
        number: 'home',
        version: { fee: [{ amount: '5 USD', every: '30 days' }], allowances: [{ data: '1 GB' }] },
      }),
      true,
    ],
    [
      'where the only recent one is closed',
      anOffer({ id: 'x', version: { fee: FEE, sale: 'closed', allowances: [{ data: '1 GB' }] } }),
      true,
    ],
  ])('%s', (_what, offer, takesPart) => {
    const { taken, leftOut } = examined([offer, reference]);
    expect(taken.includes('reference')).toBe(takesPart);
    expect(leftOut['reference']).toBe(takesPart ? undefined : 'reference-not-needed');
  });
});
