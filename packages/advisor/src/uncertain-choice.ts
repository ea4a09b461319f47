import { type CompiledCatalog, fitsPlan } from '@simwise/catalog';
import {
  type ChoiceCard,
  day,
  IN_THE_MIDDLE,
  localSecondOf,
  type Offer,
  type Purchase,
  read,
  recurs,
  type Uncertain,
  type UncertainChoice,
  type UsageKind,
} from '@simwise/engine';
import { type Candidate, isPhone } from './candidates.ts';
import type { CardPlan } from './card-plan.ts';
import type { FoundChoice } from './judge-stay.ts';
import { numbersIn, seenFromBrand } from './numbers.ts';
import { internetCallBytes, type Stay } from './stay.ts';

export type UncertainChoiceRequest = {
  readonly id: string;
  readonly choice: FoundChoice;
  readonly addOns: readonly Candidate[];
  readonly stay: Stay;
  /** What is called, among others by phone number. */
  readonly streams: readonly { readonly to: string }[];
};

/**
 * A choice as it is acted on when nobody knows the use: what the plan buys on the first day, and what a customer gets once, is
 * bought as it begins; what it buys later is bought, in its order, when what there is has run out, and the last of it again
 * and again. Packs for calls and messages alone are bought when the plan says. Cards that cannot go on so are used up first.
 */
export function uncertainChoiceOf(catalog: CompiledCatalog, request: UncertainChoiceRequest): UncertainChoice {
  const { id, choice, streams } = request;
  const numbers = numbersIn(streams);
  const cards = choice.cards.map((plan, index) => ({
    canGoOn: canGoOn(plan, request),
    card: {
      ...boughtFor(plan, request),
      carries: carriedBy(choice, index),
      numbers: new Map(
        [...seenFromBrand(catalog, numbers, mainOf(plan).facts.brand)].map(([number, { to }]) => [number, to] as const),
      ),
      ratio: mainOf(plan).conversion.ratio,
    },
  }));
  // only the last card buys or charges for what the others do not hold
  const inTurn = cards.toSorted((a, b) => Number(a.canGoOn) - Number(b.canGoOn));
  return {
    id,
    cards: inTurn.map(({ card }) => card),
    formalities: choice.steps.filter(({ code }) => code === 'formality').length,
    ...(choice.callsOverInternet ? { callBytesPerMinute: internetCallBytes(catalog) } : {}),
  };
}

function mainOf({ offers }: CardPlan): Candidate {
  return offers[0] as Candidate;
}

/** Whether a card may serve more data than its plan says. */
function canGoOn(plan: CardPlan, { addOns }: UncertainChoiceRequest): boolean {
  return chargesData(mainOf(plan)) || boughtAgain(plan, addOns) !== undefined;
}

type Bought = Pick<ChoiceCard, 'offers' | 'purchases' | 'refills'>;

function boughtFor(plan: CardPlan, { stay, addOns }: UncertainChoiceRequest): Bought {
  const at = localSecondOf(stay.start);
  const bought = new Map(plan.offers.map((candidate) => [candidate.facts.id, candidate]));
  const isOnce = ({ offer }: Purchase) => bought.get(offer)?.facts.oncePerCustomer === true;
  const isAtOnce = (purchase: Purchase) => purchase.at < localSecondOf(day(stay.start + 1)) || isOnce(purchase);
  const isForTalk = ({ offer }: Purchase) => holdsTalkAlone(bought.get(offer) as Candidate);
  const purchases = plan.purchases.flatMap((purchase) => {
    if (isAtOnce(purchase)) return [{ ...purchase, at }];
    return isForTalk(purchase) ? [purchase] : [];
  });
  const later = plan.purchases.filter((purchase) => !isAtOnce(purchase) && !isForTalk(purchase));
  const again = boughtAgain(plan, addOns);
  const refills = [...later.flatMap(({ offer }) => bought.get(offer) ?? []), ...(again ? [again] : [])].map(refillOf);
  const own = plan.offers.map(({ facts, offer }) => [facts.id, offer] as const);
  return {
    offers: new Map([...own, ...refills.map(({ id, offer }) => [id, offer] as const)]),
    purchases,
    refills: refills.map(({ id }) => id),
  };
}

/** What is bought when all is used up: the last pack of the plan, else the cheapest pack that fits it. */
function boughtAgain(plan: CardPlan, addOns: readonly Candidate[]): Candidate | undefined {
  const bought = plan.purchases.toReversed().map(({ offer }) => plan.offers.find(({ facts }) => facts.id === offer));
  const own = bought.find((candidate) => candidate !== undefined && canBeRepeated(candidate));
  if (own || chargesData(mainOf(plan))) return own;
  const fitting = addOns.filter((addOn) => fitsPlan(addOn.facts, mainOf(plan).facts) && canBeRepeated(addOn));
  return fitting.sort((a, b) => priceOf(a) - priceOf(b) || (a.facts.id < b.facts.id ? -1 : 1))[0];
}

/** For data of any kind, at a known price, as often as one likes; of what recurs only packs and data cards, not plans. */
function canBeRepeated(candidate: Candidate): boolean {
  const { fee, allowances } = plainOf(candidate).terms;
  const isPriced = fee.phases.length > 0 && fee.phases.every(({ amount }) => amount !== null);
  const holdsData = allowances.some(({ kind, scope }) => kind === 'data' && Object.keys(scope).length === 0);
  const isPack = !recurs(plainOf(candidate)) || candidate.facts.role !== 'base' || !isPhone(candidate);
  return isPriced && isPack && holdsData && candidate.facts.oncePerCustomer !== true;
}

/** A pack as it is bought when it is needed: one that recurs for the rest of one cycle, beside what is held already. */
function refillOf(candidate: Candidate): { readonly id: string; readonly offer: Uncertain<Offer> } {
  const { facts, offer } = candidate;
  if (!recurs(plainOf(candidate)) || !canBeRepeated(candidate)) return { id: facts.id, offer };
  const id = `${facts.id} once more`;
  const { terms } = offer as Offer;
  const phases = terms.fee.phases.slice(-1).map((phase) => ({ ...phase, times: 1 }));
  return {
    id,
    offer: { ...(offer as Offer), id, terms: { ...terms, term: terms.renews, fee: { ...terms.fee, phases } } },
  };
}

function holdsTalkAlone(candidate: Candidate): boolean {
  const { allowances } = plainOf(candidate).terms;
  return candidate.facts.role !== 'base' && allowances.length > 0 && allowances.every(({ kind }) => kind !== 'data');
}

function chargesData(candidate: Candidate): boolean {
  return plainOf(candidate).terms.rates.some(({ kind, action }) => kind === 'data' && action.do === 'charge');
}

function priceOf(candidate: Candidate): number {
  return plainOf(candidate).terms.fee.phases.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function plainOf({ offer }: Candidate): Offer {
  return read<Offer>(offer, IN_THE_MIDDLE);
}

const TALK: readonly UsageKind[] = ['voice', 'sms', 'mms'];

/** A card carries what it carries in the plan; what no card does is asked of the first, in vain. */
function carriedBy({ cards }: FoundChoice, index: number): UsageKind[] {
  const kindsOf = (plan: CardPlan) => new Set(plan.uses.map(({ kind }) => kind));
  const own = kindsOf(cards[index] as CardPlan);
  const byAnother = new Set(cards.flatMap((plan) => [...kindsOf(plan)]));
  return [...TALK, 'data' as const].filter((kind) => own.has(kind) || (index === 0 && !byAnother.has(kind)));
}
