import { dayOf, type FeePhase, type Line, type LocalSecond, type Money, type MoneyRange, NEVER } from '@simwise/engine';
import { type Fallback, fallbackOf, rangeOf } from './fallback.ts';
import type { Outlook } from './outlook.ts';
import { knowsBalance, type RatableCard, readingsOfCard, readOffers } from './rated-card.ts';
import { type Course, simulate } from './simulate.ts';
import { drawUse } from './use-model.ts';

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
