import type { CompiledCatalog, Language } from '@simwise/catalog';
import type { LocalSecond } from '@simwise/engine';
import { utcFromLocal } from '@simwise/engine';
import { type Alert, alertsOf } from './alerts.ts';
import type { CardForecast } from './foresee.ts';
import { print } from './held-offer.ts';
import type { AlertRules } from './keeper-file.ts';

/**
 * What a server is given to deliver, and all it ever learns: when, what to say, in which language. `rule` is a print of
 * the card and the alert, the same for as long as it is the same alert; `dueAt` is a time in UTC as ISO 8601.
 */
export type Reminder = {
  readonly rule: string;
  readonly dueAt: string;
  readonly text: string;
  readonly language: Language;
};

/** Says what an alert is about in one language, without a balance, an amount or a number of the holder. */
export type ReminderSpeaker = { readonly language: Language; readonly reminder: (alert: Alert) => string };

export type ReminderOptions = {
  /** The keeper's own id, so that the rules of two people never meet. */
  readonly keeper: string;
  readonly rules: AlertRules;
  readonly now: LocalSecond;
  readonly speaker: ReminderSpeaker;
};

/** The reminders of a card from now on, in the order of time. */
export function remindersOf(
  { country }: CompiledCatalog,
  forecast: CardForecast,
  { keeper, rules, now, speaker }: ReminderOptions,
): Reminder[] {
  return alertsOf(forecast, rules, now).map((alert) => ({
    rule: print(`${keeper} ${alert.card} ${alert.rule}`),
    dueAt: new Date(utcFromLocal(country.offsets, alert.at) * 1000).toISOString(),
    text: speaker.reminder(alert),
    language: speaker.language,
  }));
}
