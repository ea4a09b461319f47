import type { CardInput } from './card-state.ts';
import type { Line, LineUse } from './ledger.ts';
import { dayOf, type LocalSecond } from './local-time.ts';
import { type Money, money, NO_MONEY, type Ratio, scaleMoney, sumMoney } from './money.ts';
import { Rater } from './rater.ts';
import type { UsageEvent } from './usage.ts';

/** How money reaches a prepaid balance: in multiples of `step`; a top-up above `freeUpTo` pays a commission on the whole of it. */
export type TopUpTerms = {
  readonly step: Money;
  readonly commission?: { readonly share: Ratio; readonly freeUpTo: Money };
};

export type BucketLeft = { readonly offer: string; readonly use: LineUse; readonly expires: LocalSecond };

/** The ledger of one card over a period. `total` is the sum of the lines' amounts, in minor units of the card's currency. */
export type Statement = {
  readonly lines: readonly Line[];
  readonly total: Money;
  readonly left: readonly BucketLeft[];
  /** Prepaid top-ups that cover the charges of each day, and the money they leave over at the end. */
  readonly topUps: readonly { readonly at: LocalSecond; readonly amount: Money }[];
  readonly moneyLeft: Money;
  /** False when some use or fee has no known price; the total then lacks it. */
  readonly isPriced: boolean;
};

export const WHOLE_UNITS: TopUpTerms = { step: money(100) };

/** Rates uses in the order of time. @throws RangeError as `Rater` does. */
export function rateCard(input: CardInput, uses: Iterable<UsageEvent>, topUps: TopUpTerms = WHOLE_UNITS): Statement {
  const lines: Line[] = [];
  const rater = new Rater(input, (line) => lines.push(line));
  for (const use of uses) rater.feed(use);
  const { buckets, balance } = rater.finish();
  const left = buckets.map((bucket) => ({ offer: bucket.offer, use: leftUse(bucket), expires: bucket.expires }));
  const money = input.wallet
    ? { lines, topUps: input.wallet.topUps, moneyLeft: balance as Money }
    : fund(lines, topUps);
  return {
    left,
    ...money,
    total: sumMoney(money.lines.map(({ amount }) => amount)),
    isPriced: lines.every(({ kind }) => kind !== 'unpriced'),
  };
}

function leftUse(bucket: {
  left: number;
  allowance: { kind: LineUse['kind']; scope: NonNullable<LineUse['scope']> };
}): LineUse {
  const { kind, scope } = bucket.allowance;
  return { kind, scope, units: bucket.left === Number.POSITIVE_INFINITY ? 'unlimited' : bucket.left };
}

/** The smallest top-ups, one a day at most, that keep a balance from zero on above the charges of each day. */
function fund(lines: readonly Line[], { step, commission }: TopUpTerms) {
  const topUps: { at: LocalSecond; amount: Money }[] = [];
  const withCommission: Line[] = [];
  let balance = 0;
  for (const [, sameDay] of groupByDay(lines)) {
    const due = sumMoney(sameDay.map(({ amount }) => amount));
    const at = (sameDay[0] as Line).at;
    if (due > balance) {
      const amount = money(Math.ceil((due - balance) / step) * step);
      topUps.push({ at, amount });
      balance += amount;
      const charge = commission ? commissionOn(amount, commission) : NO_MONEY;
      if (charge > 0) withCommission.push({ at, offer: '', kind: 'commission', amount: charge });
    }
    balance -= due;
    withCommission.push(...sameDay);
  }
  return { lines: withCommission, topUps, moneyLeft: money(balance) };
}

function commissionOn(amount: Money, { share, freeUpTo }: NonNullable<TopUpTerms['commission']>): Money {
  return amount > freeUpTo ? scaleMoney(amount, share) : NO_MONEY;
}

function groupByDay(lines: readonly Line[]): Map<number, Line[]> {
  const days = new Map<number, Line[]>();
  for (const line of lines) {
    const day = dayOf(line.at);
    const known = days.get(day);
    if (known) known.push(line);
    else days.set(day, [line]);
  }
  return days;
}
