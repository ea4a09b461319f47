import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { simwise as run } from '../../test/command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simwise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reports = () => join(folder, 'reports.json');

async function json(...args: string[]) {
  const { out } = await run(...args, '--json');
  return JSON.parse(out);
}

const coverage = (...args: string[]) => run('coverage', ...args, '--reports', reports());

describe('simwise places', () => {
  test('lists places with their ids, kinds and districts', async () => {
    const { code, out } = await run('places', 'Саты', '--limit', '1');
    expect(code).toBe(0);
    expect(out).toBe('194461100  Saty, village, Kegen District, Almaty Region, position not on record');
  });

  test.each([
    ['ru', '194461100  Саты, село, Кегенский район, Алматинская область, координаты неизвестны'],
    ['kk', '194461100  Саты, ауыл, Кеген ауданы, Алматы облысы, координаттары белгісіз'],
    ['zh', '194461100  萨蒂，村，Kegen 区，阿拉木图州，没有坐标记录'],
  ])('speaks %s', async (language, line) => {
    expect((await run('places', 'Saty', '--limit', '1', '--lang', language)).out).toBe(line);
  });

  test('as JSON has names, position and how it was found', async () => {
    const { places } = await json('places', '阿拉木圖', '--limit', '1');
    expect(places).toMatchObject([{ id: '750000000', kind: 'city', how: 'name', at: { lat: 43.25, lon: 76.91667 } }]);
  });

  test('answers no where nothing sounds like it', async () => {
    expect(await run('places', 'Reykjavik')).toMatchObject({ code: 1, out: 'No place sounds like "Reykjavik".' });
  });
});

describe('simwise coverage', () => {
  test('says of each network what is known, how old it is and what to do', async () => {
    const { code, out } = await coverage('Almaty:2', 'Saty:1');
    expect(code).toBe(0);
    expect(out).toMatch(/Beeline +hint +\d+ cells, .*last seen 12 Jan 2015 \(11 years old\); too old to rely on/);
    expect(out).toContain('nothing on record, which is not the same as no signal');
    expect(out).toContain('straight line');
    expect(out).toContain('93.07');
    expect(out).toContain('Download offline maps');
    expect(out).toContain('CC-BY-SA-4.0');
  });

  test('exits 1 where nothing speaks for any network', async () => {
    expect((await coverage('194461100')).code).toBe(1);
  });

  test('as JSON keeps the three answers apart', async () => {
    const route = await json('coverage', 'charyn-canyon', '194461100', '474633200', '--reports', reports());
    const states = route.stops.map(({ networks }: { networks: { network: string; state: string }[] }) =>
      networks.map(({ network, state }) => `${network} ${state}`),
    );
    expect(states).toEqual([
      ['kcell stated', 'beeline seen', 'tele2 seen'],
      ['kcell unknown', 'beeline unknown', 'tele2 unknown'],
      ['kcell none', 'beeline none', 'tele2 none'],
    ]);
    expect(route.legs[0].line.kind).toBe('straight-line');
    expect(route.notices).toEqual([expect.stringContaining('CC-BY-SA-4.0')]);
  });

  test.each([
    ['an unknown place', ['Alamty'], 'Almaty (city; 750000000)'],
    ['no days', ['Almaty:0'], 'a whole number from 1 on'],
  ])('refuses %s with the way out', async (_title, places, text) => {
    const { code, out, err } = await coverage(...places);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
    expect(err).not.toMatch(/\bat .*\.ts:/);
  });

  test('without places tells what was said of the country, its roads and railways', async () => {
    const { code, out } = await coverage();
    expect(code).toBe(0);
    expect(out).toContain('1,052 spots with no or poor signal'); // State Radio Frequency Service, 1 December 2025
    expect(out).toContain('Said of the railways:');
    expect(out).toContain('GeoNames (CC BY 4.0)');
  });

  test('refuses in the language asked for', async () => {
    expect((await coverage('Alamty', '--lang', 'ru')).err).toContain('Алматы (город; 750000000)');
  });
});

