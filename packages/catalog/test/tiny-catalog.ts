import { type Day, localSecondOf, type OffsetHistory, parseDay, ratioFromDecimal } from '@simwise/engine';
import { compileOffer } from '../src/build/compile-one.ts';
import type { CompiledCatalog, CompiledOffer, EntryBasket, ExchangeRate } from '../src/compiled.ts';
import { REPLY_WORDS, type ReplyRules } from '../src/reply-rules.ts';

const ALMATY: OffsetHistory = [
  { from: Number.MIN_SAFE_INTEGER, minutes: 360 },
  { from: localSecondOf(parseDay('2024-03-01')) - 360 * 60, minutes: 300 },
];

const SHANGHAI: OffsetHistory = [{ from: Number.MIN_SAFE_INTEGER, minutes: 480 }];

const PLAIN_VERSION = {
  seen: { from: '2026-10', to: '2026-10', basis: 'made up for a test' },
  sources: ['test'],
  evidence: 'operator-page',
  confidence: 'high',
  sale: 'open',
  tax: 'included',
  fee: 'none',
};

const BASE_FACTS = { card: 'phone', number: 'local', networks: ['alpha'], hotspot: 'allowed' };

type Source = Readonly<Record<string, unknown>>;

/** An offer as the catalogue has it, with what a test does not care about filled in. `version` is its only version. */
export function anOffer({
  version,
  versions,
  ...offer
}: Source & { id: string; version?: Source; versions?: Source[] }): CompiledOffer {
  const all = versions ?? [version ?? {}];
  return compileOffer(
    {
      brand: 'alpha',
      role: 'base',
      names: { en: offer.id },
      ...(offer['role'] === undefined || offer['role'] === 'base' ? BASE_FACTS : {}),
      ...offer,
      versions: all.map((each) => ({ ...PLAIN_VERSION, ...each })),
    },
    new Map([['Asia/Shanghai', SHANGHAI]]),
  );
}

export function aRate(day: string, of: string, into: string, rate: string): ExchangeRate {
  return { day: parseDay(day), of, in: into, rate: ratioFromDecimal(rate, 0), sources: ['test'] };
}

const BASKET: EntryBasket = {
  usd: series({ 2018: '7.51', 2019: '4.73', 2020: '3.90', 2021: '6.89', 2022: '6.67', 2025: '11.77' }),
  local: series({ 2021: '2590', 2022: '2590', 2023: '3190', 2024: '4990', 2025: '5990' }),
  published: parseDay('2025-12-02'),
  notes: 'the figures of the official statistic',
  sources: ['test'],
};

export function series(values: Readonly<Record<string, string>>): EntryBasket['usd'] {
  return Object.fromEntries(Object.entries(values).map(([year, text]) => [year, ratioFromDecimal(text, 0)]));
}

const NO_WORDS = Object.fromEntries(REPLY_WORDS.map((word) => [word, []])) as unknown as ReplyRules['words'];

/** A catalogue of a few offers, two brands on one network and one rate of the dollar, for figures worked out by hand. */
export function aCatalog(offers: readonly CompiledOffer[], more: Partial<CompiledCatalog> = {}): CompiledCatalog {
  const sources = ['test'];
  return {
    format: 1,
    newestEvidence: parseDay('2026-10-31'),
    country: {
      id: 'kz',
      names: { en: 'Kazakhstan' },
      currency: 'KZT',
      languages: ['kk', 'ru'],
      callingCode: '7',
      zone: 'Asia/Almaty',
      offsets: ALMATY,
      tax: [
        { from: null, percent: 12, sources },
        { from: parseDay('2026-01-01'), percent: 16, sources },
      ],
      emergency: { numbers: { '112': { en: 'emergency' } }, sources },
      mobilePrefixes: [
        { prefix: '701', brand: 'alpha', sources },
        { prefix: '702', brand: 'beta', sources },
        { prefix: '706', sources },
      ],
      callingCodes: { countries: { '7': 'RU', '86': 'CN', '852': 'HK', '996': 'KG' }, sources },
      landlinePrefix: '7',
      assumedIncrements: { basis: 'made up', sources },
    },
    operators: [{ id: 'alpha', names: { en: 'Alpha' } }],
    networks: [{ id: 'alpha', names: { en: 'Alpha' }, operator: 'alpha', plmn: [], sources }],
    brands: [
      { id: 'alpha', names: { en: 'Alpha' }, onNet: ['beta'] },
      { id: 'beta', names: { en: 'Beta' } },
      { id: 'gamma', names: { en: 'Gamma' } },
    ],
    sources: [{ id: 'test', publisher: 'Nobody', address: 'example.org' }],
    exchangeRates: [aRate('2026-03-03', 'USD', 'KZT', '500')],
    entryBasket: BASKET,
    activities: [],
    formalities: [],
    offers,
    leftOut: [],
    replies: { words: NO_WORDS, units: [], months: [], brands: [] },
    ...more,
  };
}

export const d = (text: string): Day => parseDay(text);
