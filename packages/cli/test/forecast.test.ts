import { afterAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { answerOf, fileOf, HAND_MADE, simwise } from './command.ts';

const copy = new CatalogCopy({ whenDone: afterAll, brands: ['kcell'] });
copy.write('offers/kcell/test.yaml', HAND_MADE);
const WHERE = ['--catalog', copy.root];

/** Days of one use of so many megabytes each. */
function historyFile(first: string, days: number, megabytes: number): string {
  const start = Date.parse(`${first}T08:00:00Z`);
  const rows = Array.from({ length: days }, (_, index) => {
    const at = new Date(start + index * 86_400_000).toISOString().slice(0, 19);
    return `${at},data,,${megabytes * 2 ** 20},`;
  });
  return fileOf('history.csv', ['at,kind,to,amount,app', ...rows].join('\n'));
}

describe('simwise next', () => {
  const next = (...args: string[]) =>
    answerOf<{ buy: unknown; leftLasts: string | null; bytesPerDay: number }>(
      'next',
      '--offer',
      'test-premium',
      ...WHERE,
      ...args,
    );

  test('buys nothing while 2 GB last at 500 MB a day: four days from 22 November', async () => {
    expect(await next('--data', '500MB/day', '--left', '2GB')).toMatchObject({ buy: null, leftLasts: '2026-11-25' });
  });

  test('buys a pack of 1 GB for 200, two days of 500 MB, when nothing is left', async () => {
    const { buy } = await next('--data', '500MB/day');
    expect(buy).toEqual({ offer: 'test-pack', days: 2, cost: { amount: '200.00', currency: 'KZT' } });
  });

  test('learns the use of a day from a history', async () => {
    const { bytesPerDay } = await next('--history', historyFile('2026-11-01', 20, 300));
    expect(bytesPerDay).toBe(300 * 2 ** 20);
  });

  test('in words, in each language', async () => {
    const said = await simwise('next', '--offer', 'test-premium', ...WHERE, '--data', '500MB/day');
    expect(said.out).toContain('Buy today: Kcell Pack');
    const inRussian = await simwise('next', '--offer', 'test-premium', ...WHERE, '--data', '500MB/day', '--lang', 'ru');
    expect(inRussian.out).toContain('Купите сегодня');
  });

  test('asks for what it cannot do without', async () => {
    expect((await simwise('next', ...WHERE, '--data', '1GB/day')).err).toContain('--offer');
    expect((await simwise('next', ...WHERE, '--offer', 'test-premium')).err).toContain('--history FILE.csv');
  });
});

describe('a history that cannot be used is told with the file and the way out', () => {
  const failing = async (path: string) => {
    const { code, err } = await simwise('next', '--offer', 'test-premium', ...WHERE, '--history', path);
    expect(code).toBe(2);
    return err;
  };

  test('bad rows by their lines', async () => {
    const path = fileOf('history.csv', 'at,kind,to,amount,app\n2026-11-01,data,,5MB,\n');
    expect(await failing(path)).toMatch(/--history (.*): bad rows\n +\1:2: amount "5MB"/);
  });

  test('no rows at all', async () => {
    expect(await failing(fileOf('history.csv', 'at,kind,to,amount,app\n'))).toContain('it holds no use');
  });

  test('days to come', async () => {
    expect(await failing(historyFile('2026-11-20', 5, 100))).toContain('2 rows lie after today');
  });

  test('a file that is not there', async () => {
    expect(await failing('/nowhere/history.csv')).toContain('/nowhere/history.csv: no such file');
  });
});

test('an advice says how a holder is supposed to act, and of a day without use that there is none', async () => {
  const history = ['--history', historyFile('2026-11-01', 1, 0)];
  const { out } = await simwise('advise', ...WHERE, ...history, '--start', '2026-12-01', '--days', '3');
  expect(out).toContain('Use: none');
  expect(out).toContain('the next pack is bought when the last one has run out, never before');
});

describe('simwise backtest', () => {
  test('pays October with what September advised', async () => {
    type Answer = { months: { start: string; paid: string; least: string; regret: string }[]; regret: string };
    const path = historyFile('2026-09-01', 61, 100);
    const answer = await answerOf<Answer>('backtest', '--history', path, '--preset', 'resident', ...WHERE);
    expect(answer.months.map(({ start }) => start)).toEqual(['2026-10-01']);
    const [{ paid, least, regret } = { paid: '', least: '', regret: '' }] = answer.months;
    expect(Number(paid) - Number(least)).toBeCloseTo(Number(regret), 2);
  });

  test('needs two whole months', async () => {
    const { code, err } = await simwise('backtest', '--history', historyFile('2026-09-05', 40, 100), ...WHERE);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('there are 0 whole calendar months; a backtest needs two'),
    ]);
  });

  test('names the option for the file', async () => {
    expect((await simwise('backtest', ...WHERE)).err).toContain('--history FILE.csv');
  });
});
