import { type DateParts, kazakhDate, kazakhList, kazakhRegion } from './kazakh-forms.ts';

/** Kazakh numbers are written with the same signs. */
const STAND_IN = 'ru-RU';

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
  return new Intl.NumberFormat(isMissingKazakh(locale) ? STAND_IN : locale, options);
}

/** A date by the clock of Greenwich; the year always, of the rest what `parts` says. */
export function writeDate(locale: string, date: Date, parts: DateParts): string {
  if (isMissingKazakh(locale)) return kazakhDate(date, parts);
  const { day, month, time } = parts;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(month ? { month } : {}),
    ...(day ? { day: 'numeric' } : {}),
    ...(time ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
    timeZone: 'UTC',
  }).format(date);
}

export function writeList(locale: string, items: readonly string[]): string {
  if (isMissingKazakh(locale)) return kazakhList(items);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** The name of a country by its two letters; the letters where it has none. */
export function regionName(locale: string, code: string): string {
  if (!isMissingKazakh(locale)) return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  return kazakhRegion(code) ?? new Intl.DisplayNames(STAND_IN, { type: 'region' }).of(code) ?? code;
}
