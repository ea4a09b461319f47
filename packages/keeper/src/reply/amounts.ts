import { type ReplyWord, readVolume } from '@simwise/catalog';
import { currencyDecimals, type LocalSecond, money, parseMinor, type UsageKind } from '@simwise/engine';
import { type FoundNumber, type FoundWord, type Rules, type Scan, wordPattern } from './scan.ts';

/**
 * A number of a reply with its unit: `GB`, `min`, `sms`, `KZT`, or none. `words` are the known words that speak of it:
 * those before it, or those behind it where none stand before.
 */
export type Amount = {
  readonly number: FoundNumber;
  readonly unit: string | null;
  readonly end: number;
  readonly words: ReadonlySet<ReplyWord>;
  readonly until?: LocalSecond;
};

/** The amounts of a reply in their order. */
export function findAmounts(scan: Scan, rules: Rules): Amount[] {
  const units = rules.units.map(({ id, words }) => ({ id, pattern: wordPattern(words) }));
  const withUnits = scan.numbers.map((number) => ({ number, ...unitAfter(scan.text, number, units) }));
  const joined = shareUnits(scan, withUnits);
  const segments = segmentsOf(scan.text);
  return joined.map((amount, index) => {
    const around = { before: joined[index - 1]?.end ?? 0, after: joined[index + 1]?.number.start ?? scan.text.length };
    const segment = segments.find(({ end }) => amount.number.start < end) ?? { start: 0, end: scan.text.length };
    return { ...amount, words: wordsOf(scan.words, amount, { ...around, segment }), ...untilOf(scan, joined, index) };
  });
}

type WithUnit = { readonly number: FoundNumber; readonly unit: string | null; readonly end: number };

function unitAfter(text: string, { end }: FoundNumber, units: readonly { id: string; pattern: RegExp }[]) {
  const gap = /^[\s\u00a0]*/.exec(text.slice(end))?.[0].length ?? 0;
  const from = end + gap;
  const found = units
    .map(({ id, pattern }) => ({ unit: id, length: matchAt(pattern, text, from) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0];
  return found ? { unit: found.unit, end: from + found.length } : { unit: null, end };
}

/** A unit stands directly behind its number: `5ГБ` has no gap, so what stands before is no matter. */
function matchAt(pattern: RegExp, text: string, from: number): number {
  const rest = text.slice(from, from + 40);
  const match = new RegExp(pattern.source, 'u').exec(rest);
  return match?.index === 0 ? match[0].length : 0;
}

/** "200 of 500 min": the first number has the unit of the second. */
function shareUnits({ text, words }: Scan, amounts: readonly WithUnit[]): WithUnit[] {
  return amounts.map((amount, index) => {
    const next = amounts[index + 1];
    if (amount.unit !== null || !next?.unit) return amount;
    const isPart = words.some(
      ({ word, start, end }) => word === 'of' && start >= amount.end && end <= next.number.start,
    );
    const isShort = /^[\s/\p{L}]*$/u.test(text.slice(amount.end, next.number.start));
    return isPart && isShort ? { ...amount, unit: next.unit } : amount;
  });
}

type Segment = { readonly start: number; readonly end: number };

/** Parts of a reply that speak of one thing: lines and sentences. */
function segmentsOf(text: string): Segment[] {
  const ends = [...text.matchAll(/[\n;•]|[.,](?=\s|$)/g)].map((match) => match.index + 1);
  return [...ends, text.length].map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

const PLACING: ReadonlySet<ReplyWord> = new Set(['until', 'until-before']);

function wordsOf(
  words: readonly FoundWord[],
  amount: WithUnit,
  { before, after, segment }: { before: number; after: number; segment: Segment },
): ReadonlySet<ReplyWord> {
  const within = (from: number, to: number) =>
    words.filter(({ start, end, word }) => start >= from && end <= to && !PLACING.has(word)).map(({ word }) => word);
  const ahead = within(Math.max(before, segment.start), amount.number.start).filter((word) => word !== 'of-before');
  const behind = within(amount.end, Math.min(after, segment.end)).filter((word) => word !== 'of');
  const following = behind.filter((word) => word === 'of-before');
  return new Set(ahead.length > 0 ? [...ahead, ...following] : behind);
}

/** A date speaks of the amounts since the date before; one that no amount stands before, of those behind it. */
function untilOf({ dates }: Scan, amounts: readonly WithUnit[], index: number): { until?: LocalSecond } {
  const { start } = (amounts[index] as WithUnit).number;
  const sorted = [...dates].sort((a, b) => a.start - b.start);
  const leads = sorted[0] !== undefined && sorted[0].start < ((amounts[0] as WithUnit).number.start ?? 0);
  const date = leads ? sorted.findLast((each) => each.start < start) : sorted.find((each) => each.start > start);
  return date ? { until: date.until } : {};
}

/** What an amount counts; null where its unit is not one of the known. */
export function kindOf(unit: string): UsageKind | 'money' {
  if (/^[A-Z]{3}$/.test(unit)) return 'money';
  return unit === 'min' || unit === 's' ? 'voice' : unit === 'sms' || unit === 'mms' ? unit : 'data';
}

/** Bytes, seconds, messages or minor units of money; null for what cannot be such an amount. */
export function unitsOf(number: string, unit: string): number | null {
  try {
    if (kindOf(unit) === 'money') return moneyOf(number, unit);
    return readVolume(`${number} ${unit}`).units;
  } catch {
    return null;
  }
}

function moneyOf(number: string, currency: string): number {
  const amount = parseMinor(number.replace('-', ''), currencyDecimals(currency));
  return number.startsWith('-') ? money(-amount) : amount;
}
