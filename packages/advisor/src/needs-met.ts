import { day, localSecondOf } from '@simwise/engine';
import type { ProofRecord, StayRecord } from './answer-record.ts';
import type { Disagreement } from './disagreement.ts';
import type { ReplayedCard } from './replay-card.ts';

/** Where cards do not give what a stay needs beside its use, or do not go into the phone. */
export function needDisagreements(
  cards: readonly ReplayedCard[],
  { callsOverInternet }: ProofRecord,
  stay: StayRecord,
): Disagreement[] {
  const { needs, device } = stay;
  const excluded = new Set(stay.networks.exclude);
  const hasNumber = cards.some(({ bought }) => bought.some(({ facts }) => facts.number === 'local'));
  const bases = cards.flatMap(({ bought }) => bought.filter(({ facts }) => facts.role === 'base'));
  const named = (
    code: 'no-hotspot' | 'no-esim' | 'network-excluded',
    isBad: (facts: (typeof bases)[number]['facts']) => boolean,
  ) => bases.filter(({ facts }) => isBad(facts)).map(({ facts }) => ({ code, offer: facts.id }));
  const slots = slotsTaken(cards, stay);
  return [
    ...((needs.localNumber || needs.otp) && !hasNumber ? [{ code: 'no-local-number' } as const] : []),
    ...(callsOverInternet && !needs.callsOverInternet ? [{ code: 'calls-not-over-internet' } as const] : []),
    ...(needs.hotspot ? named('no-hotspot', ({ hotspot }) => hotspot === 'forbidden') : []),
    ...(device.esim ? [] : named('no-esim', ({ card }) => card === 'travel-esim')),
    ...named(
      'network-excluded',
      ({ networks = [] }) => networks.length > 0 && networks.every((id) => excluded.has(id)),
    ),
    ...(cards.length > stay.cards ? [{ code: 'too-many-cards', found: cards.length, most: stay.cards } as const] : []),
    ...(slots > device.simSlots ? [{ code: 'too-many-slots', found: slots, most: device.simSlots } as const] : []),
  ];
}

/** The most cards that sit in the phone at once; an eSIM takes no slot, and a card is kept until all of it is given up. */
function slotsTaken(cards: readonly ReplayedCard[], { start, days }: StayRecord): number {
  const end = localSecondOf(day(start + days));
  const held = cards
    .filter(({ main, record }) => main.facts.card !== 'travel-esim' && record.purchases.length > 0)
    .map(({ record: { purchases } }) => ({
      from: Math.min(...purchases.map(({ at }) => at)),
      until: Math.max(...purchases.map(({ until }) => until ?? end)),
    }));
  const together = held.map(({ from: at }) => held.filter(({ from, until }) => from <= at && at < until).length);
  return Math.max(0, ...together);
}
