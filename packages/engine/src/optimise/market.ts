import type { Allowance, Offer } from '../offer.ts';
import type { UsageEvent } from '../usage.ts';

/**
 * An offer as the optimiser sees it: plain terms, and what decides with what it may be bought. `talk` bases carry calls
 * and messages, `data` bases data only. `weight`: units of the common currency for one of the offer's minor units.
 */
export type MarketOffer = {
  readonly offer: Offer;
  readonly role: 'talk' | 'data' | 'add-on';
  readonly weight: number;
  /** A customer gets it once. */
  readonly isOnce: boolean;
  /** A data card of the same family is topped up instead of bought anew; cards of one family share this name. */
  readonly family: string | null;
  /** Takes a slot for a card in the phone; an eSIM does not. */
  readonly takesSlot: boolean;
  readonly hasLocalNumber: boolean;
  /** For an add-on: the base plans it works on. */
  readonly bases: readonly string[];
  /** Add-ons that are not held beside it on one card; each of two that exclude each other names the other. */
  readonly conflicts: readonly string[];
  /** The destination of each phone number that is called, as seen from the offer's network. */
  readonly numbers: ReadonlyMap<string, string>;
};

/** Uses as a card sees them: to a destination, not to a phone number. */
export function seenFrom({ numbers }: MarketOffer, uses: readonly UsageEvent[]): readonly UsageEvent[] {
  if (numbers.size === 0) return uses;
  return uses.map((use) => ({ ...use, to: numbers.get(use.to) ?? use.to }));
}

/** What a solution may be made of. */
export type Limits = {
  readonly cards: number;
  readonly slots: number;
  readonly allowsEsim: boolean;
  readonly needsLocalNumber: boolean;
  /** `any`, only talk cards, only data cards, or at least one of each. */
  readonly kind: 'any' | 'talk' | 'data' | 'pair';
};

/** Whether an offer is charged again and again for as long as it is held. */
export function recurs({ terms }: Offer): boolean {
  return terms.fee.phases.some(({ times }) => times === null);
}

/** A phone plan, and what of calls and messages is bought for by itself. */
export type TalkOffer = {
  readonly market: MarketOffer;
  /** The add-ons on it that are for kinds of talk which none holds together with data. */
  readonly addOns: readonly MarketOffer[];
  /** The other kinds of talk: what is bought for them depends on what is bought for data. */
  readonly besideData: ReadonlySet<AllowanceKind>;
};

type AllowanceKind = Allowance['kind'];

export function talkOffersOf(market: readonly MarketOffer[]): TalkOffer[] {
  const all = market.filter(({ role }) => role === 'add-on');
  return market
    .filter(({ role }) => role === 'talk')
    .map((phone) => {
      const own = all.filter(({ bases }) => bases.includes(phone.offer.id));
      const [withData = new Set<AllowanceKind>()] = kindsTogether(['data'], own);
      const besideData = new Set<AllowanceKind>([...withData].filter((kind) => kind !== 'data'));
      const addOns = own.filter(
        (addOn) => isForTalkAlone(addOn) && kindsOf(addOn).every((kind) => !besideData.has(kind)),
      );
      return { market: phone, addOns, besideData };
    });
}

/** Kinds, in groups with all that some add-on holds or rates together with them. */
export function kindsTogether(
  kinds: Iterable<AllowanceKind>,
  addOns: readonly MarketOffer[],
): ReadonlySet<AllowanceKind>[] {
  let groups = [...new Set([...kinds, ...addOns.flatMap(kindsOf)])].map((kind) => new Set<AllowanceKind>([kind]));
  for (const addOn of addOns) {
    const own = kindsOf(addOn);
    const linked = groups.filter((group) => own.some((kind) => group.has(kind)));
    groups = [new Set(linked.flatMap((group) => [...group])), ...groups.filter((group) => !linked.includes(group))];
  }
  const asked = new Set(kinds);
  return groups.filter((group) => [...group].some((kind) => asked.has(kind)));
}

/** The kinds of use that an offer holds or rates. */
export function kindsOf({ offer: { terms } }: Pick<MarketOffer, 'offer'>): AllowanceKind[] {
  return [...terms.allowances, ...terms.rates].map(({ kind }) => kind);
}

/** Whether an add-on is for calls and messages, and for no data. */
export function isForTalkAlone(addOn: Pick<MarketOffer, 'offer'>): boolean {
  const kinds = kindsOf(addOn);
  return kinds.length > 0 && !kinds.includes('data');
}

/**
 * What is for sale and searched, in the order of ids, so that the order in which it is given decides nothing. Not searched are
 * offers that act on a card, add-ons that hold money, and those for talk alone that exclude one with data.
 */
export function searchedOf(market: readonly MarketOffer[]): MarketOffer[] {
  const addOns = market.filter(({ role }) => role === 'add-on');
  const withData = new Set(addOns.filter((each) => !isForTalkAlone(each)).map(({ offer }) => offer.id));
  const isSearched = (each: MarketOffer) => {
    if (each.offer.terms.special) return false;
    const excludesData = isForTalkAlone(each) && each.conflicts.some((id) => withData.has(id));
    return each.role !== 'add-on' || !(kindsOf(each).includes('money') || excludesData);
  };
  return market.filter(isSearched).sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
}
