import { addMonths, type Day } from '@simwise/engine';
import type { EvidenceRules } from './compiled.ts';

/** `fresh` counts as measured; `older` is shown with its date; `historic` is a hint and nothing more. */
export type EvidenceAge = 'fresh' | 'older' | 'historic';

/** The age of evidence of a day on another day: 18 months are fresh, four years and more are history. */
export function evidenceAge(of: Day, on: Day, { ageMonths }: Pick<EvidenceRules, 'ageMonths'>): EvidenceAge {
  if (addMonths(of, ageMonths.fresh) >= on) return 'fresh';
  return addMonths(of, ageMonths.historic) >= on ? 'older' : 'historic';
}
