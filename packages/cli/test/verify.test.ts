import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { fileOf, HAND_MADE, simwise } from './command.ts';

const copy = new CatalogCopy({ whenDone: afterAll, brands: ['kcell', 'saily', 'reference'] });
copy.write('offers/kcell/test.yaml', HAND_MADE);
const HERE = ['--catalog', copy.root];
const STAY = ['--start', '2026-12-01', '--days', '3', '--local-number', '--calls', '+77011234567:10min/day'];

/** The answer to a stay, as JSON. */
async function answerText(...more: string[]): Promise<string> {
  const { code, out, err } = await simwise('advise', ...HERE, ...STAY, ...more, '--json');
  expect([code, err]).toEqual([0, '']);
  return out;
}

describe('an answer that was kept', () => {
  let answer = '';

  beforeAll(async () => {
    answer = await answerText();
  });

  test('agrees with its replay: exit 0, each best choice named with its cost and its lower bound', async () => {
    const file = fileOf('answer.json', answer);
    const { code, out } = await simwise('verify', file, ...HERE);
    expect(code).toBe(0);
    expect(out).toMatch(/^Best overall: agrees\. It costs ₸1,000\.00, its lower bound is ₸1,000\.00, .*$/m);
    expect((await simwise('verify', file, ...HERE, '--lang', 'ru')).out).toContain('сходится');
  });

  test('does not, where a charge was changed: exit 1, the card named, with what was found and expected', async () => {
    // Premium is 1000 KZT for 30 days; calls to Kcell's own 701 numbers and 2.2 GB are in it.
    const text = answer.replaceAll('"1000.00"', '"999.00"');
    const file = fileOf('answer.json', text);
    const { code, out } = await simwise('verify', file, ...HERE);
    expect(code).toBe(1);
    expect(out).toContain('card 1 (Kcell Premium) costs ₸1,000.00; the answer says ₸999.00.');
    const { code: same, out: json } = await simwise('verify', file, ...HERE, '--json');
    expect([same, JSON.parse(json).agrees]).toEqual([1, false]);
    expect(JSON.parse(json).checked[0]).toMatchObject({
      choice: 'overall',
      agrees: false,
      cost: '999.00',
      currency: 'KZT',
    });
  });

  test('is replayed with the poster it was asked with, and only with it', async () => {
    const poster = ['--with', 'Corner shop: 10 KZT/30d, 50GB, unlimited on-net, unlimited national-mobile'];
    const file = fileOf('answer.json', await answerText(...poster));
    expect((await simwise('verify', file, ...HERE, ...poster)).code).toBe(0);
    const { code, err } = await simwise('verify', file, ...HERE);
    expect([code, err]).toEqual([2, expect.stringContaining('"poster-1"')]);
  });
});

describe('what cannot be checked: exit 2, the place and the way out named', () => {
  test.each([
    ['no JSON', '{ "stay": ', /answer\.json: not valid JSON/],
    [
      'no answer',
      '{ "stay": { "days": "ten" } }',
      /JSON of "simwise advise --json".*stay\.days: should be a number.*best: missing/,
    ],
  ])('%s', async (_, text, message) => {
    const { code, out, err } = await simwise('verify', fileOf('answer.json', text), ...HERE);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('no such file', async () => {
    const { code, err } = await simwise('verify', '/nowhere/answer.json', ...HERE);
    expect([code, err]).toEqual([2, expect.stringContaining('/nowhere/answer.json: no such file')]);
  });
});
