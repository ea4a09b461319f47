import { formatDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, d } from '../../catalog/test/tiny-catalog.ts';
import { CannotDo } from './cannot-do.ts';
import { completeStay, internetCallBytes, mergeParts } from './stay.ts';
import { parseStay, type StayInput } from './stay-input.ts';

const MB = 2 ** 20;
const TODAY = d('2026-11-22');

const CATALOG = aCatalog([], {
  activities: [
    activity('video-sd', 'hour', 700),
    activity('photo', 'piece', 1),
    { ...activity('internet-call', 'minute', 0), bytes: { low: 0.5 * MB, typical: MB, high: 2 * MB } },
  ],
});

function activity(id: string, unit: 'hour' | 'minute' | 'piece', megabytes: number) {
  const bytes = { low: megabytes * MB, typical: megabytes * MB, high: megabytes * MB };
  return { id, names: { en: id }, unit, bytes, sources: ['test'] };
}

const stayOf = (input: StayInput) => completeStay(CATALOG, parseStay(input), TODAY);

/** Units a day by kind and destination. */
function usePerDay(input: StayInput): Record<string, number> {
  return Object.fromEntries(
    stayOf(input).profile.map(({ kind, to, app, perDay }) => [`${kind} ${app ?? to}`, perDay.num / perDay.den]),
  );
}

function problemsIn(value: unknown): string[] {
  try {
    completeStay(CATALOG, parseStay(value), TODAY);
    return [];
  } catch (error) {
    if (!(error instanceof CannotDo)) throw error;
    if (error.refusal.code !== 'bad-stay') return [error.refusal.code];
    return error.refusal.problems.map(({ path }) => path);
  }
}

describe('a stay of which nothing is said', () => {
  const stay = stayOf({});

  test('is that of a tourist from today', () => {
    expect([formatDay(stay.start), stay.days, stay.preset, stay.currency]).toEqual([
      '2026-11-22',
      12,
      'tourist',
      'KZT',
    ]);
    expect(usePerDay({})).toEqual({ 'data internet': 750 * MB });
    expect(stay.needs).toEqual({
      localNumber: false,
      otp: false,
      hotspot: false,
      callsOverInternet: true,
      throttleAccepted: false,
    });
    expect(stay.device).toEqual({ esim: true, simSlots: 1, bought: null, usedHereSince: null });
  });

  test('says what was assumed', () => {
    expect(stay.assumed).toEqual(['start', 'days', 'data', 'calls', 'sms', 'needs', 'device']);
    const said = {
      start: '2026-12-01',
      days: 3,
      usage: { data: '1GB/day', calls: {}, sms: {} },
      needs: {},
      device: {},
    };
    expect(stayOf(said).assumed).toEqual([]);
  });
});

test.each([
  ['transit', 1, { 'data internet': 350 * MB }],
  ['tourist', 12, { 'data internet': 750 * MB }],
  ['business-trip', 5, { 'data internet': 750 * MB, 'voice national-mobile': 600, 'sms national-mobile': 1 }],
  ['student', 300, { 'data internet': 1720 * MB, 'voice national-mobile': 300, 'sms national-mobile': 1 }],
  [
    'resident',
    30,
    { 'data internet': 750 * MB, 'voice on-net': 300, 'voice national-mobile': 600, 'sms national-mobile': 1 },
  ],
  ['remote-worker', 90, { 'data internet': 2220 * MB }],
] as const)('the preset %s', (preset, days, use) => {
  expect(stayOf({ preset }).days).toBe(days);
  expect(usePerDay({ preset })).toEqual(use);
});

describe('what is said goes before the preset', () => {
  test('field by field', () => {
    const stay = stayOf({ preset: 'resident', days: 7, needs: { otp: false }, device: { simSlots: 2 } });
    expect(stay.days).toBe(7);
    expect(stay.needs).toMatchObject({ localNumber: true, otp: false });
    expect(stay.device).toMatchObject({ esim: true, simSlots: 2 });
  });

  test('use of one kind leaves that of the others to it', () => {
    expect(usePerDay({ preset: 'resident', usage: { data: '100MB/day' } })).toMatchObject({
      'data internet': 100 * MB,
      'voice national-mobile': 600,
    });
    expect(usePerDay({ preset: 'resident', usage: { calls: { CN: '2min/day' }, sms: {} } })).toEqual({
      'data internet': 750 * MB,
      'voice intl:CN': 120,
    });
  });
});

describe('life becomes gigabytes', () => {
  test('by hours and pieces a day: 2 h × 700 MB + 30 × 1 MB', () => {
    expect(usePerDay({ usage: { activities: { 'video-sd': 2, photo: 30 } } })).toEqual({ 'data internet': 1430 * MB });
  });

  test('on top of data that were said', () => {
    expect(usePerDay({ usage: { data: '100MB/day', activities: { photo: 1 } } })).toEqual({
      'data internet': 101 * MB,
    });
  });

  test('an activity nobody measured', () => {
    expect(problemsIn({ usage: { activities: { yodelling: 1 } } })).toEqual(['no-such-activity']);
  });

  test('a minute of a call over the internet: from the table, else 0.75 MB', () => {
    expect(internetCallBytes(CATALOG)).toBe(MB);
    expect(internetCallBytes(aCatalog([]))).toBe(786_432);
    expect(internetCallBytes(aCatalog([], { activities: [activity('internet-call', 'hour', 60)] }))).toBe(MB);
  });
});

describe('a stay that cannot be read names every field that is wrong', () => {
  test.each([
    [null, ['stay']],
    [[], ['stay']],
    [{ weeks: 2 }, ['stay']],
    [{ days: 0 }, ['days']],
    [{ days: -5 }, ['days']],
    [{ days: 1.5 }, ['days']],
    [{ days: 3661 }, ['days']],
    [{ days: '12' }, ['days']],
    [{ start: 'tomorrow' }, ['start']],
    [{ start: '2026-02-31' }, ['start']],
    [{ preset: 'spy' }, ['preset']],
    [{ currency: 'usd' }, ['currency']],
    [{ device: { simSlots: -1 } }, ['device.simSlots']],
    [{ needs: { otp: 'yes' } }, ['needs.otp']],
    [{ usage: { activities: { photo: -1 } } }, ['usage.activities.photo']],
    [{ days: 0, start: 'x', device: { esim: 1 } }, ['start', 'days', 'device.esim']],
    [{ places: [{ place: 'Almaty', days: 0 }] }, ['places.0.days']],
  ])('%j', (value, paths) => {
    expect(problemsIn(value)).toEqual(paths);
  });

  test.each([
    { data: '1GB' },
    { data: '-1GB/day' },
    { data: '5TB/day' },
    { data: '100min/day' },
    { calls: { 'national-mobile': '10' } },
    { calls: { nowhere: '10min/day' } },
    { sms: { CN: '1.5/day' } },
  ])('use %j', (usage) => {
    expect(() => stayOf({ usage } as StayInput)).toThrow(RangeError);
  });
});

test('parts of the same use are added up exactly', () => {
  const data = (num: number, den: number) => ({ kind: 'data' as const, to: 'internet', perDay: { num, den } });
  // 1/3 + 1/7 = 10/21
  expect(mergeParts([data(1, 3), data(1, 7), { ...data(1, 1), app: 'whatsapp' }])).toEqual([
    data(10, 21),
    { ...data(1, 1), app: 'whatsapp' },
  ]);
  expect(mergeParts([data(0, 1)])).toEqual([]);
});
