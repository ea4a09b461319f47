// Small builders for the offers, cards and uses of tests and benchmarks. Nothing else imports them.
import type { CardInput } from './card-state.ts';
import { parseDay } from './civil-day.ts';
import { type Cycle, FOREVER } from './cycle.ts';
import type { Line, LineKind } from './ledger.ts';
import { formatLocal, LOCAL_DAYS, localSecondOf, type OffsetHistory, parseLocal } from './local-time.ts';
import { money, type Ratio } from './money.ts';
import type { Allowance, ChargeAction, Fee, FeePhase, Increment, Offer, OfferRole, Rate, Terms } from './offer.ts';
import { INTERNET, type UsageEvent, type UsageKind } from './usage.ts';

export const MINUTE = 60;
export const MB = 1024 * 1024;
export const GB = 1024 * MB;

/** UTC+6 until the end of February 2024, UTC+5 since. */
export const ALMATY: OffsetHistory = [
  { from: Number.MIN_SAFE_INTEGER, minutes: 360 },
  { from: localSecondOf(parseDay('2024-02-29'), 18 * 3600), minutes: 300 },
];
export const SHANGHAI: OffsetHistory = [{ from: Number.MIN_SAFE_INTEGER, minutes: 480 }];

export const ONE_BY_ONE: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };
export const BY_MINUTE: Increment = { first: 60, next: 60, mode: 'up', per: 'event' };

const EMPTY_TERMS: Terms = {
  carries: ['voice', 'sms', 'data'],
  simPrice: money(0),
  activationFee: money(0),
  fee: { phases: [], proration: null },
  starts: 'purchase',
  term: FOREVER,
  renews: FOREVER,
  dayRule: LOCAL_DAYS,
  allowances: [],
  rates: [],
  unpaid: null,
  order: 'add-on-first',
  rounding: { mode: 'half-up', of: 'line', to: money(1) },
};

export function offerOf(id: string, role: OfferRole, terms: Partial<Terms>): Offer {
  return { id, brand: 'test', role, currency: 'KZT', terms: { ...EMPTY_TERMS, ...terms } };
}

export function plan(terms: Partial<Terms> = {}, id = 'plan'): Offer {
  return offerOf(id, 'base', terms);
}

export function pack(terms: Partial<Terms> = {}, id = 'pack'): Offer {
  return offerOf(id, 'add-on', terms);
}

export function days(count: number, ends: 'midnight' | 'moment' | 'day-end' = 'midnight'): Cycle {
  return { unit: 'days', count, ends };
}

export function months(count: number): Cycle {
  return { unit: 'months', count };
}

export function fee(amount: number | null, every: Cycle = FOREVER, times: number | null = null): Fee {
  return { phases: [phase(amount, every, times)], proration: null };
}

export function phase(amount: number | null, every: Cycle, times: number | null): FeePhase {
  return { amount: amount === null ? null : money(amount), every, times };
}

export function allowance(
  kind: Allowance['kind'],
  amount: Allowance['amount'],
  more: Partial<Allowance> = {},
): Allowance {
  return { kind, amount, scope: {}, per: 'cycle', lives: { is: 'renewal' }, increment: ONE_BY_ONE, ...more };
}

export function charge(price: Ratio | number | null, more: Partial<ChargeAction> = {}): ChargeAction {
  const ratio = typeof price === 'number' ? { num: price, den: 1 } : price;
  return { do: 'charge', price: ratio, increment: ONE_BY_ONE, ...more };
}

export function rate(kind: UsageKind, action: Rate['action'], more: Partial<Rate> = {}): Rate {
  return { kind, scope: {}, action, ...more };
}

/** A card that buys each of the offers once, at the start of the period, unless told otherwise. */
export function card(offers: readonly Offer[], more: Partial<Omit<CardInput, 'offers'>> = {}): CardInput {
  const start = parseDay('2026-01-01');
  return {
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    purchases: offers.map(({ id }) => buyOn('2026-01-01', id)),
    period: { start, days: 30 },
    local: ALMATY,
    ...more,
  };
}

export function buyOn(at: string, offer: string) {
  return { offer, at: parseLocal(at) };
}

export function period(start: string, count: number) {
  return { start: parseDay(start), days: count };
}

export function topUpOn(at: string, amount: number) {
  return { at: parseLocal(at), amount: money(amount) };
}

export function data(at: string, amount: number, more: Partial<UsageEvent> = {}): UsageEvent {
  return { at: parseLocal(at), kind: 'data', to: INTERNET, amount, ...more };
}

export function call(at: string, amount: number, to = 'national-mobile'): UsageEvent {
  return { at: parseLocal(at), kind: 'voice', to, amount };
}

export function message(at: string, to = 'national-mobile'): UsageEvent {
  return { at: parseLocal(at), kind: 'sms', to, amount: 1 };
}

/** Lines of some kinds, or of all, in words: `01-05 plan fee 1000` or `01-05 plan grant 500 units`. */
export function ledger(lines: readonly Line[], ...kinds: readonly LineKind[]): string[] {
  return lines.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(told);
}

function told({ at, offer, kind, amount, use, reason }: Line): string {
  const charged = amount === 0 ? '' : ` ${amount}`;
  const counted = use === undefined ? '' : ` ${use.units} units`;
  return `${formatLocal(at).slice(5, 10)} ${offer} ${kind}${charged}${counted}${reason === undefined ? '' : ` ${reason}`}`;
}
