import type { CompiledOffer } from './compiled.ts';

/** Whether an offer may be bought on top of a base plan: one it names, one of a brand it names, else one of its own brand. */
export function fitsPlan({ brand, requires, conflicts = [] }: CompiledOffer, plan: CompiledOffer): boolean {
  if (conflicts.includes(plan.id)) return false;
  if (requires?.offers) return requires.offers.includes(plan.id);
  return requires?.brands ? requires.brands.includes(plan.brand) : brand === plan.brand;
}
