import { addMonths, type Day, day, parseDay } from '@simwise/engine';

/** The first and last day that a date written `2019`, `2019-03` or `2019-03-14` may mean. */
export function daysOfPartialDate(text: string): { first: Day; last: Day } {
  const [year, month, dayOfMonth] = text.split('-');
  if (dayOfMonth) return { first: parseDay(text), last: parseDay(text) };
  const first = parseDay(`${year}-${month ?? '01'}-01`);
  return { first, last: day(addMonths(first, month ? 1 : 12) - 1) };
}
