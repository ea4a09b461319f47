import type { CompiledCatalog, OfferOnDay } from '@simwise/catalog';
import { conversionOn, convert } from '@simwise/catalog';
import { type Day, dayOf, type Money, type MoneyRange } from '@simwise/engine';
import type { RouteCoverage } from '@simwise/places';
import { type Candidate, findCandidates, isPhone, type LeftOut } from './candidates.ts';
import { middleOf, type RatedCard, rateCardPlan, type Unserved } from './card-plan.ts';
import { type ChoiceFormalities, type FormalityWarning, withFormalities } from './choice-formalities.ts';
import { type CoverageWarning, withCoverage, withoutShutOut } from './coverage-advice.ts';
import { noRate } from './price.ts';
import { type FoundCards, searchCards } from './search.ts';
import type { Stay } from './stay.ts';

/** An answer: what was compared, the best of each kind, and all choices in the order of their cost. */
export type Advice = {
  readonly stay: Stay;
  readonly compared: Compared;
  readonly best: {
    readonly overall: Choice | null;
    readonly phone: Choice | null;
    readonly data: Choice | null;
    readonly pair: Choice | null;
  };
  readonly choices: readonly Choice[];
  /** What is known of the networks on the route; null where no places were named. */
  readonly route: RouteCoverage | null;
};

export type Compared = {
  readonly offers: number;
  readonly sellers: readonly string[];
  readonly choices: number;
  readonly leftOut: readonly LeftOut[];
};

export type ChoiceKind = 'phone' | 'data' | 'pair';

const CHOICE_KINDS: readonly ChoiceKind[] = ['phone', 'data', 'pair'];

export type Choice = ChoiceFormalities & {
  readonly kind: ChoiceKind;
  readonly cards: readonly RatedCard[];
  /** In the currency of the stay. */
  readonly total: MoneyRange;
  /** Whether every need is met; a choice that does not is listed last and says what is missing. */
  readonly serves: boolean;
  readonly unserved: readonly Unserved[];
  readonly callsOverInternet: boolean;
  /** Place in the ranking, from 1; choices whose ranges overlap with the first of a group share its tie number. */
  readonly rank: number;
  readonly tie: number;
  readonly value: Value;
  readonly breaks: readonly Break[];
  readonly reasons: readonly Reasons[];
  readonly warnings: readonly Warning[];
};

/** Cost for a gigabyte of the data asked for, and for a day, in minor units of the stay's currency, by the middle of the range. */
export type Value = { readonly perGigabyte: number | null; readonly perDay: number };

/** What would break a choice: more data a day than this, or a stay beyond this day. */
export type Break =
  | { readonly code: 'data-above'; readonly bytesPerDay: number }
  | { readonly code: 'valid-until'; readonly day: Day; readonly offer: string };

/** Why a choice stands where it does, in two sentences. */
export type Reasons =
  | { readonly code: 'cheapest'; readonly by: Money | null }
  | { readonly code: 'tied'; readonly with: number }
  | { readonly code: 'dearer'; readonly by: Money }
  | { readonly code: 'unserved' }
  | { readonly code: 'made-of'; readonly offer: string; readonly share: number }
  | { readonly code: 'free' };

export type Warning =
  | { readonly code: 'unserved'; readonly unserved: Unserved }
  | { readonly code: 'estimate'; readonly offer: string }
  | { readonly code: 'reference'; readonly offer: string }
  | { readonly code: 'old'; readonly offer: string; readonly seen: readonly [Day, Day] | null }
  | { readonly code: 'fair-use'; readonly offer: string }
  | { readonly code: 'no-local-number' }
  | { readonly code: 'no-code-messages' }
  | { readonly code: 'hotspot-unknown'; readonly offer: string }
  | { readonly code: 'network-unknown'; readonly offer: string }
  | { readonly code: 'too-many-sims' }
  | { readonly code: 'open-range' }
  | { readonly code: 'calls-over-internet' }
  | { readonly code: 'old-rate'; readonly from: string; readonly day: Day }
  | FormalityWarning
  | CoverageWarning;

const GIGABYTE = 2 ** 30;

