import { readCallUse, readDataUse, readMessageUse } from '@simwise/catalog';
import { type Day, type UsageEvent, usesOfProfile } from '@simwise/engine';
import { readUsageCsv } from './usage-csv.ts';

/** A use as people state it: texts such as `500MB/day`, and a usage file's rows where there is one. */
export type StatedUse = {
  readonly data?: string | undefined;
  readonly calls?: string | undefined;
  readonly sms?: string | undefined;
  readonly csv?: string | undefined;
};

/** The events of a stated use over a period, in order. @throws BadText, BadUsageFile */
export function usesOfStated(
  { data, calls, sms, csv }: StatedUse,
  period: { readonly start: Day; readonly days: number },
): UsageEvent[] {
  const profile = [
    ...(data === undefined ? [] : readDataUse(data)),
    ...(calls === undefined ? [] : readCallUse(calls)),
    ...(sms === undefined ? [] : readMessageUse(sms)),
  ];
  const counted = csv === undefined ? [] : readUsageCsv(csv);
  return [...counted, ...usesOfProfile(profile, period)].sort((a, b) => a.at - b.at);
}
