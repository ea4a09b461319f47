import {
  BadText,
  type CompiledCatalog,
  type CompiledOffer,
  type CompiledVersion,
  readCycle,
  readMoney,
  readUnitPrice,
  readVolume,
} from '@simwise/catalog';
import {
  type Allowance,
  type Cycle,
  type Day,
  FOREVER,
  type Increment,
  LOCAL_DAYS,
  money,
  NO_MONEY,
  type Rate,
  type Scope,
  type Terms,
  type UsageKind,
} from '@simwise/engine';

/** What is wrong with a part of a poster: what was expected there instead. */
export type PosterProblem =
  | { readonly is: 'name' | 'price' | 'item' }
  | { readonly is: 'currency'; readonly currency: string }
  | { readonly is: 'destination'; readonly known: readonly string[] }
  | { readonly is: 'text'; readonly error: BadText };

/** A line of a poster that cannot be read; `part` is what was not understood. */
export class BadPoster extends Error {
  readonly part: string;
  readonly problem: PosterProblem;

  constructor(part: string, problem: PosterProblem) {
    super(`"${part}" was not understood`);
    this.part = part;
    this.problem = problem;
  }
}
const ONE_BY_ONE: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

type PosterTerms = {
  readonly currency: string;
  readonly fee: { readonly amount: number; readonly every: Cycle; readonly isOnce: boolean };
  readonly allowances: readonly Allowance[];
  readonly rates: readonly Rate[];
  readonly simPrice: number;
  readonly isDataOnly: boolean;
};

/**
 * An offer read off a wall: a name, a price with its period (`30d`, `28d`, `week`, `month`, `day`, `once`) and what it
 * buys. It is taken as seen on the day, tax included, and what it does not say is unknown. @throws BadPoster
 */
export function readPoster(text: string, index: number, seen: Day): CompiledOffer {
  const colon = text.indexOf(':');
  if (colon < 1) throw new BadPoster(text, { is: 'name' });
  const name = text.slice(0, colon).trim();
  const terms = readTerms(text.slice(colon + 1));
  return {
    id: `poster-${index}`,
    brand: 'poster',
    role: 'base',
    card: terms.isDataOnly ? 'data' : 'phone',
    names: { en: name },
    number: terms.isDataOnly ? 'none' : 'local',
    hotspot: 'unknown',
    currency: terms.currency,
    versions: [posterVersion(terms, seen)],
  };
}

/** A catalogue with the posters added to its offers. */
export function withPosters(catalog: CompiledCatalog, posters: readonly string[], seen: Day): CompiledCatalog {
  if (posters.length === 0) return catalog;
  const offers = posters.map((text, index) => readPoster(text, index + 1, seen));
  return { ...catalog, offers: [...catalog.offers, ...offers] };
}

function readTerms(text: string): PosterTerms {
  const [price = '', ...items] = text.split(',').map((item) => item.trim());
  const { currency, amount, every, isOnce } = readPrice(price);
  const read = items.map((item) => readItem(item, currency));
  const allowances = read.flatMap((item) => (item.is === 'allowance' ? [item.allowance] : []));
  return {
    currency,
    fee: { amount, every, isOnce },
    allowances,
    rates: read.flatMap((item) => (item.is === 'rate' ? [item.rate] : [])),
    simPrice: read.reduce((sum, item) => (item.is === 'sim' ? sum + item.amount : sum), 0),
    isDataOnly: read.some((item) => item.is === 'data-only'),
  };
}

const PERIODS: Readonly<Record<string, string>> = { day: '1 day', week: '7 days', month: 'month' };

function readPrice(text: string): { currency: string; amount: number; every: Cycle; isOnce: boolean } {
  const match = /^(\d[\d.]*) ?([A-Z]{3}) ?\/ ?(?:(\d{1,3}) ?d(?:ays?)?|(day|week|month|once))$/.exec(text);
  if (!match) throw new BadPoster(text, { is: 'price' });
  const { amount, currency } = understood(text, () => readMoney(`${match[1]} ${match[2]}`));
  const isOnce = match[4] === 'once';
  const period = match[3] ? `${match[3]} days` : (PERIODS[match[4] ?? ''] ?? 'forever');
  return { currency, amount, every: understood(text, () => readCycle(period)), isOnce };
}

function understood<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadText) throw new BadPoster(part, { is: 'text', error });
    throw error;
  }
}

type Item =
  | { readonly is: 'allowance'; readonly allowance: Allowance }
  | { readonly is: 'rate'; readonly rate: Rate }
  | { readonly is: 'sim'; readonly amount: number }
  | { readonly is: 'data-only' };

