import { completeStay, nextPack } from '@simwise/advisor';
import { dayOf, parseDay } from '@simwise/engine';
import { forecastCard } from '@simwise/keeper';
import { expect, test } from 'vitest';
import { at, CATALOG, cardOf, MB, state } from '../../keeper/test/cards.ts';

const NOW = '2026-12-14T00:00:00';
/** The plan began on the first: its 30 GB come back on the thirty-first. */
const DAYS_LEFT = 17;

/** What the keeper does about data that has run out, of a card that has used so much on each of ten days. */
function keptAction(megabytes: number) {
  const days = Array.from({ length: 10 }, (_, index) => ({
    day: `2026-12-${String(index + 4).padStart(2, '0')}`,
    kind: 'data' as const,
    units: megabytes * MB,
  }));
  const used = { is: 'usage', at: NOW, first: '2026-12-04', last: '2026-12-13', days } as const;
  const card = cardOf('monthly', '2026-12-01', [used, state(NOW, undefined, { kind: 'data', units: 0 })]);
  const out = forecastCard(CATALOG, card, { now: at(NOW) }).foreseen.find(({ code }) => code === 'runs-out');
  return out?.action;
}

/** What `simwise next` says for the same plan, use and days. */
function nextFor(megabytes: number) {
  const stay = completeStay(
    CATALOG,
    { days: DAYS_LEFT, usage: { data: `${megabytes}MB/day` } },
    parseDay('2026-12-14'),
  );
  return nextPack(CATALOG, { offer: 'monthly', stay, left: { bytes: 0, until: dayOf(at(NOW)) }, history: null });
}

test.each([
  // 17 days of 1 GB: two of 10 GB for 900, or seventeen of 1 GB for 200.
  [1024, 'ten-gigabytes', 2, 1_800_00],
  // 17 days of 300 MB are 4.98 GB: one of 10 GB for 900, or five of 1 GB for 200.
  [300, 'ten-gigabytes', 1, 900_00],
  // 17 days of 100 MB are 1.7 GB: two of 1 GB for 7 days each last 14 days only, three all 17.
  [100, 'gigabyte', 3, 600_00],
] as const)(
  '%d MB a day: the keeper buys the pack that next calls the cheapest over the days left',
  (megabytes, offer, times, cost) => {
    expect(keptAction(megabytes)).toMatchObject({ do: 'buy', offer, times, cost });
    expect(nextFor(megabytes).usual?.id).toBe(offer);
  },
);
