import { type CompiledCatalog, fitsPlan } from '@simwise/catalog';
import {
  type ChoiceCard,
  day,
  IN_THE_MIDDLE,
  isForTalkAlone,
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
 * bought as it begins; what it buys later is bought, in its order, when what there is has run out, and then what may be bought
 * again. Packs for calls and messages alone are bought when the plan says. Cards that cannot go on so are used up first.
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
  return sellsBytes(plan) || boughtAgain(plan, addOns).length > 0;
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
  const inTurn = [...later.flatMap(({ offer }) => bought.get(offer) ?? []), ...boughtAgain(plan, addOns)];
  const refills = inTurn.map(refillOf);
  const own = plan.offers.map(({ facts, offer }) => [facts.id, offer] as const);
  return {
    offers: new Map([...own, ...refills.map(({ id, offer }) => [id, offer] as const)]),
    purchases,
    refills: refills.map(({ id }) => id),
  };
}

/**
 * What is bought, one after another, when all is used up, and the last of it again and again: the last pack of the plan. One that
 * renews itself is held already and not bought beside itself: then what lacks is paid by the byte where it is sold so, else
 * other packs that fit are bought, the cheapest first.
 */
function boughtAgain(plan: CardPlan, addOns: readonly Candidate[]): Candidate[] {
  const bought = plan.purchases.toReversed().map(({ offer }) => plan.offers.find(({ facts }) => facts.id === offer));
  const own = bought.find((candidate) => candidate !== undefined && isForData(candidate) && canBeRepeated(candidate));
  if (own) return [own];
  if (sellsBytes(plan)) return [];
  const fitting = addOns.filter((addOn) => isForData(addOn) && isBeside(addOn, plan));
  fitting.sort((a, b) => priceOf(a) - priceOf(b) || (a.facts.id < b.facts.id ? -1 : 1));
  const last = fitting.findIndex(canBeRepeated);
  return last < 0 ? fitting : fitting.slice(0, last + 1);
}

/** Whether an add-on that is not on a card may be bought on it. */
function isBeside({ facts }: Candidate, { offers }: CardPlan): boolean {
  const excludes = (a: Candidate['facts'], b: Candidate['facts']) => a.conflicts?.includes(b.id) === true;
  const isFree = offers.every(
    ({ facts: held }) => held.id !== facts.id && !excludes(held, facts) && !excludes(facts, held),
  );
  return isFree && fitsPlan(facts, (offers[0] as Candidate).facts);
}

/** Whether it holds data of any kind, at a known price, and a customer may have it more than once. */
function isForData(candidate: Candidate): boolean {
  const { fee, allowances } = plainOf(candidate).terms;
  const isPriced = fee.phases.length > 0 && fee.phases.every(({ amount }) => amount !== null);
  const isForAny = allowances.some(({ kind, scope }) => kind === 'data' && Object.keys(scope).length === 0);
  return isPriced && isForAny && candidate.facts.oncePerCustomer !== true;
}

/** What renews itself is held once on a card; of such only a data card may be had a second time. */
function canBeRepeated(candidate: Candidate): boolean {
  return !recurs(plainOf(candidate)) || (isBase(candidate) && !isPhone(candidate));
}

function isBase({ facts }: Candidate): boolean {
  return facts.role === 'base';
}

/** A pack as it is bought when it is needed: one that recurs for one cycle. */
function refillOf(candidate: Candidate): { readonly id: string; readonly offer: Uncertain<Offer> } {
  const { facts, offer } = candidate;
  if (!recurs(plainOf(candidate)) || (isBase(candidate) && isPhone(candidate))) return { id: facts.id, offer };
  const id = `${facts.id} once more`;
  const { terms } = offer as Offer;
  const phases = terms.fee.phases.slice(-1).map((phase) => ({ ...phase, times: 1 }));
  return {
    id,
    offer: { ...(offer as Offer), id, terms: { ...terms, term: terms.renews, fee: { ...terms.fee, phases } } },
  };
}

function holdsTalkAlone(candidate: Candidate): boolean {
  return !isBase(candidate) && isForTalkAlone({ offer: plainOf(candidate) });
}

/** Whether what no bucket holds is paid by the byte; a rate of an add-on hides that of the plan. */
function sellsBytes({ offers }: CardPlan): boolean {
  const rated = offers.map((each) => plainOf(each).terms.rates.filter(({ kind }) => kind === 'data'));
  const [own = [], ...addOns] = rated;
  const hiding = addOns.filter((rates) => rates.length > 0);
  return (hiding.length > 0 ? hiding.flat() : own).some(({ action }) => action.do === 'charge');
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