describe('simwise coverage report', () => {
  const report = (...args: string[]) => run('coverage', 'report', ...args, '--reports', reports());

  test('"Beeline 4G worked in Saty on 3 June" counts as seen', async () => {
    const noted = await report('Beeline', 'Saty', '--technology', '4G', '--day', '2026-06-03');
    expect(noted.code).toBe(0);
    expect(noted.out).toContain('Beeline, Saty, village, Kegen District');
    expect(noted.out).toContain('Other places of that name: Saty, village, May District');
    const { out, code } = await coverage('Saty');
    expect(out).toMatch(/Beeline +seen +your own report, 4G, 3 Jun 2026 \(5 months old\)/);
    expect(code).toBe(0);
  });

  test('no signal is told and makes nothing "none"', async () => {
    await report('activ', 'Saty', '--no-signal', '--day', '2026-06-03');
    expect((await coverage('Saty')).out).toMatch(/Kcell +unknown +you reported no signal on 3 Jun 2026/);
  });

  test.each([
    ['the future', ['Beeline', 'Saty', '--day', '2027-01-01'], 'has not come yet'],
    ['an unknown place', ['Beeline', 'Reykjavik'], 'No place sounds like'],
    ['an unknown network', ['Vodafone', 'Saty'], 'There are kcell, beeline'],
    ['a brand whose network is not known', ['izi', 'Saty'], 'Name the network itself'],
    ['both at once', ['Beeline', 'Saty', '--worked', '--no-signal'], 'say one of them'],
    ['a technology without signal', ['Beeline', 'Saty', '--no-signal', '--technology', '4G'], 'has no technology'],
    ['no technology', ['Beeline', 'Saty', '--technology', '6G'], '2G, 3G, 4G, 5G'],
    ['no day', ['Beeline', 'Saty', '--day', '3 June'], '--day 3 June'],
  ])('refuses %s and writes nothing', async (_title, args, text) => {
    const { code, err } = await report(...args);
    expect({ code, isThere: existsSync(reports()) }).toEqual({ code: 2, isThere: false });
    expect(err).toContain(text);
  });

  test('a spoiled file is refused and kept as it is', async () => {
    writeFileSync(reports(), '{"format":1,"reports":[{"netw');
    expect((await report('Beeline', 'Saty')).err).toContain('Nothing was changed');
    expect((await coverage('Saty')).code).toBe(2);
    expect(readFileSync(reports(), 'utf8')).toBe('{"format":1,"reports":[{"netw');
  });

  test('a file that cannot be written is refused', async () => {
    mkdirSync(join(folder, 'taken'));
    const { code, err } = await run(
      'coverage',
      'report',
      'Beeline',
      'Saty',
      '--reports',
      join(folder, 'taken', 'x', '..', '..', 'taken'),
    );
    expect(code).toBe(2);
    expect(err).not.toContain('should not');
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('simwise advise on a route', () => {
  test('tells what speaks for the networks of each choice', async () => {
    const advice = await json(
      'advise',
      '--days',
      '10',
      '--place',
      'Almaty:5',
      '--place',
      'Saty:2',
      '--reports',
      reports(),
    );
    const onKcell = advice.choices.find(({ cards }: { cards: { offers: { id: string }[] }[] }) =>
      cards.every(({ offers }) => /^(activ|kcell)-/.test(offers[0]?.id ?? '')),
    );
    const warnings: { code: string; text: string }[] = onKcell.warnings;
    expect(warnings.find(({ code }) => code === 'coverage-unknown')?.text).toContain('Saty');
    expect(warnings.find(({ code }) => code === 'coverage-hint')?.text).toContain('11 years old');
    expect(warnings.find(({ code }) => code === 'second-card')?.text).toContain('2 days');
    expect(advice.coverage.stops).toHaveLength(2);
  });

  test("keeps the person's own rule", async () => {
    const advice = await json(
      'advise',
      '--exclude-network',
      'Beeline',
      '--exclude-network',
      'tele2',
      '--exclude-network',
      'Kcell',
    );
    expect(
      advice.compared.leftOut.find(({ reason }: { reason: string }) => reason === 'network-excluded').count,
    ).toBeGreaterThan(0);
    type Offered = { cards: { offers: { id: string }[] }[] };
    const offers = advice.choices.flatMap(({ cards }: Offered) =>
      cards.flatMap(({ offers: each }) => each.map(({ id }) => id)),
    );
    expect(offers.filter((id: string) => /^(beeline|kcell|activ|tele2|altel)-/.test(id))).toEqual([]);
  });

  test('refuses a route longer than the stay', async () => {
    const { code, err } = await run('advise', '--days', '3', '--place', 'Almaty:5');
    expect(code).toBe(2);
    expect(err).toContain('5 days or more, but the stay has 3');
  });
});
