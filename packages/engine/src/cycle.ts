import { addMonths, type Day, dateFromDay, dayFromDate } from './civil-day.ts';
import {
  addSeconds,
  DAY_SECONDS,
  type DayCount,
  dayStartAfter,
  dayWhereCounted,
  type LocalSecond,
  startOfDayWhereCounted,
} from './local-time.ts';

/**
 * A length of time a fee pays for or a purchase lives.
 * `days`: ends at the midnight after that many calendar days, the first one counted (`midnight`); at the same time of
 * day (`moment`); or at the end of the day on which that moment falls (`day-end`, as in "720 hours, to 23:59").
 * `months`: to the same day of month, anchored at the start. `calendar-month`: to the next `dayOfMonth` (1 to 28). `forever`: no end.
 */
export type Cycle =
  | { readonly unit: 'days'; readonly count: number; readonly ends: 'midnight' | 'moment' | 'day-end' }
  | { readonly unit: 'months'; readonly count: number }
  | { readonly unit: 'calendar-month'; readonly dayOfMonth: number }
  | { readonly unit: 'forever' };

export const FOREVER: Cycle = { unit: 'forever' };

export const NEVER = Number.MAX_SAFE_INTEGER as LocalSecond;

/** The end of the cycle number `index` (0 is the first) of a series that began at `days.origin`; never for `forever`. */
export function cycleEnd(cycle: Cycle, days: DayCount, index = 0): LocalSecond {
  const start = dayWhereCounted(days, days.origin);
  switch (cycle.unit) {
    case 'forever':
      return NEVER;
    case 'months':
      return startOfDayWhereCounted(days, addMonths(start, cycle.count * (index + 1)));
    case 'calendar-month':
      return startOfDayWhereCounted(days, addMonths(firstCalendarEnd(start, cycle.dayOfMonth), index));
    case 'days':
      return endAfterDays(cycle.ends, days, cycle.count * (index + 1));
  }
}

type DaysEnd = (Cycle & { unit: 'days' })['ends'];

function endAfterDays(ends: DaysEnd, days: DayCount, count: number): LocalSecond {
  if (ends === 'midnight') return dayStartAfter(days, days.origin, count);
  const moment = addSeconds(days.origin, count * DAY_SECONDS);
  return ends === 'moment' ? moment : dayStartAfter(days, moment);
}

function firstCalendarEnd(start: Day, dayOfMonth: number): Day {
  const { year, month } = dateFromDay(start);
  const thisMonth = dayFromDate({ year, month, dayOfMonth });
  return thisMonth > start ? thisMonth : addMonths(thisMonth, 1);
}

/** The days of the calendar cycle that `start` falls in: those left, and those of the whole cycle. */
export function partOfCalendarMonth(start: Day, dayOfMonth: number): { left: number; whole: number } {
  const end = firstCalendarEnd(start, dayOfMonth);
  return { left: end - start, whole: end - addMonths(end, -1) };
}
