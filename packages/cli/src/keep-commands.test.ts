import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { remindersBody } from '../../server/src/http/routes/reminder-schema.ts';
import { type Outcome, simwise } from '../test/command.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simwise-keep-'));
  file = join(folder, 'keeper.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keep(...args: string[]): Promise<Outcome> {
  return simwise(...(args[0] === 'advise' ? args : ['keep', ...args, '--file', file]));
}

async function kept(...args: string[]) {
  const { code, out, err } = await keep(...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

const PLAN = ['--offer', 'beeline-vse-est-840-week', '--start', '2026-11-20'];

describe('simwise keep', () => {
  test('holds a card, tells its state and what lies ahead', async () => {
    expect(await keep('add', ...PLAN, '--balance', '300KZT', '--name', 'Mine')).toEqual({
      code: 0,
      out: 'Added Mine (card-1).',
      err: '',
    });
    const { cards } = await kept('status');
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ name: 'Mine', brand: 'beeline', currency: 'KZT' });
    expect(cards[0].now).toMatchObject({ day: '2026-11-22', balance: { p10: '300.00', p50: '300.00', p90: '300.00' } });
    const [charge] = cards[0].foreseen.filter(({ code }: { code: string }) => code === 'charge');
    // A week from Friday the 20th, and 840 less 300 at the least.
    expect(charge).toMatchObject({ at: '2026-11-27T00:00:00', need: { low: '540.00' }, stops: true });
    const { out } = await keep('status');
    expect(out).toContain('Balance: ₸300.00');
    expect(out).toContain('27 Nov 2026');
  });

  test('shows a reply back and records it only when it is confirmed', async () => {
    await keep('add', ...PLAN, '--name', 'Mine');
    const reply = 'Баланс: 450,50 тг. Осталось 3 ГБ';
    const shown = await keep('read', reply);
    expect(shown.code).toBe(1);
    expect(shown.out).toContain('Balance: ₸450.50');
    expect(shown.out).toContain('Nothing was recorded');
    expect((await kept('history')).history).toEqual([]);
    expect((await keep('read', reply, '--yes')).code).toBe(0);
    const { history } = await kept('history');
    expect(history).toMatchObject([{ id: 1, at: '2026-11-22T14:00:00', undone: false }]);
    expect(readFileSync(file, 'utf8')).not.toContain('Баланс');
  });

  test('learns a reply that it does not understand', async () => {
    await keep('add', ...PLAN, '--name', 'Mine');
    const reply = 'Есеп 450 бірлік, трафик 3 бірлік';
    const { out } = await keep('read', reply);
    expect(out).toContain('Nothing was understood');
    expect(out).toContain('1) 450  2) 3');
    const taught = await keep('read', reply, '--mark', 'balance,left:GB');
    expect(taught.out).toContain('Balance: ₸450.00');
    const next = await keep('read', 'Есеп 1 200 бірлік, трафик 2 бірлік', '--yes', '--json');
    expect(JSON.parse(next.out)).toMatchObject({
      balance: '1200.00 KZT',
      left: [{ kind: 'data', units: 2 * 1024 ** 3 }],
      isTaught: true,
      recorded: true,
    });
    expect((await keep('read', reply, '--mark', 'balance')).err).toContain('2 numbers and 1 marks');
  });

  test('undoes, and says so where there is nothing to undo', async () => {
    await keep('add', ...PLAN, '--name', 'Mine');
    await keep('set', '--balance', '100KZT', '--left', '2GB until 2026-11-27');
    await keep('top-up', '500KZT');
    expect((await keep('undo')).out).toBe('Undone: topped up ₸500.00.');
    expect((await keep('undo')).code).toBe(0);
    expect(await keep('undo', '--lang', 'ru')).toEqual({ code: 2, out: '', err: 'simwise: Отменять нечего.' });
  });

  test.each([
    [['set', '--balance', '100KZT', '--at', '2026-11-23'], 'still to come'],
    [['set', '--balance', '100KZT', '--at', '2026-11-01'], 'before the card began'],
    [['set', '--balance', '100USD'], 'This card counts in KZT'],
    [['set', '--balance', 'much'], 'money is written such as 300KZT'],
    [['set', '--left', 'much'], '--left much'],
    [['set', '--name', '+7 701 123 45 67'], 'cannot be used'],
    [['set'], 'set what?'],
    [['status', '--card', 'other'], 'No card is called other. Cards: Mine'],
    [['buy', 'beeline-nothing'], 'No offer beeline-nothing is on record'],
    [['usage', 'nowhere.csv'], 'nowhere.csv: no such file'],
    [['counter', '5min'], 'the counter shows data'],
    [['alerts', '--hour', '24'], 'cannot be set'],
    [['ics', '/nowhere/calendar.ics'], 'cannot be written'],
  ])('refuses %j with the way out, and changes nothing', async (args, text) => {
    await keep('add', ...PLAN, '--name', 'Mine');
    const before = readFileSync(file, 'utf8');
    const { code, err } = await keep(...args);
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('takes every card of an advice in one step', async () => {
    const answer = join(folder, 'advice.json');
    const { out } = await keep('advise', '--preset', 'tourist', '--json');
    writeFileSync(answer, out);
    const { added } = await kept('add', '--advice', answer, '--data', '500MB/day');
    const { best } = JSON.parse(out);
    expect(added).toHaveLength(best.overall.cards.length);
    const { cards } = await kept('status');
    expect(cards.map(({ offers }: { offers: { offer: string }[] }) => offers[0]?.offer)).toEqual(
      best.overall.cards.map(({ offers }: { offers: { id: string }[] }) => offers[0]?.id),
    );
  });

  test('writes a calendar whose events keep their ids', async () => {
    await keep('add', ...PLAN, '--name', 'Mine', '--balance', '300KZT', '--data', '200MB/day');
    const calendar = join(folder, 'cards.ics');
    expect((await keep('ics', calendar, '--lang', 'kk')).code).toBe(0);
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    const first = readFileSync(calendar, 'utf8');
    expect(first).toContain('BEGIN:VALARM');
    await keep('top-up', '5000KZT');
    await keep('ics', calendar, '--lang', 'kk');
    const second = readFileSync(calendar, 'utf8');
    const charge = (uids(first) ?? []).filter((uid) => uid.includes('charge'));
    expect(charge.length).toBeGreaterThan(0);
    expect(uids(second)).toEqual(expect.arrayContaining(charge));
    expect(second).toMatch(/SEQUENCE:1/);
  });

  test('gives reminders that name no money, and no number', async () => {
    await keep('add', ...PLAN, '--name', 'Mine', '--balance', '321KZT', '--data', '200MB/day');
    for (const language of ['en', 'ru', 'kk', 'zh']) {
      const { reminders } = await kept('reminders', '--lang', language);
      expect(reminders.length).toBeGreaterThan(0);
      const channel = '7f0d3f52-3f0b-4c57-8b51-3d6c1b0a9e11';
      // The server takes them as they are.
      expect(() =>
        remindersBody.parse({ reminders: reminders.map((each: object) => ({ ...each, channel })) }),
      ).not.toThrow();
      for (const { text, dueAt, rule, language: told } of reminders) {
        expect(told).toBe(language);
        expect(text).not.toMatch(/321|840|₸|KZT/);
        expect(new Date(dueAt).toISOString()).toBe(dueAt);
        expect(rule).toMatch(/^[a-z0-9]+$/);
      }
    }
  });

  test('exports everything and imports it elsewhere', async () => {
    await keep('add', ...PLAN, '--name', 'Mine', '--balance', '300KZT');
    const copy = join(folder, 'copy.json');
    await keep('export', copy);
    const before = await kept('status');
    expect((await keep('import', copy)).err).toContain('export them first');
    await keep('remove');
    expect((await kept('status')).cards).toEqual([]);
    expect((await keep('import', copy)).out).toBe('Imported: Mine.');
    expect(await kept('status')).toEqual(before);
    writeFileSync(copy, '{"format":"simwise-keeper","version":9}');
    expect((await keep('import', copy, '--yes')).err).toContain('newer program (version 9)');
    expect(await kept('status')).toEqual(before);
  });

  test('reads a usage file and the counter', async () => {
    await keep('add', ...PLAN, '--name', 'Mine');
    const usage = join(folder, 'usage.csv');
    writeFileSync(usage, 'at,kind,to,amount\n2026-11-20T10:00:00,data,,1048576\n2026-11-21T10:00:00,data,,3145728\n');
    expect((await keep('usage', usage)).code).toBe(0);
    const { cards } = await kept('status');
    // Four megabytes in two days.
    expect(cards[0].use).toMatchObject([{ kind: 'data', perDay: 2 * 1024 ** 2, by: 'usage-file', days: 2 }]);
    expect((await keep('counter', '12.5GB')).code).toBe(0);
  });

  test('edits the alerts', async () => {
    expect((await keep('alerts', '--used', '80', '--before-end', 'none', '--hour', '20')).out).toBe(
      'Alerts: at 80 % used; 3, 1 days before a charge; – days before an end; at 20:00.',
    );
  });

  test('tells how to begin, and writes nothing where nothing was done', async () => {
    expect((await keep('status')).out).toContain('simwise keep add');
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves a damaged file alone', async () => {
    writeFileSync(file, '{"format":"simwise-keeper","version":1,"cards":7}');
    const { code, err } = await keep('add', ...PLAN);
    expect(code).toBe(2);
    expect(err).toContain('damaged at');
    expect(readFileSync(file, 'utf8')).toBe('{"format":"simwise-keeper","version":1,"cards":7}');
  });
});
