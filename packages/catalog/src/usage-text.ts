import { INTERNET, type ProfilePart, reduceRatio, type UsageKind } from '@simwise/engine';
import { BadText, readVolume } from './quantity.ts';

/**
 * Use as people write it: `500MB/day`, `whatsapp:100MB/day,2GB/month`, `national-mobile:10min/day,CN:2min/day`,
 * `national-mobile:1/day`. A week has 7 days here and a month 30. Readers throw BadText on what they cannot read.
 */

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** More than this in a day is a slip of the pen, not use. */
export const MOST_PER_DAY: Readonly<Record<UsageKind, number>> = {
  data: 2 ** 40,
  voice: 86_400,
  sms: 10_000,
  mms: 10_000,
};

const DESTINATION =
  /^(on-net|national-mobile|landline|group|favourites|intl:[A-Z]{2}(?:\/[\w!. -]+)?|short:\d{2,6}|\+[1-9]\d{6,14})$/;

export function readDataUse(text: string): ProfilePart[] {
  return split(text).map((part) => {
    const { name, amount, days } = readPart(part, 'data');
    const app = name === undefined ? {} : { app: name.toLowerCase() };
    const volume = readVolume(amount);
    if (volume.kind !== 'data') throw new BadText('data-use', part);
    return profilePart('data', INTERNET, { units: volume.units, days, text: part }, app);
  });
}

export function readCallUse(text: string): ProfilePart[] {
  return split(text).map((part) => {
    const { name, amount, days } = readPart(part, 'voice');
    const { kind, units } = readVolume(amount);
    if (kind !== 'voice') throw new BadText('call-use', part);
    return profilePart('voice', readDestination(name, part), { units, days, text: part });
  });
}

export function readMessageUse(text: string): ProfilePart[] {
  return split(text).map((part) => {
    const { name, amount, days } = readPart(part, 'sms');
    if (!/^\d{1,6}$/.test(amount)) throw new BadText('message-use', part);
    return profilePart('sms', readDestination(name, part), { units: Number(amount), days, text: part });
  });
}

function split(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function readPart(part: string, kind: UsageKind): { name: string | undefined; amount: string; days: number } {
  const match = /^(?:(.+):)?([\d.]+ ?[A-Za-z]*)\/(day|week|month)$/.exec(part);
  if (match) return { name: match[1], amount: match[2] as string, days: DAYS_OF[match[3] as string] as number };
  throw new BadText(kind === 'data' ? 'data-use' : kind === 'voice' ? 'call-use' : 'message-use', part);
}

type Amount = { readonly units: number; readonly days: number; readonly text: string };

function profilePart(
  kind: UsageKind,
  to: string,
  { units, days, text }: Amount,
  app: { app?: string } = {},
): ProfilePart {
  if (units / days > MOST_PER_DAY[kind]) throw new BadText('sane-use', text);
  return { kind, to, ...app, perDay: reduceRatio(units, days) };
}

/** `CN` is short for `intl:CN`. */
export function readDestination(name: string | undefined, place: string): string {
  const to = name !== undefined && /^[A-Z]{2}$/.test(name) ? `intl:${name}` : (name ?? '');
  if (DESTINATION.test(to)) return to;
  throw new BadText('destination', place);
}
