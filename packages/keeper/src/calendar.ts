import type { CompiledCatalog } from '@simwise/catalog';
import {
  addSeconds,
  day,
  dayOf,
  formatLocal,
  type LocalSecond,
  localSecondOf,
  parseLocal,
  utcFromLocal,
} from '@simwise/engine';
import { type Alert, alertsOf } from './alerts.ts';
import { type CalendarPart, calendarText, momentValue, textValue } from './calendar-text.ts';
import type { CardForecast } from './foresee.ts';
import type { Foreseen } from './foreseen.ts';
import { print } from './held-offer.ts';
import type { IssuedEvent, Keeper } from './keeper-file.ts';

/** The texts of a calendar in one language. */
export type CalendarSpeaker = {
  readonly language: string;
  readonly calendarName: string;
  readonly title: (name: string, foreseen: Foreseen) => string;
  readonly details: (name: string, foreseen: Foreseen) => string;
  readonly alert: (alert: Alert) => string;
};

export type CalendarOptions = {
  readonly catalog: CompiledCatalog;
  readonly now: LocalSecond;
  readonly speaker: CalendarSpeaker;
};

/**
 * The calendar file (RFC 5545) of what is foreseen for the cards, with alarms, and the keeper that remembers what was
 * issued: an event that changes keeps its id with a higher sequence, one that no longer comes is taken back.
 */
export function makeCalendar(
  keeper: Keeper,
  forecasts: readonly CardForecast[],
  options: CalendarOptions,
): { readonly ics: string; readonly keeper: Keeper } {
  const events = forecasts.flatMap((forecast) => eventsOf(keeper, forecast, options));
  const issued = events.map((event) => issue(keeper, event));
  const revoked = keeper.calendar.filter(
    ({ uid, at }) => parseLocal(at) >= options.now && !events.some((event) => event.uid === uid),
  );
  const gone = revoked.map((event) => ({
    ...event,
    said: GONE,
    sequence: event.sequence + (event.said === GONE ? 0 : 1),
  }));
  const parts = [
    ...events.map((event, index) => eventPart(event, { ...options, ...(issued[index] as IssuedEvent) })),
    ...gone.map((event) => revokedPart(event, options)),
  ];
  const ics = calendarText({ name: 'VCALENDAR', properties: headOf(options.speaker), parts });
  return { ics, keeper: { ...keeper, calendar: [...issued, ...gone] } };
}

const GONE = 'gone';

type PlannedEvent = {
  readonly uid: string;
  readonly at: LocalSecond;
  readonly title: string;
  readonly details: string;
  readonly alarms: readonly { readonly at: LocalSecond; readonly text: string }[];
};

/** Daily events of one kind would fill a calendar: what lies more than this ahead waits. */
const AHEAD_DAYS = 400;

function eventsOf(
  { id, alerts: rules }: Keeper,
  forecast: CardForecast,
  { now, speaker }: CalendarOptions,
): PlannedEvent[] {
  const { card, foreseen } = forecast;
  const alerts = alertsOf(forecast, rules, now);
  const uidOf = (key: string) => `${id}.${card.id}.${key}@simwise`;
  const last = localSecondOf(day(dayOf(now) + AHEAD_DAYS));
  const dated = foreseen.filter(({ at }) => at > now && at <= last);
  const events = dated.map((each) => ({
    uid: uidOf(each.key),
    at: each.at,
    title: speaker.title(card.name, each),
    details: speaker.details(card.name, each),
    alarms: alerts
      .filter(({ cause, at }) => cause.code === 'foreseen' && cause.foreseen.key === each.key && at > now)
      .map((alert) => ({ at: alert.at, text: speaker.alert(alert) })),
  }));
  const shares = alerts.filter(({ cause, at }) => cause.code === 'used' && at > now);
  return [...events, ...shares.map((alert) => ofShare(alert, uidOf(alert.rule), speaker))];
}

function ofShare(alert: Alert, uid: string, speaker: CalendarSpeaker): PlannedEvent {
  const text = speaker.alert(alert);
  return { uid, at: alert.at, title: text, details: text, alarms: [{ at: alert.at, text }] };
}

/** What was issued of an event before decides its sequence. */
function issue({ calendar }: Keeper, { uid, at, title, details, alarms }: PlannedEvent): IssuedEvent {
  const before = calendar.find((event) => event.uid === uid);
  const said = print(JSON.stringify([at, title, details, alarms]));
  const sequence = before === undefined ? 0 : before.sequence + (before.said === said ? 0 : 1);
  return { uid, sequence, said, at: formatLocal(at) };
}

type Properties = CalendarPart['properties'];

/** Publishing is what makes a reader bring earlier entries up to date. Readers know the name of a calendar by one or the other. */
function headOf({ calendarName, language }: CalendarSpeaker): Properties {
  const name = textValue(plainName(calendarName));
  return [
    ['VERSION', '2.0'],
    ['PRODID', `-//simwise//keeper//${language.toUpperCase()}`],
    ['METHOD', 'PUBLISH'],
    ['NAME', name],
    ['X-WR-CALNAME', name],
  ];
}

/** Readers differ in what they undo in the name of a calendar: nothing to undo is left. */
function plainName(text: string): string {
  return text.replace(/[\\;,\p{Cc}]+/gu, ' ').trim();
}

const QUARTER = 15 * 60;

function eventPart(
  { uid, at, title, details, alarms }: PlannedEvent,
  { catalog, now, sequence }: CalendarOptions & IssuedEvent,
): CalendarPart {
  const utc = (moment: LocalSecond) => momentValue(utcFromLocal(catalog.country.offsets, moment));
  const properties: Properties = [
    ['UID', textValue(uid)],
    ['SEQUENCE', `${sequence}`],
    ['DTSTAMP', utc(now)],
    ['DTSTART', utc(at)],
    ['DTEND', utc(addSeconds(at, QUARTER))],
    ['SUMMARY', textValue(title)],
    ['DESCRIPTION', textValue(details)],
    ['TRANSP', 'TRANSPARENT'],
  ];
  const parts = alarms.map((alarm): CalendarPart => {
    const trigger = ['TRIGGER;VALUE=DATE-TIME', utc(alarm.at)] as const;
    return { name: 'VALARM', properties: [['ACTION', 'DISPLAY'], trigger, ['DESCRIPTION', textValue(alarm.text)]] };
  });
  return { name: 'VEVENT', properties, parts };
}

/** A calendar drops an event that comes again as cancelled. */
function revokedPart({ uid, sequence, at }: IssuedEvent, { catalog, now }: CalendarOptions): CalendarPart {
  const utc = (moment: LocalSecond) => momentValue(utcFromLocal(catalog.country.offsets, moment));
  const start = utc(parseLocal(at));
  return {
    name: 'VEVENT',
    properties: [
      ['UID', textValue(uid)],
      ['SEQUENCE', `${sequence}`],
      ['DTSTAMP', utc(now)],
      ['DTSTART', start],
      ['DTEND', start],
      ['SUMMARY', 'simwise'],
      ['STATUS', 'CANCELLED'],
    ],
  };
}
