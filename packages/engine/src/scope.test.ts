import { describe, expect, test } from 'vitest';
import { parseDay } from './civil-day.ts';
import { parseLocal } from './local-time.ts';
import { coversDestination, coversTime, coversUse, isWithin, type Scope, specificity } from './scope.ts';
import { call, data } from './test-offers.ts';

const HOUR = 3600;

describe('destinations', () => {
  test.each([
    ['national', 'landline'],
    ['national', 'on-net'],
    ['national', 'national-mobile'],
    ['national', 'group'],
    ['on-net', 'favourites'],
    ['intl', 'intl:CN'],
    ['intl', 'intl:RU/Beeline'],
    ['intl:RU', 'intl:RU/Beeline'],
    ['intl:RU', 'intl:RU'],
    ['short:7502', 'short:7502'],
  ])('%s covers %s', (pattern, to) => {
    expect(coversDestination(pattern, to)).toBe(true);
  });

  test.each([
    ['national', 'intl:CN'],
    ['national', 'short:7502'],
    ['on-net', 'national-mobile'],
    ['national-mobile', 'on-net'],
    ['intl:RU/Beeline', 'intl:RU'],
    ['intl:R', 'intl:RU'],
    ['intl:RU', 'intl:RUS'],
    ['intl', 'international'],
  ])('%s does not cover %s', (pattern, to) => {
    expect(coversDestination(pattern, to)).toBe(false);
  });
});

describe('uses', () => {
  const internet = data('2026-01-01', 1);

  test('an empty scope covers everything', () => {
    expect(coversUse({}, internet)).toBe(true);
    expect(coversUse({}, call('2026-01-01', 1, 'intl:CN'))).toBe(true);
  });

  test('zero-rated traffic needs the app, and pays over a hotspot or a VPN', () => {
    const scope: Scope = { apps: ['tiktok'], notOver: ['hotspot', 'vpn'] };
    expect(coversUse(scope, internet)).toBe(false);
    expect(coversUse(scope, { ...internet, app: 'youtube' })).toBe(false);
    expect(coversUse(scope, { ...internet, app: 'tiktok' })).toBe(true);
    expect(coversUse(scope, { ...internet, app: 'tiktok', over: 'hotspot' })).toBe(false);
    expect(coversUse(scope, { ...internet, app: 'tiktok', over: 'wifi' })).toBe(true);
  });

  test('a bucket bound to 4G does not serve 3G, nor a use whose network is not known', () => {
    expect(coversUse({ network: '4G' }, { ...internet, network: '4G' })).toBe(true);
    expect(coversUse({ network: '4G' }, { ...internet, network: '3G' })).toBe(false);
    expect(coversUse({ network: '4G' }, internet)).toBe(false);
  });

  test('a use is at home unless it says otherwise', () => {
    expect(coversUse({ zone: 'home' }, internet)).toBe(true);
    expect(coversUse({ zone: 'home' }, { ...internet, zone: 'away' })).toBe(false);
    expect(coversUse({ zone: 'away' }, internet)).toBe(false);
  });

  test('one bucket for several destinations covers each of them', () => {
    const scope: Scope = { to: ['national-mobile', 'intl:RU', 'intl:CN'] };
    expect(coversUse(scope, call('2026-01-01', 1, 'intl:CN'))).toBe(true);
    expect(coversUse(scope, call('2026-01-01', 1, 'intl:US'))).toBe(false);
  });
});

describe('moments', () => {
  test('night hours wrap past midnight; the first second counts, the last does not', () => {
    expect(isWithin([23 * HOUR, 6 * HOUR], 23 * HOUR)).toBe(true);
    expect(isWithin([23 * HOUR, 6 * HOUR], 0)).toBe(true);
    expect(isWithin([23 * HOUR, 6 * HOUR], 6 * HOUR - 1)).toBe(true);
    expect(isWithin([23 * HOUR, 6 * HOUR], 6 * HOUR)).toBe(false);
    expect(isWithin([HOUR, 6 * HOUR], HOUR - 1)).toBe(false);
    expect(isWithin([HOUR, 6 * HOUR], 6 * HOUR)).toBe(false);
  });

  test('either of two windows will do', () => {
    const hours = [
      [0, HOUR],
      [12 * HOUR, 13 * HOUR],
    ] as const;
    expect(coversTime({ hours }, parseLocal('2026-01-01T12:30'))).toBe(true);
    expect(coversTime({ hours }, parseLocal('2026-01-01T11:30'))).toBe(false);
  });

  test('the last day counts to its last second', () => {
    const lastDay = parseDay('2026-01-31');
    expect(coversTime({ lastDay }, parseLocal('2026-01-31T23:59:59'))).toBe(true);
    expect(coversTime({ lastDay }, parseLocal('2026-02-01'))).toBe(false);
  });
});

test('narrower scopes are asked first', () => {
  const fromNarrow: Scope[] = [
    { apps: ['tiktok'], hours: [[0, HOUR]] },
    { apps: ['tiktok'] },
    { hours: [[0, HOUR]], to: ['group'] },
    { hours: [[0, HOUR]] },
    { network: '4G' },
    { to: ['group'] },
    { to: ['on-net'] },
    { to: ['national-mobile', 'landline'] },
    { to: ['national'] },
    {},
  ];
  const ranks = fromNarrow.map(specificity);
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  expect(new Set(ranks).size).toBe(fromNarrow.length);
});

test('one foreign country is as narrow as a group of friends', () => {
  expect(specificity({ to: ['intl:CN'] })).toBe(specificity({ to: ['favourites'] }));
});
