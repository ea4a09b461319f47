import { type CompiledOffer, fitsPlan, mayBeOnSale, type OfferOnDay, offerOn, type RatedOffer } from '@simwise/catalog';
import {
  AS_RECORDED,
  addSeconds,
  type Day,
  dayOf,
  type LocalSecond,
  ladderOf,
  ladderPack,
  localSecondOf,
  type Money,
  type Offer,
  type UsageKind,
  WHOLE_UNITS,
} from '@simwise/engine';
import { recordedOffer } from './held-offer.ts';
import { laterOf } from './moments.ts';
import { OUT } from './outlook.ts';
import { knowsBalance, type RatableCard, readOffers } from './rated-card.ts';
import { type Course, simulate } from './simulate.ts';
import { drawUse, type UseModel, type UseScenario } from './use-model.ts';

/**
 * What to do about something foreseen, by the average use and the facts as recorded. `cost` is what the card then takes
 * until `until`; `topUp` the money to put on first, null while no balance is known.
 */
export type Action = {
  readonly do: 'nothing' | 'top-up' | 'buy';
  /** The pack to buy, the day on which it is first needed, and how often until the end. */
  readonly offer?: string;
  readonly on?: Day;
  readonly times?: number;
  /** The code to dial for it. */
  readonly code?: string;
  readonly topUp: Money | null;
  readonly cost: Money;
  /** Whether all use is then served at full speed. */
  readonly saves: boolean;
  readonly until: Day;
};

export type ActionRequest = {
  readonly use: UseModel;
  readonly now: LocalSecond;
  /** The last day that counts. */
  readonly until: Day;
  /** What runs out; without it, what is due is a fee. */
  readonly kind?: UsageKind;
};

/** The cheapest thing to do that keeps the service; where nothing does, the cheapest of those that are left. */
export function cheapestAction(ratable: RatableCard, request: ActionRequest): Action {
  const use = drawUse(request.use, ratable, { last: request.until });
  const plain: Attempt[] = [{ money: 'as-needed', days: [] }];
  if (knowsBalance(ratable)) plain.push({ money: 'as-is', days: [] });
  const tried = plain.map((attempt) => tryOut(ratable, { ...request, drawn: use }, attempt));
  const { kind, now } = request;
  if (kind !== undefined) {
    for (const pack of worthTrying(packsFor(ratable, kind, dayOf(now)), request))
      tried.push(...tryPack(ratable, { ...request, kind, drawn: use }, pack));
  }
  return tried.map(({ action }) => action).reduce((best, action) => (isBetter(action, best) ? action : best));
}

const STEPS: readonly Action['do'][] = ['nothing', 'top-up', 'buy'];

/** What saves the service, then what costs less, then what is less to do. */
function isBetter(a: Action, b: Action): boolean {
  const order =
    Number(b.saves) - Number(a.saves) ||
    a.cost - b.cost ||
    (a.topUp ?? 0) - (b.topUp ?? 0) ||
    STEPS.indexOf(a.do) - STEPS.indexOf(b.do);
  return order < 0;
}

/** `money`: whether money is put on as it is needed, or the balance is all there is. `days`: when the pack is bought. */
type Attempt = { readonly pack?: OfferOnDay; readonly money: 'as-needed' | 'as-is'; readonly days: readonly Day[] };
type Trying = ActionRequest & { readonly drawn: UseScenario };
type Tried = { readonly action: Action; readonly course: Course };

const MOST_PACKS = 12;

/** A pack each time the kind has run out, never before, for as long as that helps. */
function tryPack(ratable: RatableCard, request: Trying & { kind: UsageKind }, pack: OfferOnDay): Tried[] {
  const tried: Tried[] = [tryOut(ratable, request, { money: 'as-needed', days: [] })];
  const days: Day[] = [];
  const most = pack.facts.oncePerCustomer ? 1 : MOST_PACKS;
  for (let count = 0; count < most; count++) {
    const out = tried.at(-1)?.course.lines.find(({ kind, use }) => use?.kind === request.kind && OUT.has(kind));
    if (!out || days.includes(dayOf(out.at))) break;
    days.push(dayOf(out.at));
    tried.push(tryOut(ratable, request, { pack, money: 'as-needed', days: [...days] }));
  }
  return tried.slice(1);
}

