import { type CompiledCatalog, type CompiledOffer, type Names, type OfferOnDay, offerOn } from '@simwise/catalog';
import { AS_RECORDED, type Day, type Offer, read } from '@simwise/engine';

export type ExtraKind = 'service' | 'credit' | 'daily-pack';

/** Something a seller may add that was not asked for, and the code that takes it off again where one is on record. */
export type Extra = { readonly kind: ExtraKind; readonly names: Names; readonly offCode: string | null };

/** What may be added to a plan unasked: services with a fee that recurs, credit that is taken by itself, daily packs. */
export function extrasOf(catalog: CompiledCatalog, plan: CompiledOffer, on: Day): Extra[] {
  const fallback = fallbackOf(catalog, plan, on);
  const extras = catalog.offers.flatMap((facts): Extra[] => {
    if (!concerns(facts, plan)) return [];
    const lookup = offerOn(catalog, facts.id, on);
    if (lookup.is !== 'found' || lookup.found.version.sale === 'closed') return [];
    const kind = kindOf(lookup.found, plan, fallback);
    const code = facts.codes?.['deactivate'];
    return kind ? [{ kind, names: facts.names, offCode: code?.startsWith('*') ? code : null }] : [];
  });
  return drawTogether(extras);
}

function fallbackOf(catalog: CompiledCatalog, plan: CompiledOffer, on: Day): string | undefined {
  const lookup = offerOn(catalog, plan.id, on);
  return lookup.is === 'found' ? read<Offer>(lookup.found.offer, AS_RECORDED).terms.unpaid?.pack?.offer : undefined;
}

/** Offers of the brand for everybody; what is for companies or other people is not offered at a counter. */
function concerns({ brand, id, role, requires, eligibility = [] }: CompiledOffer, plan: CompiledOffer): boolean {
  const isOfBrand = requires?.brands?.includes(plan.brand) ?? brand === plan.brand;
  const isForAll = eligibility.every((condition) => condition === 'existing-customer' || condition === 'new-customer');
  return isOfBrand && isForAll && role !== 'base' && id !== plan.id;
}

function kindOf({ facts, offer }: OfferOnDay, plan: CompiledOffer, fallback: string | undefined): ExtraKind | null {
  const { special, allowances, fee } = read<Offer>(offer, AS_RECORDED).terms;
  if (facts.startsByItself) {
    return facts.id === fallback || facts.requires?.offers?.includes(plan.id) ? 'daily-pack' : null;
  }
  const isByItself = special?.is === 'credit' && special.startsAt !== undefined;
  const isLentData = special?.is === 'pay-later' && allowances.some(({ rebuyAt }) => rebuyAt !== undefined);
  if (isByItself || isLentData) return 'credit';
  const recurs = fee.phases.some(({ amount, times }) => times === null && amount !== 0);
  return facts.role === 'vas' && recurs ? 'service' : null;
}

/** Sizes of one thing are told once: "BeeTV, TV100" and "BeeTV, ivi" as BeeTV, "Auto Extra MB 1GB" as Auto Extra MB. */
function drawTogether(extras: readonly Extra[]): Extra[] {
  const groups = new Map<string, Extra>();
  for (const extra of extras) {
    const names = Object.fromEntries(Object.entries(extra.names).map(([language, name]) => [language, stemOf(name)]));
    const key = `${extra.kind} ${Object.values(names).join(' ')}`;
    const known = groups.get(key);
    const offCode = known && known.offCode !== extra.offCode ? null : extra.offCode;
    groups.set(key, { ...extra, names, offCode });
  }
  return [...groups.values()];
}

function stemOf(name: string): string {
  return name.split(', ')[0]?.replace(/ \d+(?:[.,]\d+)? ?(?:MB|GB|МБ|ГБ)$/u, '') as string;
}
