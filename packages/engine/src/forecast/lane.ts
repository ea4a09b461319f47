import type { Allowance } from '../offer.ts';
import type { OfferProgram } from './offer-program.ts';

/**
 * Slots that every offer of a card treats alike, so that their uses may be summed: what serves one serves all until
 * something on the card changes.
 */
export type Lane = { readonly slot: number; readonly slots: readonly number[] };

/** The lanes of a card; null where something depends on the date or on more than the use itself. */
export function lanesOf(programs: readonly OfferProgram[], slots: readonly number[]): Lane[] | null {
  if (!programs.every(isSteady)) return null;
  const lanes = new Map<string, number[]>();
  for (const slot of slots) {
    const key = programs.map((program) => program.treatmentOf(slot)).join('|');
    const lane = lanes.get(key);
    if (lane) lane.push(slot);
    else lanes.set(key, [slot]);
  }
  return [...lanes.values()].map((own) => ({ slot: own[0] as number, slots: own }));
}

function isSteady({ offer: { terms } }: OfferProgram): boolean {
  const scopes = [...terms.allowances, ...terms.rates].map(({ scope }) => scope);
  return scopes.every(({ lastDay }) => lastDay === undefined) && terms.allowances.every(countsEachUse);
}

function countsEachUse({ increment }: Allowance): boolean {
  return increment.per === 'event' || (increment.first === 1 && increment.next === 1);
}
