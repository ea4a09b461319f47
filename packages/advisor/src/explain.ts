import { type CompiledCatalog, convert } from '@simwise/catalog';
import { AS_RECORDED, type Cycle, localSecondOf, type MoneyRange, type Offer, read } from '@simwise/engine';
import type { Advice } from './advise.ts';
import { type Candidate, type Candidates, findCandidates } from './candidates.ts';
import { middleOf, rateCardPlan } from './card-plan.ts';
import { type Choice, mainOffer } from './choice.ts';
import { withoutShutOut } from './coverage-advice.ts';
import { judgeFormalities, type Outcome } from './formalities.ts';
import { situationOf, type Trip } from './situation.ts';
import type { Hassle, Step } from './steps.ts';

export const EXPLAINED_KINDS = ['phone', 'data', 'hybrid', 'app-pass'] as const;

export type ExplainedKind = (typeof EXPLAINED_KINDS)[number];

export const ABILITIES = ['local-number', 'calls', 'messages', 'internet', 'hotspot'] as const;

/** What a card can do by itself; codes by SMS come to a local number. */
export type Ability = (typeof ABILITIES)[number];

/** How many offers of a kind can do a thing, cannot, and do not say. */
export type Share = { readonly yes: number; readonly no: number; readonly unknown: number };

export const PRICE_FORMS = ['monthly', 'weekly', 'daily', 'term', 'once', 'as-used'] as const;

/** `term`: a fee for another span than a month, a week or a day. `as-used`: no fee, each use has its price. */
export type PriceForm = (typeof PRICE_FORMS)[number];

/** A kind of card as this person could take it. */
export type KindExplained = {
  readonly kind: ExplainedKind;
  /** How many offers of the kind this person may buy, and of how many sellers. */
  readonly offers: number;
  readonly sellers: number;
  readonly abilities: { readonly [A in Ability]: Share };
  readonly forms: readonly PriceForm[];
  /** The applications an app pass is for. */
  readonly apps: readonly string[];
  readonly example: KindExample | null;
};

/** The best of a kind for the stay. An app pass is priced without the plan it is bought on top of (`on`). */
export type KindExample = {
  readonly offers: readonly string[];
  readonly on: string | null;
  readonly total: MoneyRange;
  readonly serves: boolean;
  readonly choice: Choice | null;
  readonly formalities: readonly Outcome[];
  readonly steps: readonly Step[];
  readonly hassle: Hassle | null;
};

/** The four kinds side by side, on the terms of one stay and the advice for it. */
export function explainKinds(catalog: CompiledCatalog, { stay, route, choices }: Advice): KindExplained[] {
  const candidates = withoutShutOut(findCandidates(catalog, stay), stay, route);
  return EXPLAINED_KINDS.map((kind) => {
    const offers = offersOf(candidates, kind);
    const plain = offers.map(({ offer }) => read<Offer>(offer, AS_RECORDED));
    return {
      kind,
      offers: offers.length,
      sellers: new Set(offers.map(({ facts }) => facts.brand)).size,
      abilities: abilitiesOf(offers),
      forms: PRICE_FORMS.filter((form) => plain.some((offer) => formsOf(offer).includes(form))),
      apps: [...new Set(plain.flatMap(appsOf))].sort(),
      example: kind === 'app-pass' ? passExample(catalog, candidates, { stay, route }) : cardExample(choices, kind),
    };
  });
}

function offersOf({ bases, addOns }: Candidates, kind: ExplainedKind): Candidate[] {
  if (kind === 'app-pass') return addOns.filter(({ facts }) => facts.role === 'app-pass');
  return bases.filter((base) => kindOf(base) === kind);
}

function kindOf({ facts }: Candidate): ExplainedKind {
  if (facts.card === 'phone' || facts.card === 'hybrid') return facts.card;
  return 'data';
}

// --- what offers can do ------------------------------------------------------------------------------------------------

function abilitiesOf(offers: readonly Candidate[]): KindExplained['abilities'] {
  const shares = ABILITIES.map((ability) => {
    const answers = offers.map((candidate) => can(candidate, ability));
    const count = (wanted: boolean | null) => answers.filter((answer) => answer === wanted).length;
    return [ability, { yes: count(true), no: count(false), unknown: count(null) }];
  });
  return Object.fromEntries(shares) as KindExplained['abilities'];
}

