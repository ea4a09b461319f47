import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { at, CATALOG, keeperOf, state } from '../test/cards.ts';
import { CODES } from '../test/speakers.ts';
import { type CalendarSpeaker, makeCalendar } from './calendar.ts';
import { changeCard, findCard, removeCard } from './changes.ts';
import { forecastCard } from './foresee.ts';
import { type Keeper, readKeeperFile, writeKeeperFile } from './keeper-file.ts';

const NOW = '2026-12-11T00:00:00';

function calendar(keeper: Keeper, now = NOW, speaker: CalendarSpeaker = CODES) {
  const forecasts = keeper.cards.map((card) => forecastCard(CATALOG, card, { now: at(now) }));
  return makeCalendar(keeper, forecasts, { catalog: CATALOG, now: at(now), speaker });
}

/** Every event as another library reads it. */
function eventsIn(ics: string) {
  const root = new ICAL.Component(ICAL.parse(ics));
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstPropertyValue('trigger');
      // A trigger is a moment or a span before the start.
      const moment = trigger instanceof ICAL.Duration ? addTo(event.startDate, trigger) : String(trigger);
      return [moment, alarm.getFirstPropertyValue('description')];
    });
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      summary: event.summary,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      alarms,
    };
  });
}

function addTo(start: ICAL.Time, span: ICAL.Duration): string {
  const moment = start.clone();
  moment.addDuration(span);
  return moment.toString();
}

const keeper = keeperOf('monthly', '2026-12-01', [state(NOW, '700.00 KZT')], { expected: { data: '1MB/day' } });

describe('the calendar file', () => {
  it('is read by another library, with its alarms', () => {
    const events = eventsIn(calendar(keeper).ics);
    // Midnight of 31 December in Kazakhstan is 19:00 of the day before in UTC; 09:00 there is 04:00.
    expect(events.find(({ uid }) => uid === 'test.card-1.charge.monthly.2@simwise')).toEqual({
      uid: 'test.card-1.charge.monthly.2@simwise',
      start: '2026-12-30T19:00:00Z',
      summary: 'Mine: charge charge.monthly.2',
      sequence: 0,
      status: null,
      alarms: [
        ['2026-12-28T04:00:00Z', 'Mine: charge.monthly.2.3'],
        ['2026-12-30T04:00:00Z', 'Mine: charge.monthly.2.1'],
      ],
    });
  });

  it('has lines of at most 75 bytes that end as the standard says', () => {
    const long = 'я'.repeat(40);
    const renamed = changeCard(keeper, findCard(keeper), { name: long });
    const { ics } = calendar(renamed);
    for (const line of ics.split('\r\n')) {
      expect(line).not.toContain('\n');
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
    expect(eventsIn(ics)[0]?.summary).toContain(long);
  });

  it('stays as it is where nothing has changed', () => {
    const first = calendar(keeper);
    const again = calendar(first.keeper, '2026-12-11T08:00:00');
    expect(eventsIn(again.ics)).toEqual(eventsIn(first.ics));
    expect(again.keeper).toEqual(first.keeper);
  });

  it('raises the sequence of what has changed, and of nothing else', () => {
    const first = calendar(keeper);
    const renamed = changeCard(first.keeper, findCard(first.keeper), { name: 'Other' });
    const changed = calendar(renamed);
    const uids = (ics: string) => eventsIn(ics).map(({ uid }) => uid);
    expect(uids(changed.ics)).toEqual(uids(first.ics));
    expect(eventsIn(changed.ics).every(({ sequence }) => sequence === 1)).toBe(true);
    expect(eventsIn(calendar(changed.keeper).ics).every(({ sequence }) => sequence === 1)).toBe(true);
  });

  it('takes back what no longer comes, once', () => {
    const first = calendar(keeper);
    const removed = calendar(removeCard(first.keeper, findCard(first.keeper)));
    const statuses = eventsIn(removed.ics).map(({ status, sequence }) => [status, sequence]);
    expect(statuses.length).toBeGreaterThan(0);
    expect(new Set(statuses.map(String))).toEqual(new Set(['CANCELLED,1']));
    expect(eventsIn(calendar(removed.keeper).ics)).toEqual(eventsIn(removed.ics));
  });

  it('forgets what is over', () => {
    const first = calendar(keeper);
    const later = calendar(removeCard(first.keeper, findCard(first.keeper)), '2028-12-11T00:00:00');
    expect(later.keeper.calendar).toEqual([]);
  });

  it('is remembered by the keeper file', () => {
    const { keeper: issued } = calendar(keeper);
    expect(readKeeperFile(writeKeeperFile(issued))).toEqual(issued);
  });

  it('cannot be broken out of by a text', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTACH:https://evil.example\\n;,"';
    const speaker = { ...CODES, calendarName: evil, title: () => evil, details: () => evil, alert: () => evil };
    const plain = eventsIn(calendar(keeper).ics);
    const { ics } = calendar(keeper, NOW, speaker);
    const events = eventsIn(ics);
    expect(ics).toContain('\r\nNAME:x END:VEVENT BEGIN:VEVENT UID:evil ATTACH:https://evil.example n "\r\n');
    expect(events.map(({ uid }) => uid)).toEqual(plain.map(({ uid }) => uid));
    for (const { summary, alarms } of events) {
      expect(summary.replace(/\r/g, '')).toBe(evil.replace(/\r/g, ''));
      for (const [, text] of alarms) expect(String(text).replace(/\r/g, '')).toBe(evil.replace(/\r/g, ''));
    }
  });
});
