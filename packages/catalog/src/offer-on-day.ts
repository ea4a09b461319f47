import type { Day, Terms, Uncertain } from '@simwise/engine';
import { ageTerms, type Growth, growthSince, isAged } from './age.ts';
import type { CompiledCatalog, CompiledOffer, CompiledVersion, RatedOffer } from './compiled.ts';
import { nearestTo } from './nearest.ts';
import { type Tier, tierOf } from './tier.ts';

/** An offer with the version in force on a day, its price widened by age where it is old. */
export type OfferOnDay = {
  readonly facts: CompiledOffer;
  readonly version: CompiledVersion;
  readonly offer: RatedOffer;
  readonly tier: Tier;
  /** Set where an aged price has become a range: by what growth, or null where nothing is known to bound it. */
  readonly estimate?: { readonly growth: Growth | null };
};

export type OfferLookup =
  | { readonly is: 'found'; readonly found: OfferOnDay }
  | { readonly is: 'no-such-offer'; readonly similar: readonly string[] }
  | { readonly is: 'before-first-version'; readonly first: Day };

/** Looks up an offer under its id, with the terms of a day. `payment` picks another way to pay the same thing. */
export function offerOn(catalog: CompiledCatalog, id: string, on: Day, payment?: string): OfferLookup {
  const facts = catalog.offers.find((offer) => offer.id === id);
  if (!facts)
    return {
      is: 'no-such-offer',
      similar: nearestTo(
        id,
        catalog.offers.map((offer) => ({ name: offer.id, id: offer.id })),
      ),
    };
  const version = versionOn(facts, on);
  if (!version) return { is: 'before-first-version', first: facts.versions[0]?.from as Day };
  return { is: 'found', found: withTerms(catalog, { facts, version, on, payment }) };
}

/** An offer in one of its versions, its price as of a day. */
export function withTerms(catalog: CompiledCatalog, dated: Dated): OfferOnDay {
  const { facts, version, on, payment } = dated;
  const isLocal = facts.currency === catalog.country.currency;
  const isOld = isLocal && isAged(version, on);
  const growth = isOld ? growthSince(catalog.entryBasket, version.seen, on) : null;
  const paid = withTax(catalog, withPayment(version, payment), dated);
  const terms = isOld ? ageTerms(paid, growth) : paid;
  const { id, brand, role, currency } = facts;
  return {
    facts,
    version,
    offer: { id, brand, role, currency, terms },
    tier: tierOf(version, on),
    ...(isOld ? { estimate: { growth } } : {}),
  };
}

/** The latest version that began on or before the day. */
export function versionOn({ versions }: CompiledOffer, on: Day): CompiledVersion | undefined {
  return versions.findLast(({ from }) => from === undefined || from <= on);
}

/** Whether something seen for sale then may be for sale on a day: closed offers are not, nor versions followed by others. */
export function mayBeOnSale({ version }: Pick<OfferOnDay, 'version'>): boolean {
  return version.sale !== 'closed';
}

/** `payment` picks another way to pay the same thing. */
type Dated = {
  readonly facts: CompiledOffer;
  readonly version: CompiledVersion;
  readonly on: Day;
  readonly payment?: string | undefined;
};

type PlainTerms = { readonly [K in keyof Terms]: Uncertain<Terms[K]> };

function withPayment({ terms, payments }: CompiledVersion, payment: string | undefined): PlainTerms {
  const plain = terms as PlainTerms;
  const phases = payment === undefined ? undefined : payments?.[payment];
  if (!phases) return plain;
  const [first] = phases as readonly { every: Terms['renews'] }[];
  const isRenewed = first && (plain.renews as Terms['renews']).unit !== 'forever';
  return {
    ...plain,
    fee: { ...(plain.fee as object), phases },
    ...(isRenewed ? { renews: first.every } : {}),
  } as PlainTerms;
}

/** Retail prices are quoted with tax; only a price for companies that does not say may come without it. */
function withTax({ country }: CompiledCatalog, terms: PlainTerms, { facts, version, on }: Dated): PlainTerms {
  const isOpen = version.tax === 'unknown' && facts.eligibility?.includes('corporate') === true;
  if (version.tax !== 'excluded' && !isOpen) return terms;
  const percent = country.tax.findLast(({ from }) => from === null || from <= on)?.percent ?? 0;
  const taxPercent = isOpen ? { recorded: 0, low: 0, high: percent } : percent;
  return { ...terms, fee: { ...(terms.fee as object), taxPercent } as PlainTerms['fee'] };
}
