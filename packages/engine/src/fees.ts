import { Bucket } from './bucket.ts';
import type { CardState } from './card-state.ts';
import { day } from './civil-day.ts';
import { dropBuckets, grantAllowances } from './grants.ts';
import { Holding, type Purchase } from './holding.ts';
import { addSeconds, DAY_SECONDS, dayOf, type LocalSecond, localSecondOf } from './local-time.ts';
import { type Money, money, NO_MONEY, type Ratio, scaleMoney } from './money.ts';
import type { ExchangeSide, FeePhase, Increment, Offer } from './offer.ts';
import type { Scope } from './scope.ts';

/** A purchase takes effect: its one-off prices and first fee are charged and its allowances granted. */
export function buy(card: CardState, purchase: Purchase): void {
  card.lastActive = card.now;
  const offer = card.offer(purchase.offer);
  const { special } = offer.terms;
  if (special?.is === 'restart') return restartPlan(card, offer);
  if (special?.is === 'credit')
    return special.startsAt === undefined ? takeCredit(card, offer) : armCredit(card, offer);
  if (special?.is === 'exchange') return exchange(card, offer, special.from, special.to);
  const holding = new Holding(offer, purchase, card.input.local);
  const isFree = isFreePurchase(card, offer);
  card.holdings.push(holding);
  chargeOnce(card, offer, 'sim-price', offer.terms.simPrice);
  chargeOnce(card, offer, 'activation-fee', offer.terms.activationFee);
  if (isFree) holding.passFee();
  else if (!collectFee(card, holding)) return;
  startService(card, holding);
}

function startService(card: CardState, holding: Holding): void {
  if (holding.offer.terms.starts === 'first-use') {
    holding.state = 'waiting';
    card.hasWaiting = true;
  } else {
    holding.state = 'paid';
    grantAllowances(card, holding, 'cycle');
    grantAllowances(card, holding, 'day');
  }
  card.forgetRoutes();
}

/** A purchase that waited for its first use begins. */
export function beginService(card: CardState, holding: Holding): void {
  holding.begin(card.now);
  holding.state = 'paid';
  grantAllowances(card, holding, 'cycle');
  grantAllowances(card, holding, 'day');
}

function isFreePurchase(card: CardState, offer: Offer): boolean {
  const { freePurchases } = offer.terms.fee;
  return freePurchases !== undefined && card.purchaseCount(offer.id) <= freePurchases;
}

function chargeOnce(card: CardState, offer: Offer, kind: 'sim-price' | 'activation-fee', amount: Money | null): void {
  if (amount === null) card.line(offer.id, 'unpriced', { reason: 'price-unknown', note: kind });
  else if (amount !== 0) card.line(offer.id, kind, { amount });
}

/** What a fee comes to: `amount` is null when its price is not known. */
type FeeDue = {
  readonly amount: Money | null;
  readonly share: Ratio | null;
  readonly discount: Money;
  readonly tax: Money;
};

/** Takes the fee that is due. @returns whether the holder may use what the fee pays for. */
export function collectFee(card: CardState, holding: Holding): boolean {
  if (!holding.phase) return true;
  const due = feeDue(card, holding);
  const isForcedUnpaid = card.input.fee === 'unpaid' && !holding.purchase.isFallback && due.amount !== 0;
  if (isForcedUnpaid || card.budget < costNow(holding, due)) return missFee(card, holding, due.amount);
  chargeFee(card, holding.offer, due);
  holding.share = due.share;
  holding.passFee();
  return true;
}

function feeDue(card: CardState, holding: Holding): FeeDue {
  const { proration, taxPercent } = holding.offer.terms.fee;
  const { amount: full, every } = holding.phase as FeePhase;
  const share = holding.shareFrom(card.now, every);
  const isShared = full !== null && share !== null && proration?.what !== 'allowances';
  const amount = isShared ? scaleMoney(full, share, proration?.rounding) : full;
  const base = amount ?? NO_MONEY;
  const tax = scaleMoney(base, { num: taxPercent ?? 0, den: 100 });
  return { amount, share, tax, discount: groupDiscount(card, holding, base) };
}

/** What a fee takes from the balance when it is due. */
function costNow({ offer }: Holding, { amount, tax, discount }: FeeDue): number {
  return offer.terms.special?.is === 'pay-later' ? 0 : (amount ?? 0) + tax - discount;
}

