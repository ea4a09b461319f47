declare const civilDay: unique symbol;

/** A calendar day as the number of days since 1970-01-01; no time zone is involved. */
export type Day = number & { readonly [civilDay]: true };

export type CivilDate = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

export function day(number: number): Day {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a day number: ${number}`);
  return number as Day;
}

const DAYS_PER_400_YEARS = 146_097;
const SHORTEST_MONTH = 28;

/** Days from 1970-01-01 to a date of the Gregorian calendar; counts years from March so that leap days come last. */
export function dayFromDate({ year, month, dayOfMonth }: CivilDate): Day {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return day(era * DAYS_PER_400_YEARS + dayOfEra - 719_468);
}

export function dateFromDay(value: Day): CivilDate {
  const shifted = value + 719_468;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return dayFromDate({ ...next, dayOfMonth: 1 }) - dayFromDate({ year, month, dayOfMonth: 1 });
}

/**
 * The day `months` after `anchor`, keeping the anchor's day of month: a month too short for it gives its last day.
 * From 31 January: 28 February, 31 March, 30 April; from 29 February 2028, twelve months: 28 February 2029.
 */
export function addMonths(anchor: Day, months: number): Day {
  const { year, month, dayOfMonth } = dateFromDay(anchor);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const last = dayOfMonth > SHORTEST_MONTH ? daysInMonth(targetYear, targetMonth) : SHORTEST_MONTH;
  return dayFromDate({ year: targetYear, month: targetMonth, dayOfMonth: Math.min(dayOfMonth, last) });
}

export function firstOfMonth(value: Day): Day {
  const { year, month } = dateFromDay(value);
  return dayFromDate({ year, month, dayOfMonth: 1 });
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(value: Day): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}

/** `"2026-02-28"` as a day. @throws RangeError on anything that is not a day of the calendar. */
export function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) throw new RangeError(`not a day as YYYY-MM-DD: ${text}`);
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) {
    throw new RangeError(`no such day: ${text}`);
  }
  return dayFromDate({ year, month, dayOfMonth });
}

export function formatDay(value: Day): string {
  const { year, month, dayOfMonth } = dateFromDay(value);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
