import type { Bucket } from './bucket.ts';
import { type Day, day } from './civil-day.ts';
import type { Holding, Purchase } from './holding.ts';
import type { Line, LineKind, LineSink, LineUse, Reason } from './ledger.ts';
import { dayOf, type LocalSecond, localSecondOf, type OffsetHistory } from './local-time.ts';
import { type Money, NO_MONEY } from './money.ts';
import type { Observation } from './observation.ts';
import type { Offer } from './offer.ts';
import { findRoute, type Route, RouteCache } from './route.ts';
import type { UsageEvent } from './usage.ts';

export type TopUp = { readonly at: LocalSecond; readonly amount: Money };

/** The days rated: `days` days from the start of the day `start`. */
export type Period = { readonly start: Day; readonly days: number };

/** One card and what is known of it; every offer that a purchase or a fallback names must be in `offers`. */
export type CardInput = {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly purchases: readonly Purchase[];
  /** Offers bought whenever the buckets do not hold a use that the next of them covers: one after another, the last again and again. */
  readonly refills?: readonly string[];
  readonly period: Period;
  /** The clock of the country of the stay. */
  readonly local: OffsetHistory;
  /** `unpaid` rates what applies when no recurring fee can be taken. */
  readonly fee?: 'paid' | 'unpaid';
  /** The prepaid balance at the start and the top-ups made; while no balance is known, money is there when it is needed. */
  readonly wallet?: { readonly balance?: Money; readonly topUps: readonly TopUp[] };
  /** What was told of the card on the way, in any order. */
  readonly observations?: readonly Observation[];
  /** Paying members of the holder's group, for group discounts. */
  readonly groupMembers?: number;
};

/** Money owed: what was lent and the charge for it, or a fee to be paid later. */
export type Debt = { readonly at: LocalSecond; readonly offer: string; readonly loan: number; readonly charge: Money };

/** Uses that cost nothing but must be told, summed until the next line. */
type Tally = {
  readonly offer: string;
  readonly kind: LineKind;
  readonly reason?: Reason;
  use: LineUse & { units: number };
};

/** What one card is at a moment of the rating, and the lines it gives off. */
export class CardState {
  readonly input: CardInput;
  readonly #emit: LineSink;
  readonly #routes = new RouteCache();
  readonly #tallies = new Map<string, Tally>();
  now: LocalSecond;
  /** When the card was last used, bought on or topped up. */
  lastUse: LocalSecond;
  /** When it was last used, bought on or topped up. */
  lastActive: LocalSecond;
  balance: number;
  /** Credits that come by themselves. */
  armed: Offer[] = [];
  holdings: Holding[] = [];
  buckets: Bucket[] = [];
  debts: Debt[] = [];
  topUps: TopUp[] = [];
  hasWaiting = false;
  /** Something has come or gone since the moments ahead were last looked up. */
  hasChanged = false;
  /** Those to come, the next one last. */
  #purchases: Purchase[];
  #refillCount = 0;
  readonly #purchaseCounts = new Map<string, number>();

  constructor(input: CardInput, emit: LineSink) {
    this.input = input;
    this.#emit = emit;
    this.now = localSecondOf(input.period.start);
    this.lastUse = this.now;
    this.lastActive = this.now;
    this.balance = input.wallet?.balance ?? Number.POSITIVE_INFINITY;
    this.#purchases = this.#inOrder(input.purchases).reverse();
  }

  schedule(purchase: Purchase): void {
    this.#purchases = this.#inOrder([...this.#purchases.reverse(), purchase]).reverse();
  }

