import {
  type Allowance,
  type BucketLife,
  type ChargeAction,
  type Cycle,
  type DayRule,
  type ExchangeSide,
  type Fee,
  type FeePhase,
  FOREVER,
  type Increment,
  LOCAL_DAYS,
  type Money,
  money,
  type OffsetHistory,
  parseDay,
  type Rate,
  type Rounding,
  type Scope,
  type Special,
  type Terms,
  type Uncertain,
  type Unpaid,
  type UsageKind,
} from '@simwise/engine';
import { readCycle, readHours, readIncrement, readMoney, readUnitPrice, readVolume } from '../quantity.ts';
import type { OfferSource, VersionSource } from './schema/offer.ts';

export type CompileContext = {
  /** Offers of one file read the same open fact alike. */
  readonly family: string;
  readonly offer: OfferSource;
  readonly localSimPrice: { readonly between: readonly [string, string]; readonly recorded?: string };
  readonly zones: ReadonlyMap<string, OffsetHistory>;
  readonly kilo: number;
};

type BetweenSource<T> = { readonly between: readonly [T, T]; readonly recorded?: T | undefined };
type Fact<T> = 'unknown' | BetweenSource<T> | T;

/** The steps assumed where a page states none: a second, a kilobyte. */
const ASSUMED: Readonly<Record<string, string>> = { voice: '1 s', data: '1 KB' };
/** The coarsest steps met in the market, for a step that is stated to be unknown. */
const COARSEST: Readonly<Record<string, string>> = { voice: '60 s', data: '1 MB' };
/** No charge, in the ISO code for no currency. */
const FREE = '0 XXX';
const ONE_BY_ONE: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

/** The terms of a version as the engine reads them, open facts kept open. @throws RangeError on texts no reader accepts. */
export function compileTerms(source: VersionSource, context: CompileContext): Uncertain<Terms> {
  const steps = new Steps(source, context);
  const { offer } = context;
  return {
    carries: source.carries ?? carriedBy(offer, source),
    simPrice: compileSimPrice(source.simPrice, context),
    activationFee: compileAmount(source.activationFee ?? FREE),
    fee: compileFee(source, context),
    starts: compileStarts(source.starts, context),
    term: compileTerm(source.validity),
    renews: compileRenewal(source),
    dayRule: compileDays(source.days, context),
    allowances: (source.allowances ?? []).map((allowance) => compileAllowance(allowance, steps)),
    rates: (source.rates ?? []).map((rate) => compileRate(rate, steps)),
    unpaid: compileUnpaid(source.unpaid, steps),
    order:
      source.order === 'unknown'
        ? open(context, 'order', ['add-on-first', 'plan-first'])
        : (source.order ?? 'add-on-first'),
    rounding: compileRounding(source.rounding),
    ...(source.maxCall ? { maxCallSeconds: readVolume(source.maxCall).units } : {}),
    ...(source.special ? { special: compileSpecial(source.special, context.kilo) } : {}),
  };
}

/** The kinds a plan carries when it does not say: a card with a number calls and writes, a data card does not. */
function carriedBy(offer: OfferSource, source: VersionSource): UsageKind[] {
  if (offer.card === 'phone' || offer.card === 'hybrid') return ['voice', 'sms', 'data'];
  const kinds: UsageKind[] = ['data', 'voice', 'sms', 'mms'];
  const named = [...(source.allowances ?? []), ...(source.rates ?? [])];
  return kinds.filter((kind) => kind === 'data' || named.some((item) => item[kind] !== undefined));
}

function open<T>(context: CompileContext, fact: string, oneOf: readonly T[]) {
  return { oneOf, key: `${context.family}/${fact}` };
}

function isBetween<T>(fact: Fact<T>): fact is BetweenSource<T> {
  return typeof fact === 'object' && fact !== null && 'between' in fact;
}

function compileSimPrice(fact: VersionSource['simPrice'], context: CompileContext): Uncertain<Money | null> {
  if (fact === 'unknown') return compileAmount(context.localSimPrice);
  return compileAmount(fact ?? FREE);
}

/** An amount of money; unknown is null. */
function compileAmount(fact: Fact<string>): Uncertain<Money | null> {
  if (fact === 'unknown') return null;
  if (!isBetween(fact)) return readMoney(fact).amount;
  const [low, high] = fact.between.map((end) => readMoney(end).amount) as [Money, Money];
  return { recorded: fact.recorded ? readMoney(fact.recorded).amount : low, low, high };
}