/**
 * The answer for a stay. Same catalogue, stay and evidence of the route, same answer; nothing else enters. @throws
 * CannotDo when no rate of exchange leads to the currency of the stay.
 */
export function advise(catalog: CompiledCatalog, stay: Stay, route: RouteCoverage | null = null): Advice {
  const { currency } = catalog.country;
  if (!conversionOn(catalog, currency, stay.currency, stay.start)) throw noRate(catalog, currency, stay.currency);
  const candidates = withoutShutOut(findCandidates(catalog, stay), stay, route);
  const drafts = searchCards(catalog, candidates, stay).map((found) => draftOf(found, stay));
  const rated = rateThoroughly(catalog, withoutWorse(drafts), stay);
  const judged = rated.map((draft) => withFormalities(catalog, draft, { stay, route }));
  const ranked = withCoverage(rankDrafts(judged, stay), { catalog, stay, candidates, route });
  const taking = [...candidates.bases, ...candidates.addOns];
  const bestOf = (isIt: (choice: Choice) => boolean) => ranked.find((choice) => choice.serves && isIt(choice)) ?? null;
  return {
    stay,
    compared: {
      offers: taking.length,
      sellers: [...new Set(taking.map(({ facts }) => facts.brand))].sort(),
      choices: drafts.length,
      leftOut: candidates.leftOut,
    },
    best: {
      overall: bestOf(() => true),
      phone: bestOf(({ kind }) => kind === 'phone'),
      data: bestOf(({ kind }) => kind === 'data') ?? ranked.find(({ kind }) => kind === 'data') ?? null,
      pair: bestOf(({ kind }) => kind === 'pair'),
    },
    choices: ranked,
    route,
  };
}

/** How many of the leading choices of each kind are rated under every reading of their facts, and listed. */
const LISTED = 20;

function rateThoroughly({ country }: CompiledCatalog, drafts: readonly RatedDraft[], stay: Stay): RatedDraft[] {
  const period = { start: stay.start, days: stay.days, local: country.offsets };
  const sorted = [...drafts].sort(compareDrafts);
  const leading = CHOICE_KINDS.flatMap((kind) => sorted.filter((draft) => draft.kind === kind).slice(0, LISTED));
  return leading.map(({ cards, callsOverInternet }) => {
    const rated = cards.map((card) => rateCardPlan(card, period));
    return draftOf({ cards: rated, callsOverInternet }, stay);
  });
}

type Draft = Omit<Choice, 'rank' | 'tie' | 'reasons'>;
type RatedDraft = Omit<Draft, keyof ChoiceFormalities>;

function draftOf({ cards, callsOverInternet }: FoundCards, stay: Stay): RatedDraft {
  const kind: ChoiceKind = cards.length > 1 ? 'pair' : isPhone(mainOffer(cards[0] as RatedCard)) ? 'phone' : 'data';
  const total = totalOf(cards);
  const unserved = cards
    .flatMap((card) => card.unserved)
    .filter(({ how }) => how !== 'throttled' || !stay.needs.throttleAccepted);
  const warnings = warningsOf({ cards, total, callsOverInternet, unserved }, stay);
  const serves = warnings.every(({ code }) => !BREAKING.has(code));
  const value = worthOf(total, stay);
  return { kind, cards, total, serves, unserved, callsOverInternet, value, breaks: breaksOf(cards, stay), warnings };
}

const BREAKING: ReadonlySet<Warning['code']> = new Set([
  'unserved',
  'no-local-number',
  'no-code-messages',
  'too-many-sims',
  'open-range',
]);

export function mainOffer({ offers }: RatedCard): Candidate {
  return offers[0] as Candidate;
}

/** The totals of all cards in the currency of the stay. */
function totalOf(cards: readonly RatedCard[]): MoneyRange {
  const ranges = cards.map((card) => {
    const { range } = card.statement;
    const { conversion } = mainOffer(card);
    const high = range.high === null ? null : convert(range.high, conversion);
    return { amount: convert(range.amount, conversion), low: convert(range.low, conversion), high };
  });
  const sum = (pick: (range: MoneyRange) => number) => ranges.reduce((total, range) => total + pick(range), 0) as Money;
  const isOpen = ranges.some(({ high }) => high === null);
  return {
    amount: sum(({ amount }) => amount),
    low: sum(({ low }) => low),
    high: isOpen ? null : sum(({ high }) => high ?? 0),
  };
}

