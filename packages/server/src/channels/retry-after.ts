import type { IncomingHttpHeaders } from 'node:http';

const LONGEST_SECONDS = 86_400;

/** Seconds that a `Retry-After` header asks for, given as a number or as a date (RFC 9110); null where it says nothing. */
export function retryAfterSeconds({ 'retry-after': value, date }: IncomingHttpHeaders): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Math.min(Number(value), LONGEST_SECONDS);
  // By the other side's own clock where it tells it: ours may be off.
  const seconds = (Date.parse(value) - (date === undefined ? Date.now() : Date.parse(date))) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_SECONDS) : null;
}
