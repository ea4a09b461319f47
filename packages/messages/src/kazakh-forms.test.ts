import { expect, it } from 'vitest';
import { KAZAKH_REGIONS, kazakhDate, kazakhList, kazakhRegion } from './kazakh-forms.ts';
import { writeDate } from './locale-forms.ts';

// Node knows Kazakh as CLDR writes it; what is written without it must be the same.
const DAYS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, month + 3, 9, 5)));
const PARTS = [
  {},
  { month: 'long' },
  { month: 'short' },
  { month: 'short', day: true },
  { month: 'short', day: true, time: true },
] as const;

it.each(PARTS)('writes dates with %j as CLDR does', (parts) => {
  const written = DAYS.map((day) => kazakhDate(day, parts));
  expect(written).toEqual(DAYS.map((day) => writeDate('kk-KZ', day, parts).replaceAll('\u00a0', ' ')));
});

it('names countries as CLDR does', () => {
  const names = new Intl.DisplayNames('kk-KZ', { type: 'region' });
  expect(KAZAKH_REGIONS.map(kazakhRegion)).toEqual(KAZAKH_REGIONS.map((code) => names.of(code)));
});

it.each([[[]], [['а']], [['а', 'ә']], [['а', 'ә', 'б']]])('joins %j as CLDR does', (items) => {
  const list = new Intl.ListFormat('kk-KZ', { type: 'conjunction' });
  expect(kazakhList(items)).toBe(list.format(items));
});
