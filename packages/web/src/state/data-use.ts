import type { StayInput } from '@simwise/advisor';
import { readDataUse } from '@simwise/catalog';

const MEGABYTES = 1024;
const GIGABYTE = 2 ** 30;

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
