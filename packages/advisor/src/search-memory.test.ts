import { expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../catalog/test/tiny-catalog.ts';
import { advise, adviseInSteps } from './advise.ts';
import { SearchMemory } from './search-memory.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const pack = (id: string, amount: string, data: string) =>
  anOffer({
    id,
    role: 'add-on',
    requires: { offers: ['door'] },
    version: {
      fee: [{ amount, every: 'once' }],
      validity: '7 days',
      allowances: [{ data }],
      rates: [{ data: 'stop' }],
    },
  });
const CATALOG = aCatalog([
  anOffer({ id: 'door', version: { rates: [{ data: 'stop' }] } }),
  pack('cup', '100 KZT', '300 MB'),
  pack('jug', '250 KZT', '1 GB'),
  pack('tank', '900 KZT', '5 GB'),
  anOffer({
    id: 'campus',
    eligibility: ['corporate'],
    hotspot: 'forbidden',
    version: { fee: [{ amount: '10 KZT', every: '30 days' }], allowances: [{ data: 'unlimited' }] },
  }),
  anOffer({
    id: 'abroad',
    card: 'travel-esim',
    number: 'none',
    version: { fee: [{ amount: '20 KZT', every: '30 days' }], allowances: [{ data: '9 GB' }] },
  }),
]);
const OTHER_CATALOG = aCatalog([anOffer({ id: 'door', version: { rates: [{ data: '1 KZT per MB' }] } })]);
const TODAY = d('2026-11-22');

const stayOf = (megabytes: number, days: number, { start = '2026-12-01', ...more }: StayInput = {}) =>
  completeStay(
    CATALOG,
    { preset: 'tourist', start, days, usage: { data: `${megabytes}MB/day`, calls: {}, sms: {} }, ...more },
    TODAY,
  );

test('whatever was asked before, the answer is the same', () => {
  const memory = new SearchMemory();
  const moves = [
    stayOf(100, 10),
    stayOf(150, 10),
    stayOf(900, 10),
    stayOf(900, 11),
    stayOf(100, 11),
    stayOf(100, 11, { start: '2026-12-24' }),
    stayOf(0, 11),
    stayOf(500, 11),
    stayOf(500, 11, { person: { conditions: ['corporate'] } }),
    stayOf(500, 11, { device: { esim: false } }),
    stayOf(500, 11, { needs: { hotspot: true } }),
    stayOf(500, 11),
  ];
  const questions = [CATALOG, OTHER_CATALOG].flatMap((catalog) => moves.map((stay) => ({ catalog, stay })));
  for (const { catalog, stay } of questions) {
    const steps = adviseInSteps(catalog, stay, { memory });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { proofs, ...answer } = step.value;
    const { proofs: newProofs, ...newAnswer } = advise(catalog, stay);
    expect(answer).toEqual(newAnswer);
    expect(Object.values(proofs).map((proof) => proof?.gap)).toEqual(
      Object.values(newProofs).map((proof) => proof?.gap),
    );
  }
});