// --- fee -------------------------------------------------------------------------------------------------------------

function compileFee(source: VersionSource, context: CompileContext): Uncertain<Fee> {
  return {
    phases: compilePhases(source.fee),
    proration: compileProration(source.proration, context),
    ...(source.freePurchases ? { freePurchases: source.freePurchases } : {}),
  };
}

export function compilePhases(fee: VersionSource['fee']): Uncertain<FeePhase>[] {
  if (fee === 'none') return [];
  if (fee === 'unknown') return [{ amount: null, every: FOREVER, times: 1 }];
  return fee.map(({ amount, every, times }) => {
    const isOnce = every === 'once';
    return {
      amount: compileAmount(amount),
      every: isOnce ? FOREVER : readCycle(every),
      times: isOnce ? 1 : (times ?? null),
    };
  });
}

function compileProration(proration: VersionSource['proration'], context: CompileContext): Uncertain<Fee['proration']> {
  const rule = (what: 'fee' | 'fee-and-allowances', countsFirstDay: boolean) =>
    ({ what, countsFirstDay, basis: 'cycle', rounding: 'half-up' }) as const;
  if (proration === undefined || proration === 'none') return null;
  if (proration === 'unknown') {
    return open(context, 'proration', [
      null,
      rule('fee-and-allowances', true),
      rule('fee-and-allowances', false),
      rule('fee', true),
    ]);
  }
  const { of, firstDay, basis = 'cycle', rounding = 'half-up' } = proration;
  const what = of === 'fee and allowances' ? 'fee-and-allowances' : of;
  const countsFirstDay = firstDay === 'unknown' ? open(context, 'firstDay', [true, false]) : firstDay === 'counts';
  return { what, countsFirstDay, basis, rounding };
}

function compileStarts(starts: VersionSource['starts'], context: CompileContext): Uncertain<Terms['starts']> {
  if (starts === 'unknown') return open(context, 'starts', ['purchase', 'first-use'] as const);
  if (starts === 'first use') return 'first-use';
  return starts === 'by hand' ? 'by-hand' : 'purchase';
}

/** A validity that is not known lives for ever at best and a day at worst. */
function compileTerm(validity: VersionSource['validity']): Uncertain<Cycle> {
  if (validity === undefined) return FOREVER;
  if (validity === 'unknown') return { recorded: FOREVER, low: FOREVER, high: readCycle('1 day') };
  if (typeof validity === 'string') return readCycle(validity);
  const [one, other] = validity.between.map(readCycle) as [Cycle, Cycle];
  return { recorded: validity.recorded ? readCycle(validity.recorded) : one, low: other, high: one };
}

function compileRenewal(source: VersionSource): Cycle {
  if (source.renews) return readCycle(source.renews);
  const last = typeof source.fee === 'string' ? undefined : source.fee.at(-1);
  if (!last || last.every === 'once' || last.times !== undefined) return FOREVER;
  return readCycle(last.every);
}

function compileDays(days: VersionSource['days'], context: CompileContext): Uncertain<DayRule> {
  if (days === undefined || days === 'local') return LOCAL_DAYS;
  if (days === '24 hours') return { is: 'rolling' };
  if (days === 'unknown') return open<DayRule>(context, 'days', [LOCAL_DAYS, { is: 'rolling' }]);
  const zone = context.zones.get(days);
  if (!zone) throw new RangeError(`no such zone in zones.yaml: ${days}`);
  return { is: 'zone', zone };
}

function compileRounding(rounding: VersionSource['rounding']): Rounding {
  if (!rounding) return { mode: 'half-up', of: 'line', to: money(1) };
  return { ...rounding, to: readMoney(rounding.to).amount };
}

// --- allowances and rates --------------------------------------------------------------------------------------------

type AllowanceSource = NonNullable<VersionSource['allowances']>[number];
type RateSource = NonNullable<VersionSource['rates']>[number];

/** The steps in which use is counted: of the allowance or rate itself, of the version, or assumed. */
class Steps {
  readonly kilo: number;
  readonly #source: VersionSource;
  readonly context: CompileContext;

  constructor(source: VersionSource, context: CompileContext) {
    this.kilo = source.kilo ?? context.kilo;
    this.#source = source;
    this.context = context;
  }

