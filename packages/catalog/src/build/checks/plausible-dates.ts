import { daysOfPartialDate } from '../../partial-date.ts';
import { type Check, inOffer } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { LoadedOffer } from '../load.ts';

const EARLIEST = '1999';

function versionFindings(check: string, offer: LoadedOffer, index: number): Finding[] {
  const version = offer.source.versions[index] as LoadedOffer['source']['versions'][number];
  const { from, to } = version.seen;
  const at = ['versions', index, 'seen'];
  if (from === 'unknown' || to === 'unknown') {
    if (from === to) return [];
    return [inOffer(check, offer, at, { found: `from ${from} to ${to}`, expected: 'both dates, or both unknown' })];
  }
  const [start, end] = [daysOfPartialDate(from), daysOfPartialDate(to)];
  if (start.first > end.last || start.first < daysOfPartialDate(EARLIEST).first) {
    return [
      inOffer(check, offer, at, {
        found: `from ${from} to ${to}`,
        expected: `dates since ${EARLIEST}, the first not after the last`,
      }),
    ];
  }
  const before = offer.source.versions[index - 1];
  if (!before || startOf(before) < startOf(version)) return [];
  return [
    inOffer(check, offer, ['versions', index], {
      found: 'a version not later than the one above it',
      expected: 'versions in the order of time',
    }),
  ];
}

function startOf({ effective, seen }: LoadedOffer['source']['versions'][number]): number {
  if (effective) return daysOfPartialDate(effective).first;
  return seen.from === 'unknown' ? 0 : daysOfPartialDate(seen.from).first;
}

export const plausibleDates: Check = {
  name: 'plausible-dates',
  protects: 'the version in force on a day is the right one, and its age is shown truly',
  run({ offers }) {
    return offers.flatMap((offer) =>
      offer.source.versions.flatMap((_, index) => versionFindings(this.name, offer, index)),
    );
  },
};
