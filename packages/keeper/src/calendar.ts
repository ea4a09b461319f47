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
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type Alert, alertsOf } from './alerts.ts';
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
  const calendar = emptyCalendar(options.speaker);
  for (const [index, event] of events.entries())
    addEvent(calendar, event, { ...options, ...(issued[index] as IssuedEvent) });
  for (const event of gone) addRevoked(calendar, event, options);
  return { ics: calendar.toString(), keeper: { ...keeper, calendar: [...issued, ...gone] } };
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

function emptyCalendar({ calendarName, language }: CalendarSpeaker): ICalCalendar {
  const prodId = { company: 'simwise', product: 'keeper', language: language.toUpperCase() };
  return ical({ name: plainName(calendarName), prodId, method: ICalCalendarMethod.PUBLISH });
}

/** Nothing that steers a reader: line feeds only, no other control characters. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
}

/** The library writes the name of a calendar as it is given, and readers differ in what they undo: nothing to undo is left. */
function plainName(text: string): string {
  return text.replace(/[\\;,\p{Cc}]+/gu, ' ').trim();
}

const QUARTER = 15 * 60;

function addEvent(
  calendar: ICalCalendar,
  { uid, at, title, details, alarms }: PlannedEvent,
  { catalog, now, sequence }: CalendarOptions & IssuedEvent,
): void {
  const utc = (moment: LocalSecond) => new Date(utcFromLocal(catalog.country.offsets, moment) * 1000);
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: utc(now),
    start: utc(at),
    end: utc(addSeconds(at, QUARTER)),
    summary: plainText(title),
    description: plainText(details),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  for (const alarm of alarms)
    event.createAlarm({ type: ICalAlarmType.display, trigger: utc(alarm.at), description: plainText(alarm.text) });
}

/** A calendar drops an event that comes again as cancelled. */
function addRevoked(
  calendar: ICalCalendar,
  { uid, sequence, at }: IssuedEvent,
  { catalog, now }: CalendarOptions,
): void {
  const utc = (moment: LocalSecond) => new Date(utcFromLocal(catalog.country.offsets, moment) * 1000);
  const start = utc(parseLocal(at));
  const status = ICalEventStatus.CANCELLED;
  calendar.createEvent({ id: uid, sequence, stamp: utc(now), start, end: start, summary: 'simwise', status });
}
