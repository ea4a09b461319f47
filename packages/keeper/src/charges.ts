import {
  AS_RECORDED,
  type CardInput,
  type Day,
  day,
  dayOf,
  type FeePhase,
  type Line,
  type LocalSecond,
  type Money,
  type MoneyRange,
  NEVER,
  type Offer,
  Rater,
  type Unpaid,
} from '@simwise/engine';
import type { Outlook } from './outlook.ts';
import { endOfDay, knowsBalance, type RatableCard, readingsOfCard, readOffers } from './rated-card.ts';
import { type Course, simulate } from './simulate.ts';
import { drawUse, type UseModel } from './use-model.ts';

/** A fee that a card will take. `number` counts the fees of its offer from the first; `need`: the money still missing for it. */
export type Charge = {
  readonly offer: string;
  readonly number: number;
  readonly at: LocalSecond;
  readonly amount: MoneyRange;
  /** Null while no balance is known, or where the fee is too far off to tell. */
  readonly need: { readonly low: Money; readonly high: Money | null } | null;
  readonly fallback: Fallback | null;
};

/** What the offer itself does when the fee cannot be taken, and what the use of one cycle then costs. */
export type Fallback = {
  readonly do: Unpaid['do'];
  readonly pack?: string;
  readonly days: number;
  readonly cost: MoneyRange | null;
};

/** The fees of the days ahead, and of each offer the next one however far off, in the order of time. */
export function chargesAhead(ratable: RatableCard, outlook: Outlook, now: LocalSecond): Charge[] {
  const last = outlook.days.at(-1)?.day ?? dayOf(now);
  const use = drawUse(outlook.use, ratable, { last });
  const courses = readingsOfCard(ratable).map((reading) =>
    simulate(ratable, { now, last, offers: readOffers(ratable, reading), use, money: 'as-needed' }),
  );
  const soon = fewOf(chargesOf(courses).map((fee) => toCharge(ratable, outlook, { fee, courses }))).map((charge) => ({
    ...charge,
    fallback: fallbackOf(ratable, outlook.use, charge),
  }));
  const later = (courses[0] as Course).now.holdings
    .filter(({ offer, feeDue }) => feeDue < NEVER && !soon.some((charge) => charge.offer === offer))
    .map(({ offer, feeDue, phase }) => laterCharge(ratable, { offer, at: feeDue, phase }));
  return [...soon, ...later].sort((a, b) => a.at - b.at);
}

const FEW = 4;

/** Of fees that come every day or so, the next one and the first that the money does not meet. */
function fewOf(charges: readonly Charge[]): Charge[] {
  return charges.filter((charge) => {
    const ofOffer = charges.filter(({ offer }) => offer === charge.offer);
    const unmet = ofOffer.find(({ need }) => need !== null && need.high !== 0);
    return ofOffer.length <= FEW || charge === ofOffer[0] || charge === unmet;
  });
}

type Fee = {
  readonly offer: string;
  readonly number: number;
  readonly at: LocalSecond;
  readonly amounts: readonly (number | null)[];
};

/** Fees of the same offer and place in the row, as each reading has them. */
function chargesOf(courses: readonly Course[]): Fee[] {
  const rows = courses.map(feesIn);
  return (rows[0] ?? []).map(({ offer, number, at }) => ({
    offer,
    number,
    at,
    amounts: rows.flatMap((row) =>
      row.filter((fee) => fee.offer === offer && fee.number === number).map(({ amount }) => amount),
    ),
  }));
}

type FeeLine = {
  readonly offer: string;
  readonly number: number;
  readonly at: LocalSecond;
  readonly amount: number | null;
};

function feesIn({ lines, feesBefore }: Course): FeeLine[] {
  const fees = lines.filter(({ kind, note }) => kind === 'fee' || (kind === 'unpriced' && note === 'fee'));
  const counts = new Map(feesBefore);
  return fees.map(({ offer, at, kind, amount }) => {
    const number = (counts.get(offer) ?? 0) + 1;
    counts.set(offer, number);
    const besides = lines.filter((line) => line.offer === offer && line.at === at && BESIDES.has(line.kind));
    const sum = besides.reduce<number>((total, line) => total + line.amount, amount);
    return { offer, number, at, amount: kind === 'fee' ? sum : null };
  });
}

const BESIDES: ReadonlySet<Line['kind']> = new Set(['discount', 'tax']);

function rangeOf(amounts: readonly (number | null)[]): MoneyRange {
  const known = amounts.filter((amount) => amount !== null);
  const recorded = (amounts[0] ?? known[0] ?? 0) as Money;
  const high = known.length < amounts.length ? null : (Math.max(...known) as Money);
  return { amount: recorded, low: (known.length === 0 ? 0 : Math.min(...known)) as Money, high };
}

function toCharge(
  ratable: RatableCard,
  outlook: Outlook,
  { fee, courses }: { fee: Fee; courses: readonly Course[] },
): Charge {
  const { offer, number, at, amounts } = fee;
  const amount = rangeOf(amounts);
  return { offer, number, at, amount, need: needBy(ratable, outlook, { fee, courses, amount }), fallback: null };
}

