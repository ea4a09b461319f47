import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText, momentValue, textValue } from './calendar-text.ts';

/** The value of a summary as an independent reader understands it. */
function readBack(text: string): unknown {
  const written = calendarText({ name: 'VCALENDAR', properties: [['SUMMARY', textValue(text)]] });
  return new ICAL.Component(ICAL.parse(written)).getFirstPropertyValue('summary');
}

describe('a text in a calendar file', () => {
  it.each([
    ['plain', 'Top up.'],
    ['what the standard gives a meaning', 'a;b,c\\d:e"f'],
    ['several lines', 'one\ntwo\n\nthree'],
    ['a back slash before an n', 'C:\\new'],
    ['long, in letters of one to four bytes', 'aя中😀'.repeat(60)],
    ['what would begin another part', 'x\nEND:VCALENDAR\nBEGIN:VEVENT'],
    ['nothing', ''],
  ])('%s is read as it was written', (_, text) => {
    expect(readBack(text)).toBe(text);
  });

  it('keeps no control character but the end of a line, however that is written', () => {
    expect(readBack('a\r\nb\rc\u0000\u0007\u001b\td')).toBe('a\nb\ncd');
  });
});

it('no line is longer than 75 bytes, and none breaks a character', () => {
  const text = calendarText({ name: 'VCALENDAR', properties: [['SUMMARY', '中'.repeat(100)]] });
  const lines = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...lines)).toBeLessThanOrEqual(75);
  expect(text).not.toContain('\uFFFD');
});

it('a moment is written in UTC', () => {
  expect(momentValue(Date.UTC(2026, 10, 30, 19, 0, 5) / 1000)).toBe('20261130T190005Z');
});
