import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simwise as run } from '../test/command.ts';
import { builtInCatalog } from './open-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'simwise-people-'));
const answer = join(folder, 'answer.json');

const FOREIGNER = ['--citizen', 'CN', '--no-tax-number', '--phone-bought', 'abroad', '--phone-used-here', 'never'];

beforeAll(async () => {
  const { out } = await run('advise', '--preset', 'business-trip', ...FOREIGNER, '--json', '--lang', 'kk');
  writeFileSync(answer, out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('simwise ask', () => {
  test('a brand by its id, with codes, ages, sources, and what is not on record', async () => {
    const { code, out } = await run('ask', 'beeline');
    expect(code).toBe(0);
    expect(out).toContain('*106#');
    expect(out).toContain('seen 2023, 2 years ago or more');
    expect(out).toContain('Not on record: balance, own number');
    expect(out).toMatch(/\[1\] .+/);
  });

  test('a company by its name is all its brands', async () => {
    const { out } = await run('ask', 'ТОО «КаР-Тел»', '--json');
    expect(JSON.parse(out).brands.map(({ brand }: { brand: string }) => brand)).toEqual(['beeline', 'izi']);
  });

  test('a misspelled one is refused with the nearest and all that are known, in the language asked for', async () => {
    const { code, out, err } = await run('ask', 'beelin', '--lang', 'ru');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Оператора «beelin» нет; похожие: beeline.');
    expect(err).toContain('tele2');
  });

  test('a seller of whom nothing is on record: the answer is no', async () => {
    const { code, out } = await run('ask', 'airalo');
    expect(code).toBe(1);
    expect(out).toContain('Nothing is on record for Airalo');
  });
});

describe('simwise explain', () => {
  test('four kinds for programs, each with what it can do, what it costs and what it asks', async () => {
    const { code, out } = await run('explain', '--json');
    const { kinds } = JSON.parse(out);
    expect(code).toBe(0);
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['phone', 'data', 'hybrid', 'app-pass']);
    expect(kinds[0].example.formalities.map(({ rule }: { rule: string }) => rule)).toContain('face-check');
    expect(kinds[0].example.total).toMatchObject({ currency: 'KZT' });
  });

  test.each([
    ['en', 'Four kinds of card'],
    ['zh', '四种卡并列比较'],
    ['ru', 'Четыре вида карт'],
    ['kk', 'Картаның төрт түрі'],
  ])('side by side in %s', async (language, heading) => {
    const { out } = await run('explain', '--days', '12', '--lang', language);
    expect(out.startsWith(heading)).toBe(true);
  });
});

describe('simwise formalities', () => {
  test('every rule is judged and says why', async () => {
    const { out } = await run(
      'formalities',
      '--preset',
      'student',
      '--days',
      '45',
      ...FOREIGNER,
      '--choice',
      'phone',
      '--json',
    );
    const { outcomes, rules, steps } = JSON.parse(out);
    expect(outcomes).toHaveLength(rules.length);
    expect(steps).toContainEqual(expect.objectContaining({ rule: 'handset-register', by: '2026-12-21' }));
    for (const { outcome, because, missing } of outcomes) {
      if (outcome === 'does-not-apply') expect(because.length).toBeGreaterThan(0);
      expect(because.length + missing.length).toBeGreaterThan(0);
    }
  });

  test('told in parts: what applies, what is not known, what does not apply', async () => {
    const { code, out } = await run(
      'formalities',
      '--lang',
      'ru',
      '--preset',
      'student',
      '--days',
      '45',
      ...FOREIGNER,
      '--choice',
      'phone',
    );
    expect(code).toBe(0);
    for (const heading of ['Относится к вам:', 'Неизвестно:', 'К вам не относится:']) expect(out).toContain(heading);
    expect(out).toContain('не позднее 21\u00a0дек.\u00a02026\u00a0г.');
  });

  test('a choice that is not there is refused with the nearest names', async () => {
    const { code, err } = await run('formalities', '--choice', 'beeline-prostoi');
    expect(code).toBe(2);
    expect(err).toMatch(/There is no choice "beeline-prostoi"; near it: beeline-prostoy/);
    expect((await run('formalities', '--choice', '9999')).err).toMatch(/Give a number from 1 to \d+/);
  });

  test('a kind of which nothing can be had: the answer is no', async () => {
    const { code, out } = await run('formalities', '--preset', 'resident', '--numbers-held', '10', '--choice', 'phone');
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

describe('formalities in simwise advise', () => {
  test('steps, trouble and what depends on answers stand with the first choice', async () => {
    const { out } = await run('advise', '--preset', 'student', '--days', '45', '--phone-bought', 'abroad');
    expect(out).toMatch(/To do \(Trouble: \d+ steps?, \d cards?\):/);
    expect(out).toContain('Depends on what was not said:');
  });

  test('for programs too, with the rules they name', async () => {
    const { choices, formalities } = JSON.parse(readFileSync(answer, 'utf8'));
    const known = new Set(formalities.map(({ id }: { id: string }) => id));
    for (const choice of choices) {
      expect(choice.hassle.points).toBe(choice.hassle.steps + choice.hassle.cards);
      for (const { rule } of choice.formalities) expect(known).toContain(rule);
      for (const warning of choice.warnings) if (warning.code === 'formality') expect(known).toContain(warning.rule);
    }
  });

  test.each([
    [['--citizen', 'china'], 'person.citizen'],
    [['--phone-bought', 'shop'], 'device.bought'],
    [['--phone-used-here', 'once'], 'device.usedHereSince'],
    [['--numbers-held', 'many'], '--numbers-held many'],
  ])('%j is refused with its place', async (args, place) => {
    const { code, err } = await run('advise', ...args);
    expect(code).toBe(2);
    expect(err).toContain(place);
  });
});

describe('simwise counter', () => {
  test('a kept answer gives the card of its choice, in any language', async () => {
    const { code, out } = await run('counter', '--answer', answer, '--choice', 'kcell-talks-daily', '--lang', 'zh');
    expect(code).toBe(0);
    expect(out).toContain('Talks');
    expect(out).toContain('请不要开通');
    expect(out).toContain('*100#');
  });

  test('the same card as from the flags the answer was made with', async () => {
    const flags = ['--preset', 'business-trip', ...FOREIGNER, '--choice', 'kcell-talks-daily', '--format', 'html'];
    const fromAnswer = await run('counter', '--answer', answer, '--choice', 'kcell-talks-daily', '--format', 'html');
    expect((await run('counter', ...flags)).out).toBe(fromAnswer.out);
  });

  test.each([
    ['html', /^<!doctype html>/],
    ['svg', /^<svg /],
    ['text', /SIM/],
  ] as const)('written whole as %s, nothing beside it', async (format, start) => {
    const out = join(folder, `${format}-card`);
    mkdirSync(out);
    const file = join(out, 'card');
    const ran = await run('counter', '--answer', answer, '--format', format, '--out', file);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toMatch(start);
    expect(readdirSync(out)).toEqual(['card']);
  });

  test('for programs: the card as data', async () => {
    const card = JSON.parse((await run('counter', '--answer', answer, '--choice', '1', '--json')).out);
    expect(card.qr.startsWith('simwise\n')).toBe(true);
  });

  test('a place that cannot be written is refused, and nothing is left there', async () => {
    const before = readdirSync(folder);
    const { code, err } = await run('counter', '--answer', answer, '--out', join(folder, 'no', 'such', 'folder.html'));
    expect(code).toBe(2);
    expect(err).toContain('choose another place with --out');
    expect((await run('counter', '--answer', answer, '--out', folder)).code).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 2000), /stops being JSON at line \d+, column \d+/],
    ['of another program', () => '{"total": 1}', /stay: .*choices: /],
    [
      'with an offer nobody sells',
      (text: string) => text.replaceAll('"kcell-talks-daily"', '"kcell-talks-dayly"'),
      /choices\.\d+\.cards\.\d+\.offers\.\d+\.id: "kcell-talks-dayly" is not in the catalogue; near it: kcell-talks-daily/,
    ],
    ['that is no file of text', () => '\u0000\u0001', /line 1, column 1/],
  ] as const)('an answer %s is refused with the place and the way out', async (_what, change, place) => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, change(readFileSync(answer, 'utf8')));
    const { code, out, err } = await run('counter', '--answer', file, '--out', join(folder, 'never.html'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(place);
    expect(err).toContain('simwise advise --json > answer.json');
    expect(readdirSync(folder)).not.toContain('never.html');
  });

  test('a file that is not there, a format that is none, an answer beside flags', async () => {
    expect((await run('counter', '--answer', join(folder, 'none.json'))).err).toContain('no such file');
    expect((await run('counter', '--format', 'pdf')).err).toContain('There is no format "pdf"');
    expect((await run('counter', '--answer', answer, '--days', '12')).err).toContain('not both');
    expect((await run('counter', '--answer', answer, '--lang', 'ru', '--days', '12')).err).toContain('не то и другое');
  });

  test('no personal data: nothing of the stay or the person is on the card', async () => {
    const flags = [
      '--preset',
      'business-trip',
      ...FOREIGNER,
      '--place',
      'Almaty',
      '--start',
      '2026-12-24',
      '--choice',
      'kcell-talks-daily',
    ];
    for (const format of ['text', 'html', 'svg']) {
      const { out } = await run('counter', ...flags, '--format', format);
      expect(out).not.toMatch(/Almaty|Алматы|2026-12-24|24 Dec|CN\b|business/);
    }
  });
});

describe('another catalogue', () => {
  test('its contacts and rules are the ones told', async () => {
    const other = join(folder, 'kz');
    cpSync(builtInCatalog(), other, { recursive: true });
    const file = join(other, 'market.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll("'*106#'", "'*999#'"));
    expect((await run('ask', 'beeline', '--catalog', other)).out).toContain('*999#');
    writeFileSync(file, 'operators: [');
    const { code, err } = await run('ask', 'beeline', '--catalog', other);
    expect(code).toBe(2);
    expect(err).toMatch(/market\.yaml:\d+:\d+/);
  });
});