  /** By time; of one moment first what lowers the fees of others, then the base plan, then what is bought on top. */
  #inOrder(purchases: readonly Purchase[]): Purchase[] {
    const rank = ({ offer }: Purchase) => rankOf(this.input.offers.get(offer));
    return [...purchases].sort((a, b) => a.at - b.at || rank(a) - rank(b));
  }

  /** Drops the packs that would start by themselves. */
  cancelFallbacks(): void {
    this.#purchases = this.#purchases.filter(({ isFallback }) => !isFallback);
  }

  get nextPurchase(): LocalSecond | undefined {
    return this.#purchases.at(-1)?.at;
  }

  /** The purchases due by now, one by one, those that become due meanwhile included. */
  *takeDuePurchases(): Generator<Purchase> {
    for (let next = this.#purchases.at(-1); next && next.at <= this.now; next = this.#purchases.at(-1)) {
      this.#purchases.pop();
      this.#purchaseCounts.set(next.offer, this.purchaseCount(next.offer) + 1);
      yield next;
    }
  }

  /** How often an offer has been bought so far, the purchase at hand included. */
  purchaseCount(offer: string): number {
    return this.#purchaseCounts.get(offer) ?? 0;
  }

  /** What is bought next when the buckets do not hold a use. */
  get nextRefill(): Offer | undefined {
    const { refills = [] } = this.input;
    const id = refills[Math.min(this.#refillCount, refills.length - 1)];
    return id === undefined ? undefined : this.offer(id);
  }

  get refillCount(): number {
    return this.#refillCount;
  }

  passRefill(): void {
    this.#refillCount += 1;
  }

  takeTopUp(topUp: TopUp): void {
    this.topUps.push(topUp);
    this.balance += topUp.amount;
    this.lastActive = topUp.at;
  }

  /** @throws RangeError when there is no such offer. */
  offer(id: string): Offer {
    const offer = this.input.offers.get(id);
    if (!offer) throw new RangeError(`no such offer: ${id}`);
    return offer;
  }

  get base(): Holding | undefined {
    return this.holdings.findLast((holding) => holding.isBase && holding.isActive);
  }

  /** Money that charges not yet on a line do not already need. */
  get budget(): number {
    if (this.balance === Number.POSITIVE_INFINITY) return this.balance;
    let pending = 0;
    for (const holding of this.holdings) for (const [, meter] of holding.meters) pending += meter.pending;
    return this.balance - pending;
  }

  /** The largest top-up of the last `days` days, today counted. */
  largestTopUp(days: number): number {
    const since = localSecondOf(day(dayOf(this.now) - days + 1));
    return Math.max(0, ...this.topUps.filter(({ at }) => at >= since).map(({ amount }) => amount));
  }

  route(event: UsageEvent): Route {
    const known = this.#routes.get(event);
    if (known) return known;
    const suspended = this.holdings.filter(({ state, unpaid }) => state === 'unpaid' && unpaid?.do === 'suspended');
    const usable = this.buckets.filter(({ purchase }) => !suspended.some((holding) => holding.purchase === purchase));
    const route = findRoute(event, this.holdings, usable);
    this.#routes.set(event, route);
    return route;
  }

  /** To be called when holdings, their states or buckets have changed. */
  forgetRoutes(): void {
    this.#routes.clear();
    this.hasChanged = true;
  }

  /** Gives off a line of now; a line with an amount spends the balance. */
  line(
    offer: string,
    kind: LineKind,
    more: Partial<Pick<Line, 'amount' | 'use' | 'reason' | 'note' | 'until'>> = {},
  ): void {
    const amount = more.amount ?? NO_MONEY;
    this.balance -= amount;
    this.#emit({ at: this.now, offer, kind, ...more, amount });
  }

  /** Counts a use that is throttled, unpriced or refused. */
  tally(
    offer: string,
    kind: LineKind,
    event: UsageEvent,
    more: { units: number; reason?: Reason; kbps?: number | null },
  ): void {
    const { units, reason, kbps } = more;
    const key = `${offer} ${kind} ${event.kind} ${event.to} ${event.app} ${reason}`;
    const known = this.#tallies.get(key);
    if (known) {
      known.use.units += units;
      return;
    }
    const use = { kind: event.kind, to: event.to, units, app: event.app, ...(kbps === undefined ? {} : { kbps }) };
    this.#tallies.set(key, { offer, kind, use, ...(reason ? { reason } : {}) });
  }

  /** Gives off the lines of all use since the last call. */
  flushUse(): void {
    const at = this.lastUse;
    for (const bucket of this.buckets) this.flushBucket(bucket);
    for (const holding of this.holdings) {
      for (const [rate, meter] of holding.meters) {
        if (!meter.isUsed) continue;
        const { units, amount } = meter.takeLine();
        this.balance -= amount;
        const use = { kind: rate.kind, units, scope: rate.scope };
        this.#emit({ at, offer: holding.offer.id, kind: 'usage', amount, use });
      }
    }
    for (const tally of this.#tallies.values()) this.#emit({ at, amount: NO_MONEY, ...tally });
    this.#tallies.clear();
  }

  flushBucket(bucket: Bucket): void {
    if (bucket.taken === 0) return;
    const { kind, scope } = bucket.allowance;
    const use: LineUse = { kind, units: bucket.taken, scope };
    this.#emit({ at: this.lastUse, offer: bucket.offer, kind: 'consumption', amount: NO_MONEY, use });
    bucket.taken = 0;
  }
}

function rankOf(offer: Offer | undefined): number {
  if (offer?.terms.special?.is === 'group-discount') return 0;
  return offer?.role === 'base' ? 1 : 2;
}