  of(kind: UsageKind | 'money', own: Fact<string> | undefined): Uncertain<Increment> {
    if (kind !== 'voice' && kind !== 'data') return ONE_BY_ONE;
    const fact = own ?? this.#source.increments?.[kind] ?? (ASSUMED[kind] as string);
    if (fact === 'unknown') {
      const fine = readIncrement(ASSUMED[kind] as string, this.kilo);
      return { recorded: fine, low: fine, high: readIncrement(COARSEST[kind] as string, this.kilo) };
    }
    if (!isBetween(fact)) return readIncrement(fact, this.kilo);
    const [low, high] = fact.between.map((end) => readIncrement(end, this.kilo)) as [Increment, Increment];
    return { recorded: fact.recorded ? readIncrement(fact.recorded, this.kilo) : low, low, high };
  }
}

const ALLOWANCE_KINDS = ['data', 'voice', 'sms', 'mms'] as const;

function compileAllowance(source: AllowanceSource, steps: Steps): Uncertain<Allowance> {
  const kind = ALLOWANCE_KINDS.find((candidate) => source[candidate] !== undefined) ?? 'money';
  return {
    kind,
    amount:
      kind === 'money'
        ? readMoney(source.bonus as string).amount
        : compileVolume(source[kind] as VolumeFact, steps.kilo),
    scope: compileScope(source),
    per: source.per ?? 'cycle',
    lives: compileLife(source.lives),
    increment: steps.of(kind, source.increment),
    ...(source.kbps ? { kbps: source.kbps } : {}),
    ...(source.during ? { during: readCycle(source.during) } : {}),
    ...(source.fairUse ? { fairUse: source.fairUse } : {}),
    ...(source.choice ? { choice: source.choice } : {}),
    ...(source.sharedBy ? { sharedBy: source.sharedBy } : {}),
    ...(source.rebuyAt !== undefined ? { rebuyAt: volumeUnits(source.rebuyAt, steps.kilo) } : {}),
  };
}

type VolumeFact = Fact<string | number>;

/** Of two possible volumes the larger costs less. An unknown one is nothing at worst and unlimited at best. */
function compileVolume(fact: VolumeFact, kilo: number): Uncertain<number | 'unlimited'> {
  if (fact === 'unknown') return { recorded: 0, low: 'unlimited', high: 0 };
  const units = (volume: string | number) => (volume === 'unlimited' ? 'unlimited' : volumeUnits(volume, kilo));
  if (!isBetween(fact)) return units(fact);
  const [less, more] = fact.between.map(units).sort(compareVolumes) as [Volume, Volume];
  return { recorded: fact.recorded === undefined ? less : units(fact.recorded), low: more, high: less };
}

type Volume = number | 'unlimited';

function compareVolumes(a: Volume, b: Volume): number {
  const size = (volume: Volume) => (volume === 'unlimited' ? Number.MAX_VALUE : volume);
  return size(a) - size(b);
}

function volumeUnits(volume: string | number, kilo: number): number {
  return typeof volume === 'number' ? volume : readVolume(volume, kilo).units;
}

function compileScope(source: AllowanceSource | RateSource): Scope {
  return {
    ...(source.to ? { to: source.to } : {}),
    ...(source.apps ? { apps: source.apps.map((app) => app.toLowerCase()) } : {}),
    ...(source.hours ? { hours: source.hours.map(readHours) } : {}),
    ...(source.notOver ? { notOver: source.notOver } : {}),
    ...(source.network ? { network: source.network } : {}),
    ...(source.zone ? { zone: source.zone } : {}),
    ...(source.lastDay ? { lastDay: parseDay(source.lastDay) } : {}),
  };
}

function compileLife(life: AllowanceSource['lives']): BucketLife {
  if (life === undefined || life === 'renewal') return { is: 'renewal' };
  if (life === 'forever') return { is: 'forever' };
  if (life === 'end of next month') return { is: 'end-of-next-month' };
  if ('months' in life) return { is: 'months', count: life.months };
  if ('days' in life) return { is: 'days', count: life.days };
  return { is: 'forever', idleMonths: life.untilIdleMonths };
}

function compileRate(source: RateSource, steps: Steps): Uncertain<Rate> {
  const kind = ALLOWANCE_KINDS.find((candidate) => source[candidate] !== undefined) as UsageKind;
  const when = source.afterTopUp && { topUp: readMoney(source.afterTopUp.of).amount, days: source.afterTopUp.days };
  return { kind, scope: compileScope(source), ...(when ? { when } : {}), action: compileAction(source, kind, steps) };
}

