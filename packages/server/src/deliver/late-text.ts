import type { Language } from '@simwise/catalog';
import { SERVER_WORDS } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Says by how much a reminder is late, in the largest unit that fits: `Late by 3 hours.` */
export function lateText(language: Language, seconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each) ?? ['minute', 60];
  const format = new Intl.NumberFormat(MESSAGES[language].locale, { style: 'unit', unit, unitDisplay: 'long' });
  return SERVER_WORDS[language].late({ duration: format.format(Math.max(1, Math.floor(seconds / length))) });
}
