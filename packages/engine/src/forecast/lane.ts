import type { Allowance } from '../offer.ts';
import type { OfferProgram } from './offer-program.ts';

/**
 * Slots that go to the same cards and that every offer of these treats alike, so that their uses may be summed: what serves
 * one serves all until something on the cards changes.
 */
export type Lane = { readonly slot: number; readonly slots: readonly number[]; readonly carriers: readonly number[] };

/** What is on each card. */
type CardPrograms = readonly { readonly programs: readonly OfferProgram[] }[];

/**
 * The lanes of slots on cards; null where something depends on the date or on more than the use itself.
 * @param carriers by slot, the cards that it goes to, in their order.
 */
export function lanesOf(
  cards: CardPrograms,
  slots: readonly number[],
  carriers: readonly (readonly number[])[],
): Lane[] | null {
  const lanes = new Map<string, Lane & { readonly slots: number[] }>();
  for (const slot of slots) {
    const own = carriers[slot] as readonly number[];
    const programs = own.flatMap((card) => cards[card]?.programs ?? []);
    if (!programs.every(isSteady)) return null;
    const key = [own.join(), ...programs.map((program) => program.treatmentOf(slot))].join('|');
    const lane = lanes.get(key) ?? { slot, slots: [], carriers: own };
    lane.slots.push(slot);
    lanes.set(key, lane);
  }
  return [...lanes.values()];
}

function isSteady({ offer: { terms } }: OfferProgram): boolean {
  const scopes = [...terms.allowances, ...terms.rates].map(({ scope }) => scope);
  return scopes.every(({ lastDay }) => lastDay === undefined) && terms.allowances.every(countsEachUse);
}

function countsEachUse({ increment }: Allowance): boolean {
  return increment.per === 'event' || (increment.first === 1 && increment.next === 1);
}
