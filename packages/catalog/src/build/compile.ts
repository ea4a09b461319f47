import { brotliCompressSync, constants } from 'node:zlib';
import { type Day, day, type OffsetHistory, parseDay, type Ratio, ratioFromDecimal } from '@simwise/engine';
import type { Activity, CompiledCatalog, CompiledOffer, CompiledVersion, Country, ExchangeRate } from '../compiled.ts';
import { daysOfPartialDate } from '../partial-date.ts';
import { readMoney } from '../quantity.ts';
import { compileFormality } from './compile-formality.ts';
import { type CompileContext, compilePhases, compileTerms } from './compile-terms.ts';
import type { LoadedCatalog, LoadedOffer } from './load.ts';
import type { OfferSource, VersionSource } from './schema/offer.ts';

const KILO = 1024;
const MEGABYTE = KILO * KILO;

/** The catalogue as clients get it. @throws RangeError on texts that no reader accepts, which the checks find before. */
export function compileCatalog(catalog: LoadedCatalog): CompiledCatalog {
  const { market, activities } = catalog.documents;
  const { entryBasket } = catalog.documents['reference-prices'];
  const zones = compileZones(catalog);
  const sources = catalog.sources.map(({ source }) => source);
  const offers = catalog.offers.map((offer) => compileOffer(offer, catalog, zones));
  const seen = offers.flatMap(({ versions }) => versions.map((version) => version.seen?.[1] ?? 0));
  return {
    format: 1,
    newestEvidence: day(Math.max(0, ...seen)),
    country: compileCountry(catalog),
    ...market,
    sources,
    exchangeRates: catalog.documents['exchange-rates'].rates.map(compileRate),
    entryBasket: {
      usd: compileSeries(entryBasket.usd),
      local: compileSeries(entryBasket.local),
      published: parseDay(entryBasket.published),
      notes: entryBasket.notes,
      sources: entryBasket.sources,
    },
    activities: activities.activities.map(compileActivity),
    formalities: catalog.documents.formalities.rules.map((rule) => compileFormality(rule, sources)),
    offers,
    leftOut: catalog.documents['left-out'].leftOut,
    replies: catalog.documents.replies,
  };
}

type OffsetSource = { from?: string | undefined; utc: string };

/** Each entry holds from midnight, on the clock it replaces, of its day. */
function compileOffsets(entries: readonly OffsetSource[]): OffsetHistory {
  let before = 0;
  return entries.map(({ from, utc }) => {
    const minutes = minutesOf(utc);
    const start = from === undefined ? Number.MIN_SAFE_INTEGER : parseDay(from) * 86_400 - before * 60;
    before = minutes;
    return { from: start, minutes };
  });
}

function minutesOf(utc: string): number {
  const minutes = Number(utc.slice(1, 3)) * 60 + Number(utc.slice(4, 6));
  return utc.startsWith('-') ? -minutes : minutes;
}

function compileZones(catalog: LoadedCatalog): Map<string, OffsetHistory> {
  const zones = Object.entries(catalog.documents.zones.zones);
  return new Map(zones.map(([name, entries]) => [name, compileOffsets(entries)]));
}

function compileCountry({ documents }: LoadedCatalog): Country {
  const { offsets, tax, ...rest } = documents.country;
  const withDays = tax.map(({ from, ...entry }) => ({ ...entry, from: from === undefined ? null : parseDay(from) }));
  return { ...rest, offsets: compileOffsets(offsets), tax: withDays };
}

function compileRate(rate: LoadedCatalog['documents']['exchange-rates']['rates'][number]): ExchangeRate {
  const { of, in: into, note, sources } = rate;
  return {
    day: daysOfPartialDate(rate.day).last,
    of,
    in: into,
    rate: ratioFromDecimal(rate.rate, 0),
    ...(note === undefined ? {} : { note }),
    sources,
  };
}

function compileSeries(series: Readonly<Record<string, { amount: string }>>): Record<string, Ratio> {
  return Object.fromEntries(Object.entries(series).map(([year, { amount }]) => [year, ratioFromDecimal(amount, 0)]));
}

function compileActivity({
  megabytes,
  ...activity
}: LoadedCatalog['documents']['activities']['activities'][number]): Activity {
  const bytes = (text: string) => Math.round(Number(text) * MEGABYTE);
  const { low, typical, high } = megabytes;
  return { ...activity, bytes: { low: bytes(low), typical: bytes(typical), high: bytes(high) } } as Activity;
}

// --- offers ----------------------------------------------------------------------------------------------------------

function compileOffer(loaded: LoadedOffer, catalog: LoadedCatalog, zones: CompileContext['zones']): CompiledOffer {
  return compileOfferSource(loaded.source, {
    family: loaded.file.file.replace(/^offers\/|\.ya?ml$/g, ''),
    localSimPrice: simPriceOf(catalog),
    zones,
    currency: catalog.documents.country.currency,
  });
}

type OfferContext = Omit<CompileContext, 'offer' | 'kilo'> & { readonly currency: string };

export function compileOfferSource(source: OfferSource, { currency, ...rest }: OfferContext): CompiledOffer {
  const { versions, networks, ...offer } = source;
  const context: CompileContext = { ...rest, offer: source, kilo: KILO };
  return {
    ...(offer as Omit<CompiledOffer, 'versions' | 'networks' | 'currency'>),
    ...(networks === undefined || networks === 'unknown' ? {} : { networks }),
    currency: currencyOf(versions, currency),
    versions: versions.map((version) => compileVersion(version, context)),
  };
}

function simPriceOf({ documents }: LoadedCatalog): CompileContext['localSimPrice'] {
  const { between, recorded } = documents.country.localSimPrice;
  return { between: between as readonly [string, string], ...(recorded ? { recorded } : {}) };
}

/** The currency of the first amount of money the versions state; the country's own where they state none. */
export function currencyOf(versions: readonly VersionSource[], otherwise: string): string {
  const [first] = versions.flatMap((version) => moneyTexts(version));
  return first ? readMoney(first).currency : otherwise;
}

const MONEY_TEXT = /^\d+(?:\.\d+)? ?[A-Z]{3}(?= per |$)/;

/** Every amount of money in a version, as "1190 KZT", unit prices without their unit. */
export function moneyTexts(node: unknown): string[] {
  if (typeof node === 'string') return MONEY_TEXT.exec(node)?.slice(0, 1) ?? [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(moneyTexts);
}

function compileVersion(source: VersionSource, context: CompileContext): CompiledVersion {
  const seen = seenDays(source);
  const from = source.effective ? parseDay(source.effective) : seen?.[0];
  const { sources, evidence, confidence, sale, tax, payments, estimate, notes } = source;
  return {
    ...(from === undefined ? {} : { from }),
    ...(seen ? { seen } : {}),
    basis: source.seen.basis,
    sources,
    evidence,
    confidence,
    sale,
    tax,
    ...(payments ? { payments: compilePayments(payments) } : {}),
    terms: compileTerms(source, context),
    ...(estimate ? { estimate } : {}),
    ...(notes ? { notes } : {}),
  };
}

function compilePayments(payments: NonNullable<VersionSource['payments']>) {
  return Object.fromEntries(Object.entries(payments).map(([name, phases]) => [name, compilePhases(phases)]));
}

function seenDays({ seen }: VersionSource): readonly [Day, Day] | undefined {
  if (seen.from === 'unknown' || seen.to === 'unknown') return undefined;
  return [daysOfPartialDate(seen.from).first, daysOfPartialDate(seen.to).last];
}

/** Bytes of a document as a client fetches it. */
export function brotliSize(json: string, quality = 11): number {
  return brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
