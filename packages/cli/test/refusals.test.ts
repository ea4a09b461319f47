import { afterAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { fileOf, HAND_MADE, simwise } from './command.ts';

const copy = new CatalogCopy({ whenDone: afterAll, brands: ['kcell', 'reference'] });
copy.write('offers/kcell/test.yaml', HAND_MADE);
const HERE = ['--catalog', copy.root];

async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await simwise(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/ {4}at |undefined/);
  return err;
}

describe('a command that cannot be read is told in the language asked for', () => {
  test.each([
    [['prise'], /there is no command prise; near it: price\n.*simwise --help/],
    [['price', '--offerr', 'x'], /there is no option --offerr; near it: --offer/],
    [['offer'], /id is missing/],
    [['price', '--lang'], /the value of --lang <language> is missing/],
    [['price', '--lang', 'de'], /de: it is one of zh, en, ru, kk/],
    [['price', '--foo', '--lang', 'ru'], /параметра --foo нет/],
    [['offer', 'a', 'b', '--lang=zh'], /内容过多/],
    [['price', '--offer', 'test-premium', '--days', 'ten', '--lang', 'kk', ...HERE], /--days ten: бүтін сан керек/],
    [['price', '--offer', 'test-premium', '--start', 'today', '--lang', 'ru', ...HERE], /день пишется так/],
    [['advise', '--with', 'A: 990 KZT/30d, free pizza', '--lang', 'zh', ...HERE], /无法识别“free pizza”/],
    [['advise', '--with', 'A: 990.999 KZT/30d', '--lang', 'ru', ...HERE], /«990\.999 KZT\/30d».*сумма денег/],
    [['advise', '--days', '0', '--lang', 'kk', ...HERE], /days: кемінде 1 болуы керек/],
    [['advise', '--stay', '/nowhere.json', '--lang', 'zh', ...HERE], /没有此文件/],
  ])('%j', async (args, message) => {
    expect(await refusal(...args)).toMatch(message);
  });

  test('rows of a file, each with its line', async () => {
    const rows = [
      'at,kind,to,amount',
      '2026-12-01T09:30,fax,,60',
      '2026-12-01T09:30,voice,landline,-1',
      'soon,sms,on-net,1',
    ];
    const file = fileOf('use.csv', rows.join('\n'));
    const told = await refusal('price', '--offer', 'test-premium', '--usage', file, '--lang', 'ru', ...HERE);
    expect(told.split('\n').slice(1)).toEqual([
      `  ${file}:2: kind «fax»; возможно voice, sms или data`,
      `  ${file}:3: amount «-1»; нужно целое число секунд, возможное за день`,
      `  ${file}:4: at «soon»; местное время пишется так: 2026-12-01T09:30:00`,
    ]);
  });

  test('a stay file that stops being JSON, with the place', async () => {
    const file = fileOf('stay.json', '{\n  "days": 5,\n}');
    expect(await refusal('advise', '--stay', file, ...HERE)).toMatch(/not valid JSON, from line 3, column 1 on/);
  });
});

describe('absurd amounts', () => {
  test('a price beyond all bounds is a finding at its place, not a failure', async () => {
    const broken = new CatalogCopy({ brands: ['kcell'] });
    broken.write('offers/kcell/test.yaml', HAND_MADE.replace('1000 KZT', '999999999999 KZT'));
    for (const args of [
      ['catalog', 'check'],
      ['price', '--offer', 'test-premium'],
    ]) {
      const { code, out, err } = await simwise(...args, '--catalog', broken.root);
      expect(code).toBe(args[0] === 'catalog' ? 1 : 2);
      expect(out + err).toMatch(
        /offers\/kcell\/test\.yaml:\d+:\d+ schema: found .*"999999999999 KZT"; expected .*100000000 KZT/,
      );
    }
  });

  test('prices and use that add up to more than can be counted say so', async () => {
    const dear = ['--with', 'Gold: 100000000 KZT/day, 100000000 KZT/MB'];
    expect(await refusal('price', ...HERE, ...dear, '--days', '3660', '--data', '1024GB/day')).toMatch(
      /more than can be counted exactly\. Ask for fewer days/,
    );
  });
});