function chargeFee(card: CardState, offer: Offer, { amount, discount, tax }: FeeDue): void {
  if (amount === null) card.line(offer.id, 'unpriced', { reason: 'price-unknown', note: 'fee' });
  else if (offer.terms.special?.is === 'pay-later') oweFee(card, offer, amount);
  else if (amount > 0) card.line(offer.id, 'fee', { amount });
  if (discount > 0) card.line(offer.id, 'discount', { amount: money(-discount) });
  if (tax > 0) card.line(offer.id, 'tax', { amount: tax });
}

function groupDiscount(card: CardState, holding: Holding, amount: Money): Money {
  if (!holding.isBase) return NO_MONEY;
  const members = card.input.groupMembers ?? 1;
  for (const { offer } of card.holdings) {
    if (offer.terms.special?.is !== 'group-discount') continue;
    const step = offer.terms.special.steps.findLast((candidate) => candidate.members <= members);
    return step ? scaleMoney(amount, { num: step.percent, den: 100 }) : NO_MONEY;
  }
  return NO_MONEY;
}

/** What follows when a fee cannot be taken. @returns whether a part of the purchase starts nevertheless. */
function missFee(card: CardState, holding: Holding, amount: Money | null): boolean {
  if (holding.state === 'unpaid') return false;
  const { unpaid, offer } = holding;
  card.line(offer.id, 'fee-not-taken');
  if (unpaid?.do === 'part' && amount !== null && card.input.fee !== 'unpaid') return payPart(card, holding, amount);
  if (!unpaid || unpaid.do === 'not-started') return endUnlessBase(card, holding);
  holding.state = 'unpaid';
  holding.unpaidSince = card.now;
  if (!unpaid.keepsBuckets) dropBuckets(card, ({ purchase }) => purchase === holding.purchase);
  if (unpaid.pack && !holding.purchase.isFallback) startFallback(card, unpaid.pack);
  card.forgetRoutes();
  return false;
}

function payPart(card: CardState, holding: Holding, amount: Money): boolean {
  const paid = money(Math.max(0, Math.floor(card.budget)));
  card.line(holding.offer.id, 'fee', { amount: paid, note: 'part' });
  holding.share = { num: paid, den: amount };
  holding.passFee();
  return true;
}

function endUnlessBase(card: CardState, holding: Holding): boolean {
  if (holding.isBase) holding.state = 'unpaid';
  else endHolding(card, holding);
  card.forgetRoutes();
  return false;
}

function startFallback(card: CardState, pack: { offer: string; from: 'at-once' | 'next-window' }): void {
  const nextWindow = localSecondOf(day(dayOf(card.now) + 1));
  const at = pack.from === 'at-once' ? card.now : nextWindow;
  card.schedule({ offer: pack.offer, at, isFallback: true });
}

export function endHolding(card: CardState, holding: Holding): void {
  holding.state = 'ended';
  card.flushUse();
  dropBuckets(card, ({ purchase }) => purchase === holding.purchase);
  card.holdings = card.holdings.filter((other) => other !== holding);
  card.line(holding.offer.id, 'end');
  card.forgetRoutes();
}

function restartPlan(card: CardState, offer: Offer): void {
  const { base } = card;
  if (!base) return card.line(offer.id, 'refusal', { reason: 'no-card' });
  if (base.phase && card.budget < costNow(base, feeDue(card, base))) {
    return card.line(offer.id, 'refusal', { reason: 'no-money' });
  }
  dropBuckets(card, ({ purchase }) => purchase === base.purchase);
  base.beginAnew(card.now);
  if (!collectFee(card, base)) return;
  base.state = 'paid';
  grantAllowances(card, base, 'cycle');
  grantAllowances(card, base, 'day');
}

/** An unpaid purchase whose fee can be taken again: a first or recurring one starts a new series, an instalment goes on. */
export function retryFee(card: CardState, holding: Holding): void {
  if (card.budget < costNow(holding, feeDue(card, holding))) return;
  const isAnew = holding.isOpen || holding.isFirstFee;
  if (isAnew) holding.beginAnew(card.now);
  collectFee(card, holding);
  card.cancelFallbacks();
  for (const other of card.holdings) if (other.purchase.isFallback) endHolding(card, other);
  holding.state = 'paid';
  card.forgetRoutes();
  if (!isAnew) return renew(card, holding);
  grantAllowances(card, holding, 'cycle');
  grantAllowances(card, holding, 'day');
}