function worthOf(total: MoneyRange, { profile, days }: Stay): Value {
  const bytes = profile.reduce(
    (sum, { kind, perDay }) => (kind === 'data' ? sum + (perDay.num / perDay.den) * days : sum),
    0,
  );
  const middle = middleOf(total);
  return { perGigabyte: bytes === 0 ? null : middle / (bytes / GIGABYTE), perDay: middle / days };
}

// --- warnings and breaks ---------------------------------------------------------------------------------------------

type Facts = {
  cards: readonly RatedCard[];
  total: MoneyRange;
  callsOverInternet: boolean;
  unserved: readonly Unserved[];
};

function warningsOf({ cards, total, callsOverInternet, unserved }: Facts, stay: Stay): Warning[] {
  const offers = cards.flatMap((card) => card.offers);
  const hasLocalNumber = offers.some(({ facts }) => facts.number === 'local');
  return [
    ...unserved.map((each) => ({ code: 'unserved', unserved: each }) as const),
    ...(stay.needs.localNumber && !hasLocalNumber ? [{ code: 'no-local-number' } as const] : []),
    ...(stay.needs.otp && !hasLocalNumber ? [{ code: 'no-code-messages' } as const] : []),
    ...(needsMoreSims(cards, stay) ? [{ code: 'too-many-sims' } as const] : []),
    ...(total.high === null ? [{ code: 'open-range' } as const] : []),
    ...offers.flatMap((offer) => offerWarnings(offer, stay)),
    ...(callsOverInternet ? [{ code: 'calls-over-internet' } as const] : []),
    ...rateWarnings(offers, stay),
  ];
}

/** A local card takes a slot; travel eSIMs need none, but a phone that can hold them. */
function needsMoreSims(cards: readonly RatedCard[], { device }: Stay): boolean {
  const physical = cards.filter((card) => mainOffer(card).facts.card !== 'travel-esim').length;
  return physical > device.simSlots;
}

function offerWarnings({ facts, version, estimate, offer }: OfferOnDay, { needs }: Stay): Warning[] {
  const { id } = facts;
  const isBase = facts.role === 'base';
  return [
    ...(facts.reference ? [{ code: 'reference', offer: id } as const] : []),
    ...(estimate ? [{ code: 'estimate', offer: id } as const] : []),
    ...(!estimate && !facts.reference ? [{ code: 'old', offer: id, seen: version.seen ?? null } as const] : []),
    ...(hasFairUse(offer) ? [{ code: 'fair-use', offer: id } as const] : []),
    ...(isBase && needs.hotspot && facts.hotspot !== 'allowed'
      ? [{ code: 'hotspot-unknown', offer: id } as const]
      : []),
    ...(isBase && facts.networks === undefined ? [{ code: 'network-unknown', offer: id } as const] : []),
  ];
}

function hasFairUse(offer: OfferOnDay['offer']): boolean {
  return JSON.stringify(offer).includes('"fairUse"');
}

const OLD_RATE_DAYS = 90;

function rateWarnings(offers: readonly Candidate[], stay: Stay): Warning[] {
  const conversions = new Map(offers.map(({ conversion }) => [conversion.from, conversion]));
  return [...conversions.values()].flatMap(({ from, day }) =>
    stay.start - day > OLD_RATE_DAYS ? [{ code: 'old-rate', from, day } as const] : [],
  );
}

