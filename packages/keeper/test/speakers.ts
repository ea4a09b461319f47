import type { Alert } from '../src/alerts.ts';
import type { CalendarSpeaker } from '../src/calendar.ts';
import type { ReminderSpeaker } from '../src/reminders.ts';

/** Says the codes themselves, with all that a careless text could carry. */
export const CODES: CalendarSpeaker & ReminderSpeaker = {
  language: 'en',
  calendarName: 'cards',
  title: (name, { code, key }) => `${name}: ${code} ${key}`,
  details: (name, foreseen) => `${name}: ${foreseen.code}`,
  alert: ({ name, rule }) => `${name}: ${rule}`,
  reminder: ({ rule }: Alert) => rule,
};
