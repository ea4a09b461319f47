import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import { rateCard } from '../statement.ts';
import * as cards from './arbitrary-cards.ts';
import { CHECK, START } from './arbitrary-parts.ts';

test('what comes later changes no line of before: a statement of the first days begins that of them all', () => {
  const holds = fc.property(cards.anyCard, cards.uses(), fc.integer({ min: 1, max: 44 }), (card, uses, days) => {
    const cut = localSecondOf(day(START + days));
    const first = rateCard(
      { ...card, period: { start: START, days } },
      uses.filter(({ at }) => at < cut),
    );
    expect(first.lines).toEqual(rateCard(card, uses).lines.filter(({ at }) => at < cut));
  });
  fc.assert(holds, CHECK);
});
