import { type Money, money } from '@simwise/engine';
import type { CoverageFacts, Place } from '@simwise/places';
import { expect, it } from 'vitest';
import { builtCatalog } from '../../../advisor/test/people.ts';
import { MESSAGES } from '../all-languages.ts';
import { CoverageWording } from './coverage-wording.ts';

const SATY = { id: '194461100', names: { en: 'Saty' } } as Place;

/** A second card is told by its places, its network and its price alone. */
const FACTS = { coverage: { sources: {} } } as unknown as CoverageFacts;

function toldOf(high: Money | null): string {
  const total = { amount: money(50_000), low: money(50_000), high };
  const card = { places: [SATY], days: 2, offers: ['a-plan'], network: 'beeline', total, currency: 'KZT' };
  const wording = new CoverageWording(MESSAGES.en, 'en', builtCatalog());
  return wording.warning({ code: 'second-card', evidence: 'good', ...card }, FACTS, (id) => id);
}

it.each([
  ['one price', money(50_000), ': a-plan, ₸500.00 more.'],
  ['a range', money(90_000), ': a-plan, ₸500.00 to ₸900.00 more.'],
  ['a price of which only the least is known', null, ': a-plan, at least ₸500.00 more.'],
])('a second card has %s', (_, high, told) => {
  expect(toldOf(high)).toContain(told);
});