/** What the card takes until the day of the fee is over, less the money on it. */
function needBy(
  ratable: RatableCard,
  { now }: Outlook,
  { fee, courses, amount }: { fee: Fee; courses: readonly Course[]; amount: MoneyRange },
): Charge['need'] {
  if (!knowsBalance(ratable) || !now.balance) return null;
  const spent = courses.map((course) => {
    const index = dayOf(fee.at) - now.day;
    return course.now.balance - (course.days[index]?.balance ?? course.now.balance);
  });
  const { p10, p90 } = now.balance;
  const missing = (sum: number, balance: number) => Math.max(0, sum - balance) as Money;
  const low = missing(Math.min(...spent), p90);
  return { low, high: amount.high === null ? null : missing(Math.max(...spent), p10) };
}

function laterCharge(
  ratable: RatableCard,
  { offer, at, phase }: { offer: string; at: LocalSecond; phase: FeePhase | undefined },
): Charge {
  const amounts = readingsOfCard(ratable).map((reading) => {
    const read = readOffers(ratable, reading).get(offer);
    const same = read?.terms.fee.phases.find(
      ({ times, every }) => times === phase?.times && every.unit === phase?.every.unit,
    );
    return same?.amount ?? null;
  });
  return { offer, number: 0, at, amount: rangeOf(amounts), need: null, fallback: null };
}

// --- what the offer does by itself -----------------------------------------------------------------------------------

const MONTH = 30;

function fallbackOf(ratable: RatableCard, use: UseModel, { offer, at }: Charge): Fallback | null {
  const recorded = readOffers(ratable, AS_RECORDED).get(offer);
  if (recorded?.role !== 'base') return null;
  const { unpaid } = recorded.terms;
  const days = cycleDays(recorded);
  const pack = unpaid?.pack?.offer;
  if (!unpaid) return { do: 'not-started', days, cost: null };
  const costs = readingsOfCard(ratable).map((reading) =>
    unpaidCost(ratable, use, { offer, at, days, offers: readOffers(ratable, reading) }),
  );
  return { do: unpaid.do, ...(pack === undefined ? {} : { pack }), days, cost: rangeOf(costs) };
}

function cycleDays({ terms }: Offer): number {
  const every = terms.fee.phases.at(-1)?.every;
  return every?.unit === 'days' ? Math.max(every.count, MONTH) : MONTH;
}

/** What average use costs in the days after a fee was missed, money being there for everything but the fee. */
function unpaidCost(
  ratable: RatableCard,
  use: UseModel,
  { offer, at, days, offers }: { offer: string; at: LocalSecond; days: number; offers: CardInput['offers'] },
): number | null {
  const start = dayOf(at);
  const last = day(start + days - 1);
  const lines: Line[] = [];
  const period = { start, days };
  const rater = new Rater(
    { offers, purchases: [{ offer, at }], period, local: ratable.catalog.country.offsets, fee: 'unpaid' },
    (line) => lines.push(line),
  );
  for (const event of drawUse(use, ratable, { last }).uses)
    if (event.at >= at && event.at <= endOfDay(last)) rater.feed(event);
  rater.finish();
  const counted = lines.filter(({ kind }) => kind !== 'sim-price' && kind !== 'activation-fee');
  const isOpen = counted.some(({ kind }) => kind === 'unpriced');
  return isOpen ? null : counted.reduce<number>((sum, { amount }) => sum + amount, 0);
}

/** The day on which a price steps to another, where the offer begins with a promotion. */
export function priceSteps(
  ratable: RatableCard,
  from: LocalSecond,
  last: Day,
): { offer: string; at: LocalSecond; before: Money; after: Money }[] {
  const offers = readOffers(ratable, AS_RECORDED);
  const end = endOfDay(last);
  return [...offers.values()].flatMap((offer) => {
    const { phases } = offer.terms.fee;
    if (phases.length < 2) return [];
    return stepsOf(ratable, offer, { from, end });
  });
}

function stepsOf(ratable: RatableCard, offer: Offer, { from, end }: { from: LocalSecond; end: LocalSecond }) {
  const bought = ratable.purchases.find((purchase) => purchase.offer === offer.id);
  if (!bought) return [];
  const lines: Line[] = [];
  const period = { start: dayOf(bought.at), days: Math.max(1, dayOf(end) - dayOf(bought.at) + 1) };
  const input = {
    offers: new Map([[offer.id, offer]]),
    purchases: [bought],
    period,
    local: ratable.catalog.country.offsets,
  };
  new Rater(input, (line) => lines.push(line)).finish();
  const fees = lines.filter(({ kind }) => kind === 'fee');
  return fees.slice(1).flatMap(({ at, amount }, index) => {
    const before = (fees[index] as Line).amount;
    return at > from && amount !== before ? [{ offer: offer.id, at, before, after: amount }] : [];
  });
}
