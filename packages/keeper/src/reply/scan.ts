import type { ReplyRules, ReplyWord } from '@simwise/catalog';
import {
  addSeconds,
  DAY_SECONDS,
  type Day,
  dateFromDay,
  dayFromDate,
  daysInMonth,
  type LocalSecond,
  localSecondOf,
} from '@simwise/engine';

/** A number of a reply and where it stands. `text` is plain decimal: `1234.5`; `isOpen` where a comma has two readings. */
export type FoundNumber = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isOpen: boolean;
};

/** The moment from which what is valid until a date is gone. */
export type FoundDate = { readonly start: number; readonly end: number; readonly until: LocalSecond };

export type FoundWord = { readonly start: number; readonly end: number; readonly word: ReplyWord };

export type Scan = {
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  readonly dates: readonly FoundDate[];
  readonly words: readonly FoundWord[];
};

/** Rules as `replyRulesOf` gives them. */
export type Rules = Omit<ReplyRules, 'brands'> & { readonly nines?: number };

/** Finds the numbers, dates and known words of a reply. `today` completes dates without a year. */
export function scanReply(text: string, rules: Rules, today: Day): Scan {
  const lower = lowerCase(text);
  const words = findWords(lower, rules);
  const dates = findDates(lower, { rules, today, words });
  const numbers = findNumbers(lower).filter((number) => !dates.some((date) => overlaps(date, number)));
  return { text: lower, numbers, dates, words };
}

/** Places must stay those of the text. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

// --- words -----------------------------------------------------------------------------------------------------------

/** Where one of the words stands: whole, or as a beginning where it ends in a star. */
export function wordPattern(words: readonly string[]): RegExp {
  const longest = [...words].sort((a, b) => b.length - a.length);
  const parts = longest.map((word) =>
    word.endsWith('*') ? `${escaped(word.slice(0, -1))}\\p{L}*` : `${escaped(word)}(?!\\p{L})`,
  );
  return new RegExp(`(?<!\\p{L})(?:${parts.join('|') || '(?!)'})`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
}

/** Of words that overlap the longer one holds: "из доступных" is no "доступно". */
function findWords(text: string, { words }: Rules): FoundWord[] {
  const all = Object.entries(words).flatMap(([word, list]) =>
    [...text.matchAll(wordPattern(list))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      word: word as ReplyWord,
    })),
  );
  const length = ({ start, end }: FoundWord) => end - start;
  return all
    .filter((one) => !all.some((other) => other !== one && overlaps(one, other) && length(other) > length(one)))
    .sort((a, b) => a.start - b.start);
}

// --- numbers ---------------------------------------------------------------------------------------------------------

const SPACE = '[ \\u00a0\\u202f]';
/** Groups of three digits, with or without decimals, or digits with decimals. */
const NUMBER = new RegExp(
  `(?<![\\d*#+]|\\d[.,])[-−]?(?:\\d{1,3}(?:${SPACE}\\d{3})+(?![\\d])(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,3}(?:,\\d{3})+\\.\\d{1,2}(?!\\d)|\\d+(?:[.,]\\d+)?)(?![\\d*#])`,
  'gu',
);
/** More digits in one piece are a phone or account number. */
const MOST_DIGITS = 8;

function findNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [raw] = match;
    if (/\d{9,}/.test(raw) || raw.replace(/\D/g, '').length > MOST_DIGITS + 2) return [];
    const isTimeOfDay = /\d:$/.test(text.slice(0, match.index)) || /^:\d/.test(text.slice(match.index + raw.length));
    if (isTimeOfDay) return [];
    return [{ start: match.index, end: match.index + raw.length, ...plainDecimal(raw) }];
  });
}

function plainDecimal(raw: string): { text: string; isOpen: boolean } {
  const sign = /^[-−]/.test(raw) ? '-' : '';
  const digits = raw.replace(/^[-−]/, '').replace(/[ \u00a0\u202f]/g, '');
  if (/,\d{3}(?:,|\.)/.test(digits)) return { text: sign + digits.replaceAll(',', ''), isOpen: false };
  return { text: sign + digits.replace(',', '.'), isOpen: /^\d{1,3}[.,]\d{3}$/.test(digits) };
}

// --- dates -----------------------------------------------------------------------------------------------------------

type DateContext = { readonly rules: Rules; readonly today: Day; readonly words: readonly FoundWord[] };
type Parts = { readonly year?: number; readonly month: number; readonly dayOfMonth: number };