function compileAction(source: RateSource, kind: UsageKind, steps: Steps): Uncertain<Rate['action']> {
  const fact = source[kind];
  if (fact === 'stop') return { do: 'stop' };
  if (typeof fact === 'object' && 'throttle' in fact) return { do: 'throttle', kbps: compileSpeed(fact.throttle) };
  if (fact === 'unknown' && !source.steps && !source.bands) return { do: 'unknown' };
  return {
    do: 'charge',
    price: compilePrice(fact as Fact<string>, kind, steps.kilo),
    ...compileCharge(source, kind, steps),
  };
}

type ChargeTerms = Omit<ChargeAction, 'do' | 'price'>;

function compileCharge(
  source: RateSource,
  kind: UsageKind,
  steps: Steps,
): { readonly [K in keyof ChargeTerms]: Uncertain<ChargeTerms[K]> } {
  const price = (text: string) => readUnitPrice(text, kind, steps.kilo).price;
  return {
    increment: steps.of(kind, source.increment),
    ...(source.connect ? { connect: readMoney(source.connect).amount } : {}),
    ...(source.steps ? { steps: compileSteps(source.steps, price, steps.kilo) } : {}),
    ...(source.bands ? { bands: source.bands.map((band) => compileBand(band, price)) } : {}),
    ...(source.dailyCap ? { dailyCap: { ...source.dailyCap, amount: readMoney(source.dailyCap.amount).amount } } : {}),
  };
}

type ReadPrice = (text: string) => { num: number; den: number };

function compileSteps({ of, prices }: NonNullable<RateSource['steps']>, price: ReadPrice, kilo: number) {
  const compiled = prices.map((step) => ({
    until: step.until === undefined ? null : readVolume(step.until as string, kilo).units,
    price: price(step.price as string),
  }));
  return { of, prices: compiled };
}

function compileBand(band: NonNullable<RateSource['bands']>[number], price: ReadPrice) {
  const weekdaysOnly = band.weekdaysOnly ? { weekdaysOnly: true } : {};
  return { hours: readHours(band.hours), price: price(band.price as string), ...weekdaysOnly };
}

function compilePrice(fact: Fact<string>, kind: UsageKind, kilo: number): Uncertain<ChargeAction['price']> {
  if (fact === 'unknown') return null;
  const price = (text: string) => readUnitPrice(text, kind, kilo).price;
  if (!isBetween(fact)) return price(fact);
  const [low, high] = fact.between.map(price) as [ReturnType<typeof price>, ReturnType<typeof price>];
  return { recorded: fact.recorded ? price(fact.recorded) : low, low, high };
}

function compileSpeed(fact: Fact<number>): number | null {
  return typeof fact === 'number' ? fact : null;
}

// --- the rest --------------------------------------------------------------------------------------------------------

function compileUnpaid(unpaid: VersionSource['unpaid'], steps: Steps): Uncertain<Unpaid> | null {
  if (unpaid === undefined || unpaid === 'unknown') return null;
  const keeps = unpaid.keepsBuckets ?? false;
  return {
    do: unpaid.do,
    rates: (unpaid.rates ?? []).map((rate) => compileRate(rate, steps)),
    keepsBuckets: keeps === 'unknown' ? open(steps.context, 'keepsBuckets', [false, true]) : keeps,
    ...(unpaid.pack ? { pack: unpaid.pack } : {}),
    ...(unpaid.days ? { days: unpaid.days } : {}),
  };
}

function compileSpecial(special: NonNullable<VersionSource['special']>, kilo: number): Special {
  if ('restart' in special) return { is: 'restart' };
  if ('payLaterDays' in special) return { is: 'pay-later', days: special.payLaterDays };
  if ('groupDiscount' in special) return { is: 'group-discount', steps: special.groupDiscount };
  if ('exchange' in special) {
    const { from, to } = special.exchange;
    return { is: 'exchange', from: exchangeSide(from, kilo), to: exchangeSide(to, kilo) };
  }
  const startsAt = special.startsAt ? { startsAt: readMoney(special.startsAt).amount } : {};
  return { is: 'credit', amount: readMoney(special.credit).amount, days: special.days, ...startsAt };
}

function exchangeSide(
  side: { data?: string | undefined; voice?: string | undefined; sms?: number | undefined },
  kilo: number,
): ExchangeSide {
  if (side.data !== undefined) return { kind: 'data', amount: readVolume(side.data, kilo).units, scope: {} };
  if (side.voice !== undefined) return { kind: 'voice', amount: readVolume(side.voice).units, scope: {} };
  return { kind: 'sms', amount: side.sms ?? 0, scope: {} };
}