/** Grants the allowances anew where a renewal has come since the last grant. */
export function renew(card: CardState, holding: Holding): void {
  if (holding.renewal > card.now) return;
  while (holding.renewal <= card.now) holding.passRenewal();
  grantAllowances(card, holding, 'cycle');
}

// --- credit and exchange ---------------------------------------------------------------------------------------------

/** What one purchase costs; nothing where the offer has no fee. */
function priceOnce({ terms }: Offer): Money | null {
  const [phase] = terms.fee.phases;
  return phase ? phase.amount : NO_MONEY;
}

/** A credit that comes by itself waits for the balance to fall. */
function armCredit(card: CardState, offer: Offer): void {
  card.armed.push(offer);
  lendIfLow(card);
}

/** Lends by itself what is armed, where the balance has fallen to its mark and nothing of it is owed. */
export function lendIfLow(card: CardState): void {
  for (const offer of card.armed) {
    const { special } = offer.terms;
    const mark = special?.is === 'credit' ? (special.startsAt ?? NO_MONEY) : NO_MONEY;
    const isOwed = card.debts.some((debt) => debt.offer === offer.id);
    if (isOwed || card.budget > mark) continue;
    card.flushUse();
    takeCredit(card, offer);
  }
}

function takeCredit(card: CardState, offer: Offer): void {
  const { special } = offer.terms;
  if (special?.is !== 'credit') return;
  const charge = priceOnce(offer);
  if (charge === null) card.line(offer.id, 'unpriced', { reason: 'price-unknown', note: 'fee' });
  card.balance += special.amount;
  card.line(offer.id, 'credit', { use: { kind: 'money', units: special.amount } });
  const at = addSeconds(card.now, special.days * DAY_SECONDS);
  card.debts.push({ at, offer: offer.id, loan: special.amount, charge: charge ?? NO_MONEY });
  card.hasChanged = true;
}

function oweFee(card: CardState, offer: Offer, charge: Money): void {
  const days = offer.terms.special?.is === 'pay-later' ? offer.terms.special.days : 0;
  card.debts.push({ at: addSeconds(card.now, days * DAY_SECONDS), offer: offer.id, loan: 0, charge });
}

/** Takes back what is owed, at its date or at the next top-up. */
export function repay(card: CardState, isDue: (at: LocalSecond) => boolean): void {
  const due = card.debts.filter(({ at }) => isDue(at));
  card.debts = card.debts.filter((debt) => !due.includes(debt));
  for (const { offer, loan, charge } of due) {
    card.balance -= loan;
    const use = { kind: 'money' as const, units: loan };
    card.line(offer, 'repayment', loan > 0 ? { amount: charge, use } : { amount: charge });
  }
}

/** What is exchanged joins what the offer holds of the same kind: its scope and its steps; one by one where it holds none. */
function countedAs({ terms }: Offer, { kind, scope }: ExchangeSide): { increment: Increment; scope: Scope } {
  const own = terms.allowances.find((allowance) => allowance.kind === kind && allowance.amount !== 'unlimited');
  return { increment: own?.increment ?? { first: 1, next: 1, mode: 'up', per: 'event' }, scope: own?.scope ?? scope };
}

function exchange(card: CardState, offer: Offer, from: ExchangeSide, to: ExchangeSide): void {
  const source = card.buckets.find(
    ({ allowance, left }) => allowance.kind === from.kind && left >= from.amount && left !== Number.POSITIVE_INFINITY,
  );
  if (!source) return card.line(offer.id, 'refusal', { reason: 'used-up' });
  const fee = priceOnce(offer);
  if (fee !== null && fee > card.budget) return card.line(offer.id, 'refusal', { reason: 'no-money' });
  if (fee === null) card.line(offer.id, 'unpriced', { reason: 'price-unknown', note: 'fee' });
  else if (fee > 0) card.line(offer.id, 'fee', { amount: fee });
  source.left -= from.amount;
  const { lives } = source.allowance;
  const { increment, scope } = countedAs(card.offer(source.offer), to);
  card.line(offer.id, 'exchange', { use: { kind: to.kind, units: to.amount, scope } });
  const allowance = { ...to, scope, per: 'cycle' as const, lives, increment };
  const grant = { purchase: source.purchase, allowance, amount: to.amount, at: card.now, expires: source.expires };
  card.buckets.push(new Bucket({ ...grant, isOfBase: source.isOfBase }));
  card.forgetRoutes();
}