const TIME = '(?:[\\s,]*(?:в|at|сағат)?\\s*(\\d{1,2}):(\\d{2})(?::\\d{2})?)?';
const FULL = new RegExp(`(?<!\\d)(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})(?!\\d)${TIME}`, 'g');
const ISO = new RegExp(`(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)${TIME}`, 'g');
const SHORT = new RegExp(`(?<![\\d.])(\\d{1,2})\\.(\\d{2})(?![\\d.,])${TIME}`, 'g');

function findDates(text: string, context: DateContext): FoundDate[] {
  const found = [
    ...dated(text, FULL, context, (m) => ({ year: fullYear(m[3]), month: Number(m[2]), dayOfMonth: Number(m[1]) })),
    ...dated(text, ISO, context, (m) => ({ year: Number(m[1]), month: Number(m[2]), dayOfMonth: Number(m[3]) })),
    ...datesWithMonthNames(text, context),
  ];
  const short = dated(text, SHORT, context, (m) => ({ month: Number(m[2]), dayOfMonth: Number(m[1]) }));
  return [
    ...found,
    ...short.filter((date) => isTold(text, date, context) && !found.some((other) => overlaps(other, date))),
  ];
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

/** `25.12` is a date only beside a word such as "until". */
function isTold(text: string, { start, end }: FoundDate, { words }: DateContext): boolean {
  return words.some(
    (word) =>
      (word.word === 'until' && word.end <= start && /^[\s:]*$/.test(text.slice(word.end, start))) ||
      (word.word === 'until-before' && word.start >= end && /^[\s:]*$/.test(text.slice(end, word.start))),
  );
}

function dated(
  text: string,
  pattern: RegExp,
  context: DateContext,
  partsOf: (match: RegExpExecArray) => Parts,
): FoundDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const until = endOf(partsOf(match), [match.at(-2), match.at(-1)], context.today);
    return until === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, until }];
  });
}

function datesWithMonthNames(text: string, context: DateContext): FoundDate[] {
  return context.rules.months.flatMap((names, index) => {
    const name = wordPattern(names).source;
    const month = index + 1;
    const before = new RegExp(
      `(?:(\\d{4})\\s*(?:жыл\\p{L}*|ж\\.)\\s*)?(?<!\\d)(\\d{1,2})\\s*${name}(?:[\\s,]*(\\d{4})(?!\\d))?${TIME}`,
      'gu',
    );
    const after = new RegExp(`${name}\\.?\\s*(\\d{1,2})(?!\\d)(?:[\\s,]+(\\d{4})(?!\\d))?${TIME}`, 'gu');
    const first = dated(text, before, context, (m) => withYear(m[1] ?? m[3], month, Number(m[2])));
    const second = dated(text, after, context, (m) => withYear(m[2], month, Number(m[1])));
    return [...first, ...second.filter((date) => !first.some((other) => overlaps(other, date)))];
  });
}

function withYear(year: string | undefined, month: number, dayOfMonth: number): Parts {
  return { month, dayOfMonth, ...(year === undefined ? {} : { year: Number(year) }) };
}

/** The end of the day, or the minute that is named; a date without a year is the next of its kind. */
function endOf(parts: Parts, [hour, minute]: readonly (string | undefined)[], today: Day): LocalSecond | undefined {
  const day = dayOfParts(parts, today);
  if (day === undefined) return undefined;
  const isLastMinute = hour === undefined || (Number(hour) === 23 && Number(minute) === 59) || Number(hour) > 23;
  if (isLastMinute) return localSecondOf(day, DAY_SECONDS);
  return addSeconds(localSecondOf(day), Number(hour) * 3600 + Number(minute) * 60);
}

function dayOfParts({ year, month, dayOfMonth }: Parts, today: Day): Day | undefined {
  const thisYear = dateFromDay(today).year;
  const isDay = (inYear: number) =>
    month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(inYear, month);
  if (year !== undefined) return isDay(year) ? dayFromDate({ year, month, dayOfMonth }) : undefined;
  const next = [thisYear, thisYear + 1].find(
    (inYear) => isDay(inYear) && dayFromDate({ year: inYear, month, dayOfMonth }) >= today,
  );
  return next === undefined ? undefined : dayFromDate({ year: next, month, dayOfMonth });
}
