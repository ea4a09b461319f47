import type { StayInput } from '@simwise/advisor';
import { readDataUse } from '@simwise/catalog';

const MEGABYTES = 1024;
const MEGABYTE = 2 ** 20;
export const GIGABYTE = 2 ** 30;

/** What the sliders of an answer can say: days, and gigabytes a day. */
export const DAYS = { min: 1, max: 365, step: 1 } as const;
export const GIGABYTES = { min: 0, max: 5, step: 0.05 } as const;

/** Lengths of stay and gigabytes a day for which an answer is drawn. */
export const MAP_DAYS: readonly number[] = [1, 2, 3, 5, 7, 10, 14, 18, 21, 25, 30, 38, 45, 60];
export const MAP_GIGABYTES: readonly number[] = [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** All that the slider for data can say. */
export function gigabyteSteps(): number[] {
  const { min, max, step } = GIGABYTES;
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, place) => rounded(min + place * step));
}

/** Gigabytes a day that a stay states, over all apps; undefined where it states none. */
export function gigabytesOf({ usage }: StayInput): number | undefined {
  if (usage?.data === undefined) return undefined;
  const bytes = readDataUse(usage.data).reduce((sum, { perDay }) => sum + perDay.num / perDay.den, 0);
  return rounded(bytes / GIGABYTE);
}

/** To the hundredth, as the fields show it. */
export function rounded(gigabytes: number): number {
  return Math.round(gigabytes * 100) / 100;
}

/** Data use stated in gigabytes a day, in place of what activities say. */
export function dataOf(gigabytes: number | undefined): { data: string | undefined; activities: undefined } {
  const data = gigabytes === undefined ? undefined : `${Math.round(gigabytes * MEGABYTES)}MB/day`;
  return { data, activities: undefined };
}

/** The bytes a day that `dataOf` states. */
export function bytesOf(gigabytes: number): number {
  return Math.round(gigabytes * MEGABYTES) * MEGABYTE;
}
