import { addMonths, type Day } from '@simwise/engine';
import type { CompiledVersion, Confidence, Evidence } from './compiled.ts';

/** How far a price can be trusted on a day: A as if seen at the counter, D hearsay or long ago. */
export type Tier = 'A' | 'B' | 'C' | 'D';

const EVIDENCE_POINTS: Readonly<Record<Evidence, number>> = {
  poster: 3,
  'operator-page': 3,
  'operator-archive': 3,
  'seller-feed': 3,
  'operator-app': 2,
  statistic: 2,
  news: 2,
  'third-party': 1,
  'public-code': 1,
};

const CONFIDENCE_POINTS: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

/** Computed from the kind of evidence, how sure its reader was, and how old it may be: one, two
 * and four years cost a point each. */
export function tierOf(version: CompiledVersion, on: Day): Tier {
  const points = EVIDENCE_POINTS[version.evidence] + CONFIDENCE_POINTS[version.confidence] + agePoints(version, on);
  if (points >= 7) return 'A';
  if (points >= 5) return 'B';
  return points >= 3 ? 'C' : 'D';
}

function agePoints({ seen }: CompiledVersion, on: Day): number {
  if (!seen) return 0;
  const years = [1, 2, 4].filter((count) => addMonths(seen[0], count * 12) < on).length;
  return 3 - years;
}
