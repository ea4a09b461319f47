import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { rateCard } from '../statement.ts';
import * as cards from './arbitrary-cards.ts';

const ENGINE = fileURLToPath(new URL('..', import.meta.url));
const { TZ: HOME_ZONE, LANG: HOME_LANGUAGE } = process.env;
const CASES = fc.sample(fc.tuple(cards.anyCard, cards.uses()), { seed: 11, numRuns: 100 });

function setDevice(zone: string | undefined, language: string | undefined): void {
  for (const [name, value] of Object.entries({ TZ: zone, LANG: language })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

describe('the device', () => {
  const rated = () => CASES.map(([card, uses]) => rateCard(card, uses));
  const expected = rated();

  afterEach(() => {
    vi.useRealTimers();
    setDevice(HOME_ZONE, HOME_LANGUAGE);
  });

  test.each([
    ['Pacific/Kiritimati', 'kk_KZ.UTF-8', '1999-12-31T23:59:59Z'],
    ['America/St_Johns', 'zh_CN.UTF-8', '2026-03-08T05:30:00Z'],
    ['Asia/Almaty', 'ru_RU.UTF-8', '2040-02-29T12:00:00Z'],
  ])('in the zone %s, set to %s and to the time %s, rates alike', (zone, language, time) => {
    setDevice(zone, language);
    vi.setSystemTime(time);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(rated()).toEqual(expected);
  });

  test('is not asked for its clock, its zone, its language or chance by any file of the engine', () => {
    const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const asks = /\b(new Date|Date\.|Intl\.|toLocale|localeCompare|Math\.random|performance\.|process\.)/;
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((name) => asks.test(readFileSync(join(ENGINE, name), 'utf8')))).toEqual([]);
  });
});
