import { formatDay, formatLocal } from '@simwise/engine';
import { describe, expect, it } from 'vitest';
import { at, CATALOG, cardOf, GB, MB, STEADY, state } from '../test/cards.ts';
import { forecastCard } from './foresee.ts';
import type { Foreseen } from './foreseen.ts';
import type { KeptCard } from './keeper-file.ts';

function foresee(card: KeptCard, now: string) {
  return forecastCard(CATALOG, card, { now: at(now) }).foreseen;
}

type Of<C extends Foreseen['code']> = Extract<Foreseen, { code: C }>;

function only<C extends Foreseen['code']>(foreseen: readonly Foreseen[], code: C): Of<C> {
  const found = foreseen.filter((each): each is Of<C> => each.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Of<C>;
}

const NOW = '2026-12-11T00:00:00';

describe('what is foreseen', () => {
  it('the next fee, what is missing for it, and what the offer does without it', () => {
    const card = cardOf('monthly', '2026-12-01', [STEADY, state(NOW, '700.00 KZT', { kind: 'data', units: 20 * GB })]);
    const charge = only(foresee(card, NOW), 'charge');
    expect(formatLocal(charge.at)).toBe('2026-12-31T00:00:00');
    expect(charge).toMatchObject({
      key: 'charge.monthly.2',
      offer: 'monthly',
      amount: { amount: 1000_00, low: 1000_00, high: 1000_00 },
      need: { low: 300_00, high: 300_00 },
      stops: true,
      // 30 days of 1024 MB at 25 KZT.
      fallback: { do: 'rates', days: 30, cost: { amount: 30 * 1024 * 25_00 } },
      // 300 on top serve 30 days for 1000; without it the unpaid rates take all and then refuse.
      action: { do: 'top-up', topUp: 300_00, cost: 1000_00, saves: true },
    });
  });

  it('that nothing need be done where nothing is used', () => {
    const card = cardOf('monthly', '2026-12-01', [state(NOW, '700.00 KZT')]);
    expect(only(foresee(card, NOW), 'charge').action).toMatchObject({ do: 'nothing', topUp: 0, cost: 0, saves: true });
  });

  it('a fee that the money meets, without anything to do', () => {
    const card = cardOf('monthly', '2026-12-01', [state(NOW, '1500.00 KZT')]);
    expect(only(foresee(card, NOW), 'charge')).toMatchObject({ need: { low: 0, high: 0 }, stops: false, action: null });
  });

  it('a fee with no word on the money, where no balance is known', () => {
    expect(only(foresee(cardOf('monthly', '2026-12-01'), NOW), 'charge')).toMatchObject({ need: null, stops: false });
  });

  it('the pack that starts by itself when the fee is missed', () => {
    const card = cardOf('with-fallback', '2026-12-01', [state(NOW, '100.00 KZT')]);
    // 150 on each of 30 days.
    expect(only(foresee(card, NOW), 'charge').fallback).toEqual({
      do: 'pack',
      pack: 'day-pack',
      days: 30,
      cost: { amount: 30 * 150_00, low: 30 * 150_00, high: 30 * 150_00 },
    });
  });

  it('the day the data runs out, and the cheapest packs until it is granted anew', () => {
    const card = cardOf('monthly', '2026-12-01', [STEADY, state(NOW, undefined, { kind: 'data', units: 3 * GB })]);
    const out = only(foresee(card, NOW), 'runs-out');
    expect(formatDay(out.days.p50 ?? (0 as never))).toBe('2026-12-14');
    // The 14th to the 30th take 17 GB: twice 10 GB for 900, or 17 times 200, or 17 × 1024 × 3 KZT.
    expect(out.action).toMatchObject({
      do: 'buy',
      offer: 'ten-gigabytes',
      times: 2,
      cost: 1800_00,
      topUp: null,
      saves: true,
    });
    expect(formatDay(out.action?.on ?? (0 as never))).toBe('2026-12-14');
  });

  it('the code to dial for a pack', () => {
    const said = [STEADY, state('2026-12-30T00:00:00', '5000.00 KZT', { kind: 'data', units: 100 * MB })];
    const out = only(foresee(cardOf('monthly', '2026-12-01', said), '2026-12-30T00:00:00'), 'runs-out');
    // 924 MB of that one day at 3 KZT are 2772; a gigabyte for 200 is enough.
    expect(out.action).toMatchObject({ do: 'buy', offer: 'gigabyte', code: '*100*1#', cost: 200_00, topUp: 0 });
  });

  it('the end of a promotional price', () => {
    const step = only(foresee(cardOf('promo', '2026-12-01'), NOW), 'price-steps');
    expect(step).toMatchObject({ before: 500_00, after: 1500_00 });
    // 1 December and 60 days.
    expect(formatLocal(step.at)).toBe('2027-01-30T00:00:00');
  });

  it('the end of what was bought once, with what is left of it', () => {
    const end = only(foresee(cardOf('esim', '2026-12-01'), '2026-12-02T00:00:00'), 'ends');
    expect(formatLocal(end.at)).toBe('2026-12-16T00:00:00');
    expect(end).toMatchObject({ stops: true, left: [{ kind: 'data', units: 10 * GB }] });
  });

  it('the handset window and a number that lies idle', () => {
    const card: KeptCard = { ...cardOf('monthly', '2026-12-01'), handsetSince: '2026-12-05', idleDays: 90 };
    const foreseen = foresee(card, NOW);
    expect(formatLocal(only(foreseen, 'handset').at)).toBe('2027-01-04T00:00:00');
    expect(formatLocal(only(foreseen, 'idle').at)).toBe('2027-03-01T00:00:00');
  });

  it('an offer that has left the catalogue, and one that it tells otherwise', () => {
    const card = cardOf('monthly', '2026-12-01', [state(NOW, '700.00 KZT')]);
    const without = { ...CATALOG, offers: CATALOG.offers.filter(({ id }) => id !== 'monthly') };
    const gone = forecastCard(without, card, { now: at(NOW) });
    expect(gone.outlook).toBeNull();
    expect(gone.foreseen.map(({ code }) => code)).toEqual(['offer-gone']);
    const changed = { ...card, offers: card.offers.map((offer) => ({ ...offer, terms: 'others' })) };
    expect(foresee(changed, NOW).map(({ code }) => code)).toContain('offer-changed');
    expect(foresee(card, NOW).map(({ code }) => code)).not.toContain('offer-changed');
  });
});