/** Packs on sale for the plan that grant the kind and whose price is known; those for some people only are passed over. */
function packsFor({ catalog, base, currency }: RatableCard, kind: UsageKind, on: Day): OfferOnDay[] {
  if (!base) return [];
  const plan = base.found.facts;
  return catalog.offers
    .filter((facts) => isForAll(facts) && facts.currency === currency && fitsPlan(facts, plan))
    .flatMap((facts) => {
      const lookup = offerOn(catalog, facts.id, on);
      return lookup.is === 'found' && mayBeOnSale(lookup.found) && grants(recordedOffer(lookup.found), kind)
        ? [lookup.found]
        : [];
    });
}

/**
 * The packs that `simwise next` would choose among at the usual use. Which of them, the rating decides here: it knows until
 * when they have to last. Packs that have no place on a ladder, such as those for one kind of use alone, are tried too.
 */
function worthTrying(packs: readonly OfferOnDay[], { use, kind }: ActionRequest): readonly OfferOnDay[] {
  const perDay = use.daily.find((each) => each.kind === kind)?.perDay;
  if (perDay === undefined || kind === undefined) return packs;
  const placed = packs.flatMap((pack) =>
    pack.facts.oncePerCustomer ? [] : (ladderPack(recordedOffer(pack), { kind, perDay }) ?? []),
  );
  const steps = new Set(ladderOf(placed).map(({ id }) => id));
  const beside = new Set(placed.filter(({ id }) => !steps.has(id)).map(({ id }) => id));
  return packs.filter(({ facts }) => !beside.has(facts.id));
}

function isForAll({ role, startsByItself, eligibility, reference }: CompiledOffer): boolean {
  return (
    (role === 'add-on' || role === 'app-pass') && !startsByItself && !reference && (eligibility ?? []).length === 0
  );
}

function grants({ terms }: Offer, kind: UsageKind): boolean {
  const hasPrice = terms.fee.phases.every(({ amount }) => amount !== null);
  return hasPrice && (terms.special?.is === 'restart' || terms.allowances.some((allowance) => allowance.kind === kind));
}

function tryOut(ratable: RatableCard, request: Trying, { pack, money, days }: Attempt): Tried {
  const { now, until, drawn } = request;
  const bought = days.map((date) => ({
    offer: pack?.facts.id ?? '',
    at: laterOf(localSecondOf(date), addSeconds(now, 1)),
  }));
  const extra: ReadonlyMap<string, RatedOffer> = new Map(pack ? [[pack.facts.id, pack.offer]] : []);
  const offers = readOffers(ratable, AS_RECORDED, extra);
  const course = simulate(ratable, { now, last: until, offers, trial: { purchases: bought }, use: drawn, money });
  const { cost, most } = spendingIn(course);
  const topUp = topUpFor(ratable, course, { money, most });
  const what = pack ? 'buy' : topUp === 0 ? 'nothing' : 'top-up';
  const action = {
    do: what,
    ...purchaseOf(pack, days),
    topUp,
    cost,
    saves: isServed(course, request.kind),
    until,
  } as const;
  return { action, course };
}

function purchaseOf(
  pack: OfferOnDay | undefined,
  days: readonly Day[],
): Pick<Action, 'offer' | 'on' | 'times' | 'code'> {
  const [on] = days;
  if (!pack || on === undefined) return {};
  const { activate } = pack.facts.codes ?? {};
  return { offer: pack.facts.id, on, times: days.length, ...(activate === undefined ? {} : { code: activate }) };
}

/** What a course takes: in the end, and at most on the way. An unknown balance stays infinite, so the lines tell. */
function spendingIn({ now, days, lines }: Course): { cost: Money; most: number } {
  if (!Number.isFinite(now.balance)) {
    const cost = lines.reduce((sum, { amount }) => sum + amount, 0);
    return { cost: cost as Money, most: cost };
  }
  const spent = days.map(({ balance }) => now.balance - balance);
  return { cost: (spent.at(-1) ?? 0) as Money, most: Math.max(0, ...spent) };
}

function topUpFor(
  ratable: RatableCard,
  { now }: Course,
  { money, most }: { money: Attempt['money']; most: number },
): Money | null {
  if (money === 'as-is') return 0 as Money;
  if (!knowsBalance(ratable)) return null;
  const missing = Math.max(0, most - now.balance);
  return (Math.ceil(missing / WHOLE_UNITS.step) * WHOLE_UNITS.step) as Money;
}

/** Nothing is refused, slowed or without a price; of a fee that is due, nothing of any kind. */
function isServed({ lines }: Course, kind: UsageKind | undefined): boolean {
  return lines.every(
    (line) =>
      (line.kind !== 'refusal' && line.kind !== 'throttled' && line.kind !== 'unpriced') ||
      (kind !== undefined && line.use?.kind !== kind),
  );
}
