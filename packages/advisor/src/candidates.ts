import {
  type CompiledCatalog,
  type CompiledOffer,
  type Conversion,
  conversionOn,
  mayBeOnSale,
  type OfferOnDay,
  versionOn,
  withTerms,
} from '@simwise/catalog';
import { AS_RECORDED, type Offer, read } from '@simwise/engine';
import type { CoverageLeftOutReason } from './coverage-advice.ts';
import type { Stay } from './stay.ts';

/** Why an offer does not take part in an advice. */
export type LeftOutReason =
  | 'closed'
  | 'later-version'
  | 'not-eligible'
  | 'price-unknown'
  | 'price-too-old'
  | 'no-exchange-rate'
  | 'no-esim'
  | 'no-hotspot'
  | 'not-a-card'
  | 'reference-not-needed'
  | CoverageLeftOutReason;

export type LeftOut = { readonly offer: string; readonly brand: string; readonly reason: LeftOutReason };

export type Candidate = OfferOnDay & { readonly conversion: Conversion };

export type Candidates = {
  readonly bases: readonly Candidate[];
  readonly addOns: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
};

/** What decides which offers take part, whatever the use and the length of the stay. */
export type BuyersStay = Pick<Stay, 'start' | 'person' | 'device' | 'needs' | 'currency'>;

/**
 * The offers that this person may buy on the first day of the stay, and those left out with the reason. They are in the
 * order of their ids, so that the order of the catalogue decides nothing, not even between offers at the same price.
 */
export function findCandidates(catalog: CompiledCatalog, stay: BuyersStay): Candidates {
  const kept: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const facts of catalog.offers.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const result = examine(catalog, facts, stay);
    if (typeof result === 'string') leftOut.push({ offer: facts.id, brand: facts.brand, reason: result });
    else kept.push(result);
  }
  const hasRecentPhone = kept.some((candidate) => isLocalPhone(candidate) && isRecentPrice(candidate));
  const reference = hasRecentPhone ? kept.filter(({ facts }) => facts.reference) : [];
  leftOut.push(
    ...reference.map(({ facts }) => ({ offer: facts.id, brand: facts.brand, reason: 'reference-not-needed' }) as const),
  );
  const taken = kept.filter((candidate) => !reference.includes(candidate));
  return {
    bases: taken.filter(({ facts }) => facts.role === 'base'),
    addOns: taken.filter(({ facts }) => facts.role === 'add-on' || facts.role === 'app-pass'),
    leftOut,
  };
}

export function isPhone({ facts }: Pick<OfferOnDay, 'facts'>): boolean {
  return facts.card === 'phone' || facts.card === 'hybrid';
}

function isLocalPhone(candidate: OfferOnDay): boolean {
  return isPhone(candidate) && candidate.facts.number === 'local';
}

/** Whether a phone card's price is known for today, so that no statistic has to stand in for it. */
function isRecentPrice({ facts, estimate, offer }: Candidate): boolean {
  const { allowances, rates } = read<Offer>(offer, AS_RECORDED).terms;
  const hasPrice = allowances.length > 0 || rates.some(({ action }) => action.do === 'charge');
  return hasPrice && !facts.reference && !estimate;
}

function examine(catalog: CompiledCatalog, facts: CompiledOffer, stay: BuyersStay): Candidate | LeftOutReason {
  const version = versionOn(facts, stay.start);
  if (!version) return 'later-version';
  if (facts.role === 'vas' || facts.startsByItself) return 'not-a-card';
  if (!mayBeOnSale({ version })) return 'closed';
  const found = withTerms(catalog, { facts, version, on: stay.start });
  const reason = reasonAgainst(found, read<Offer>(found.offer, AS_RECORDED), stay);
  if (reason) return reason;
  const conversion = conversionOn(catalog, facts.currency, stay.currency, stay.start);
  return conversion ? { ...found, conversion } : 'no-exchange-rate';
}

function reasonAgainst(
  { facts, estimate }: OfferOnDay,
  plain: Offer,
  { person, device, needs }: BuyersStay,
): LeftOutReason | undefined {
  if (plain.terms.special) return 'not-a-card';
  if (!isEligible(facts, person)) return 'not-eligible';
  if (facts.card === 'travel-esim' && !device.esim) return 'no-esim';
  if (facts.role === 'base' && needs.hotspot && facts.hotspot === 'forbidden') return 'no-hotspot';
  if (hasUnknownFee(plain)) return 'price-unknown';
  return estimate && estimate.growth === null && costsMoney(plain) ? 'price-too-old' : undefined;
}

function isEligible({ eligibility = [] }: CompiledOffer, person: Stay['person']): boolean {
  return eligibility.every((condition) =>
    typeof condition === 'string'
      ? person.conditions.includes(condition)
      : person.customerOf.includes(condition.customerOf),
  );
}

function hasUnknownFee({ terms, role }: Offer): boolean {
  const isEmptyPlan = role !== 'base' && terms.fee.phases.length === 0 && terms.rates.length === 0;
  return isEmptyPlan || terms.fee.phases.some(({ amount }) => amount === null);
}

function costsMoney({ terms }: Offer): boolean {
  return (
    terms.fee.phases.some(({ amount }) => amount !== 0) || terms.rates.some(({ action }) => action.do === 'charge')
  );
}