function can(candidate: Candidate, ability: Ability): boolean | null {
  const { facts, offer } = candidate;
  const plain = read<Offer>(offer, AS_RECORDED);
  switch (ability) {
    case 'local-number':
      return hasNumber(candidate);
    case 'calls':
      return plain.terms.carries.includes('voice');
    case 'messages':
      return plain.terms.carries.includes('sms');
    case 'internet':
      return plain.terms.carries.includes('data') && appsOf(plain).length === 0;
    case 'hotspot':
      return facts.hotspot === undefined || facts.hotspot === 'unknown'
        ? null
        : facts.hotspot === 'allowed' || facts.hotspot === 'paid';
  }
}

function hasNumber({ facts }: Candidate): boolean | null {
  if (facts.role !== 'base') return false;
  return facts.number === undefined || facts.number === 'unknown' ? null : facts.number === 'local';
}

/** The applications an offer is limited to; none where it grants data for anything too. */
function appsOf({ role, terms }: Offer): string[] {
  if (role !== 'app-pass') return [];
  return terms.allowances.flatMap(({ scope }) => scope.apps ?? []);
}

function formsOf({ terms }: Offer): PriceForm[] {
  const { phases } = terms.fee;
  if (phases.length === 0) return terms.rates.some(({ action }) => action.do === 'charge') ? ['as-used'] : [];
  return phases.map(({ every, times }) => (times === null ? formOfCycle(every) : 'once'));
}

function formOfCycle(every: Cycle): PriceForm {
  if (every.unit === 'forever') return 'once';
  if (every.unit === 'calendar-month') return 'monthly';
  if (every.unit === 'months') return every.count === 1 ? 'monthly' : 'term';
  if (every.count === 1) return 'daily';
  if (every.count === 7) return 'weekly';
  return every.count >= 28 && every.count <= 31 ? 'monthly' : 'term';
}

// --- the best of a kind ------------------------------------------------------------------------------------------------

/** The first choice whose cards are all of the kind; choices that serve come first. */
function cardExample(choices: readonly Choice[], kind: ExplainedKind): KindExample | null {
  const choice = choices.find(
    ({ cards }) => cards.length > 0 && cards.every((card) => kindOf(mainOffer(card)) === kind),
  );
  if (!choice) return null;
  const { total, serves, formalities, steps, hassle, cards } = choice;
  const offers = cards.flatMap((card) => card.offers.map(({ facts }) => facts.id));
  return { offers, on: null, total, serves, choice, formalities, steps, hassle };
}

/** The cheapest pass over the stay, on the first plan it may be bought for. */
function passExample(catalog: CompiledCatalog, candidates: Candidates, trip: Trip): KindExample | null {
  const { stay } = trip;
  const period = { start: stay.start, days: stay.days, local: catalog.country.offsets };
  const at = localSecondOf(stay.start);
  const rated = offersOf(candidates, 'app-pass').map((pass) => {
    const plan = { offers: [pass], purchases: [{ offer: pass.facts.id, at }], uses: [] };
    return { pass, total: inStayCurrency(pass, rateCardPlan(plan, period).statement.range) };
  });
  const [best] = rated.sort((a, b) => middleOf(a.total) - middleOf(b.total));
  if (!best) return null;
  const on = candidates.bases.find((base) => isFor(best.pass, base));
  const held = { offers: [...(on ? [on.facts] : []), best.pass.facts], from: stay.start };
  return {
    offers: [best.pass.facts.id],
    on: on?.facts.id ?? null,
    total: best.total,
    serves: false,
    choice: null,
    formalities: judgeFormalities(catalog, situationOf(catalog, trip, [held])),
    steps: [],
    hassle: null,
  };
}

function isFor({ facts }: Candidate, { facts: base }: Candidate): boolean {
  const { requires, brand } = facts;
  if (requires?.offers) return requires.offers.includes(base.id);
  return requires?.brands ? requires.brands.includes(base.brand) : brand === base.brand;
}

function inStayCurrency({ conversion }: Candidate, { amount, low, high }: MoneyRange): MoneyRange {
  const change = (value: typeof amount) => convert(value, conversion);
  return { amount: change(amount), low: change(low), high: high === null ? null : change(high) };
}
