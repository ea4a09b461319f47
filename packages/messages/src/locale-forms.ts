import { type DateParts, kazakhDate, kazakhList, kazakhRegion } from './kazakh-forms.ts';

/** Kazakh numbers are written with the same signs. */
const STAND_IN = 'ru-RU';

/** Keeps what was made for a locale and options: to make a formatter takes a hundred times as long as to use it. */
function keeping<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const format = made.get(key) ?? make(locale, options);
    made.set(key, format);
    return format;
  };
}

const numbers = keeping((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = keeping((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const lists = keeping((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

const plurals = keeping((locale) => new Intl.PluralRules(locale));
const regions = keeping((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options));

const known = new Map<string, boolean>();

/**
 * Whether this browser knows how a language writes. One that does not writes as the device's language does; where that is
 * the same language, it gives the months numbers.
 */
function isKnown(locale: string): boolean {
  const isIt = known.get(locale) ?? (isSupported(locale) && writesMonths(locale));
  known.set(locale, isIt);
  return isIt;
}

function isSupported(locale: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
}

function writesMonths(locale: string): boolean {
  return !/\d/.test(new Intl.DateTimeFormat(locale, { month: 'short' }).format(0));
}

function isMissingKazakh(locale: string): boolean {
  return locale.startsWith('kk') && !isKnown(locale);
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return numbers(isMissingKazakh(locale) ? STAND_IN : locale, options);
}

/** Languages in which the year has a word beside it: `2026 г.`, `2026 ж.` */
const HAS_WORD_FOR_YEAR = /^(?:ru|kk)/;

/**
 * A date by the clock of Greenwich; the year always, of the rest what `parts` says. One with a word beside its year stays on
 * one line, lest the next begin with that word.
 */
export function writeDate(locale: string, date: Date, parts: DateParts): string {
  const written = isMissingKazakh(locale) ? kazakhDate(date, parts) : intlDate(locale, date, parts);
  return HAS_WORD_FOR_YEAR.test(locale) ? written.replaceAll(' ', '\u00a0') : written;
}

function intlDate(locale: string, date: Date, { day, month, time }: DateParts): string {
  return dates(locale, {
    year: 'numeric',
    ...(month ? { month } : {}),
    ...(day ? { day: 'numeric' } : {}),
    ...(time ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
    timeZone: 'UTC',
  }).format(date);
}

/** Which of a language's forms goes with a count. */
export function pluralRule(locale: string, count: number): Intl.LDMLPluralRule {
  return plurals(locale, {}).select(count);
}

export function writeList(locale: string, items: readonly string[]): string {
  if (isMissingKazakh(locale)) return kazakhList(items);
  return lists(locale, { type: 'conjunction' }).format(items);
}

/** The name of a country by its two letters; the letters where it has none. */
export function regionName(locale: string, code: string): string {
  if (!isMissingKazakh(locale)) return regions(locale, { type: 'region' }).of(code) ?? code;
  return kazakhRegion(code) ?? regions(STAND_IN, { type: 'region' }).of(code) ?? code;
}
