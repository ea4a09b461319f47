import type { Stay } from '@simwise/advisor';
import type { ExpectedUse } from './keeper-protocol.ts';

type Part = Stay['profile'][number];

const MEGABYTE = 2 ** 20;
const MINUTE = 60;
/** Messages are counted by the month: few people send one every day. */
const MONTH_DAYS = 30;

/** The use of a stay as the keeper's file writes it; what comes to nothing is left out. */
export function expectedUse(profile: Stay['profile']): ExpectedUse {
  const data = texts(profile, 'data', ({ app, perDay }) => part(app, hundredths(perDay, MEGABYTE), 'MB/day'));
  const calls = texts(profile, 'voice', ({ to, perDay }) => part(to, hundredths(perDay, MINUTE), 'min/day'));
  const sms = texts(profile, 'sms', ({ to, perDay }) => part(to, Math.round(perMonth(perDay)), '/month'));
  return {
    ...(data === '' ? {} : { data }),
    ...(calls === '' ? {} : { calls }),
    ...(sms === '' ? {} : { sms }),
  };
}

function texts(profile: Stay['profile'], kind: Part['kind'], write: (part: Part) => string): string {
  const parts = profile.filter((each) => each.kind === kind).map(write);
  return parts.filter((text) => text !== '').join(',');
}

function part(name: string | undefined, amount: number, unit: string): string {
  if (amount === 0) return '';
  return `${name === undefined ? '' : `${name}:`}${amount}${unit}`;
}

function hundredths({ num, den }: Part['perDay'], unit: number): number {
  return Math.round((num / den / unit) * 100) / 100;
}

function perMonth({ num, den }: Part['perDay']): number {
  return (num / den) * MONTH_DAYS;
}
