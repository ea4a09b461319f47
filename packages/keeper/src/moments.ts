import { type Day, type LocalSecond, localSecondOf } from '@simwise/engine';

/** The last second of a day. */
export function endOfDay(day: Day): LocalSecond {
  return localSecondOf(day, 86_399);
}

export function laterOf(a: LocalSecond, b: LocalSecond): LocalSecond {
  return a > b ? a : b;
}