function breaksOf(cards: readonly RatedCard[], { days }: Stay): Break[] {
  const carrier = cards.findLast(({ uses }) => uses.some(({ kind }) => kind === 'data'));
  if (!carrier) return [];
  const uses = cards.flatMap((card) => card.uses);
  const used = uses.reduce((sum, { kind, amount }) => (kind === 'data' ? sum + amount : sum), 0);
  const left = carrier.statement.left.filter(({ use }) => use.kind === 'data' && !use.scope?.apps);
  const isUnlimited = left.some(({ use }) => use.units === 'unlimited');
  const spare = left.reduce((sum, { use }) => sum + (typeof use.units === 'number' ? use.units : 0), 0);
  const ends = left
    .filter(({ expires }) => dayOf(expires) < 100_000)
    .map(({ expires, offer }) => ({ day: dayOf(expires), offer }));
  const last = ends.sort((a, b) => b.day - a.day)[0];
  return [
    ...(isUnlimited ? [] : [{ code: 'data-above', bytesPerDay: Math.floor((used + spare) / days) } as const]),
    ...(last ? [{ code: 'valid-until', ...last } as const] : []),
  ];
}

// --- ranking ---------------------------------------------------------------------------------------------------------

/** Of choices made of the same offers, the cheapest one that serves. */
function withoutWorse(drafts: readonly RatedDraft[]): RatedDraft[] {
  const best = new Map<string, RatedDraft>();
  for (const draft of drafts) {
    const key = draft.cards.map((card) => card.offers.map(({ facts }) => facts.id).join('+')).join(' & ');
    const known = best.get(key);
    if (!known || compareDrafts(draft, known) < 0) best.set(key, draft);
  }
  return [...best.values()];
}

/** By whether they serve, then the middle of the total, then fewer cards and purchases, then ids. */
function compareDrafts(a: RatedDraft, b: RatedDraft): number {
  if (a.serves !== b.serves) return a.serves ? -1 : 1;
  const steps = (draft: RatedDraft) => draft.cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
  const byCost = Math.sign(middleOf(a.total) - middleOf(b.total)) || 0;
  const name = (draft: RatedDraft) => draft.cards.map((card) => mainOffer(card).facts.id).join();
  return byCost || a.cards.length - b.cards.length || steps(a) - steps(b) || (name(a) < name(b) ? -1 : 1);
}

function rankDrafts(drafts: readonly Draft[], stay: Stay): Choice[] {
  const sorted = [...drafts].sort(compareDrafts);
  const ties = tieGroups(sorted);
  return sorted.map((draft, index) => {
    const tie = ties[index] as number;
    const reasons = reasonsOf(draft, { index, sorted, size: ties.filter((other) => other === tie).length }, stay);
    return { ...draft, rank: index + 1, tie, reasons };
  });
}

/** A group holds the choices whose range overlaps with that of its first. */
function tieGroups(sorted: readonly Draft[]): number[] {
  let group = 0;
  let first: Draft | undefined;
  return sorted.map((draft) => {
    const overlaps =
      first && first.serves === draft.serves && first.total.high !== null && draft.total.low <= first.total.high;
    if (!overlaps) {
      group += 1;
      first = draft;
    }
    return group;
  });
}

type Place = { readonly index: number; readonly sorted: readonly Draft[]; readonly size: number };

function reasonsOf(draft: Draft, { index, sorted, size }: Place, _stay: Stay): Reasons[] {
  return [placeReason(draft, { index, sorted, size }), shareReason(draft)];
}

function placeReason(draft: Draft, { index, sorted, size }: Place): Reasons {
  if (!draft.serves) return { code: 'unserved' };
  const best = sorted[0] as Draft;
  const next = sorted[1];
  if (index > 0) return { code: 'dearer', by: Math.round(middleOf(draft.total) - middleOf(best.total)) as Money };
  if (size > 1) return { code: 'tied', with: size - 1 };
  return {
    code: 'cheapest',
    by: next?.serves ? (Math.round(middleOf(next.total) - middleOf(draft.total)) as Money) : null,
  };
}

/** The offer that makes up most of the cost. */
function shareReason({ cards }: Draft): Reasons {
  const costs = new Map<string, number>();
  for (const card of cards) {
    const { ratio } = mainOffer(card).conversion;
    for (const { offer, amount } of card.statement.lines) {
      costs.set(offer, (costs.get(offer) ?? 0) + (amount * ratio.num) / ratio.den);
    }
  }
  const whole = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  const [most] = [...costs].sort((a, b) => b[1] - a[1]);
  return most && whole > 0 ? { code: 'made-of', offer: most[0], share: most[1] / whole } : { code: 'free' };
}