function readItem(item: string, currency: string): Item {
  if (/^data only$/i.test(item)) return { is: 'data-only' };
  const sim = /^sim (\d[\d.]* ?[A-Z]{3})$/i.exec(item);
  if (sim)
    return {
      is: 'sim',
      amount: inCurrency(
        item,
        understood(item, () => readMoney(sim[1] as string)),
        currency,
      ).amount,
    };
  const rate = /^(\d[\d.]* ?[A-Z]{3}) ?(?:\/|per) ?(MB|GB|min|sms)(?: (.+))?$/.exec(item);
  if (rate) return { is: 'rate', rate: readRate(item, rate, currency) };
  const unlimited = /^unlimited (?:(data|internet)|(min|minutes|calls|sms)? ?(.*))$/i.exec(item);
  if (unlimited) return { is: 'allowance', allowance: readUnlimited(item, unlimited) };
  const volume = /^([\d.]+ ?(?:MB|GB|min|sms))(?: (.+))?$/.exec(item);
  if (volume) return { is: 'allowance', allowance: readAllowance(item, volume) };
  throw new BadPoster(item, { is: 'item' });
}

function inCurrency<T extends { currency: string }>(item: string, price: T, currency: string): T {
  if (price.currency === currency) return price;
  throw new BadPoster(item, { is: 'currency', currency });
}

function readRate(item: string, match: RegExpExecArray, currency: string): Rate {
  const unit = match[2] as string;
  const kind: UsageKind = unit === 'min' ? 'voice' : unit === 'sms' ? 'sms' : 'data';
  const price = understood(item, () => readUnitPrice(`${match[1]} per ${unit}`, kind));
  const action = { do: 'charge', price: inCurrency(item, price, currency).price, increment: ONE_BY_ONE } as const;
  return { kind, scope: readScope(item, kind, match[3]), action };
}

function readUnlimited(item: string, match: RegExpExecArray): Allowance {
  if (match[1]) return allowance('data', 'unlimited', {});
  const kind: UsageKind = /sms/i.test(match[2] ?? '') ? 'sms' : 'voice';
  return allowance(kind, 'unlimited', readScope(item, kind, match[3]));
}

function readAllowance(item: string, match: RegExpExecArray): Allowance {
  const { kind, units } = understood(item, () => readVolume(match[1] as string));
  return allowance(kind, units, readScope(item, kind, match[2]));
}

function allowance(kind: UsageKind, amount: number | 'unlimited', scope: Scope): Allowance {
  return { kind, amount, scope, per: 'cycle', lives: { is: 'renewal' }, increment: ONE_BY_ONE };
}

const DESTINATIONS: readonly string[] = ['on-net', 'national-mobile', 'landline', 'national', 'intl'];

function readScope(item: string, kind: UsageKind, text: string | undefined): Scope {
  const words = (text ?? '').trim();
  if (kind === 'data') {
    if (words === '') return {};
    return { apps: words.split('+').map((app) => app.trim().toLowerCase()) };
  }
  if (words === '') return { to: ['national'] };
  const to = words.split('+').map((word) => (/^[A-Z]{2}$/.test(word.trim()) ? `intl:${word.trim()}` : word.trim()));
  const strange = to.find((word) => !DESTINATIONS.includes(word) && !/^intl:[A-Z]{2}$/.test(word));
  if (strange === undefined) return { to };
  throw new BadPoster(item, { is: 'destination', known: DESTINATIONS });
}

function posterVersion(poster: PosterTerms, seen: Day): CompiledVersion {
  const { fee, allowances, rates, simPrice, isDataOnly } = poster;
  const terms: Terms = {
    carries: isDataOnly ? ['data'] : ['voice', 'sms', 'data'],
    simPrice: money(simPrice),
    activationFee: NO_MONEY,
    fee: { phases: [{ amount: money(fee.amount), every: fee.every, times: fee.isOnce ? 1 : null }], proration: null },
    starts: 'purchase',
    term: FOREVER,
    renews: fee.isOnce ? FOREVER : fee.every,
    dayRule: LOCAL_DAYS,
    allowances,
    rates,
    unpaid: null,
    order: 'add-on-first',
    rounding: { mode: 'half-up', of: 'line', to: money(1) },
  };
  const evidence = { evidence: 'poster', confidence: 'high', sale: 'open', tax: 'included' } as const;
  return { seen: [seen, seen], basis: 'read off a poster', sources: [], ...evidence, terms };
}
