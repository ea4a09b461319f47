import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { answerOf, fileOf, HAND_MADE, simwise } from './command.ts';

const copy = new CatalogCopy({ whenDone: afterAll });
copy.write('offers/kcell/test.yaml', HAND_MADE);
const HERE = ['--catalog', copy.root];
const TALKS = 'offers/kcell/talks.yaml';

describe('offers', () => {
  type Row = {
    readonly id: string;
    readonly brand: string;
    readonly role: string;
    readonly card: string | null;
    readonly sale: string;
  };
  const rowsOf = async (...args: string[]) =>
    (await answerOf<{ day: string; offers: Row[] }>('offers', ...HERE, ...args)).offers;

  test('lists every offer on record', async () => {
    const rows = await rowsOf();
    expect(rows.length).toBeGreaterThan(270);
    expect(rows.find(({ id }) => id === 'test-premium')).toEqual({
      id: 'test-premium',
      name: 'Kcell Premium',
      brand: 'kcell',
      role: 'base',
      card: 'phone',
      fee: '₸1,000.00 / 30 days',
      sale: 'open',
      tier: 'A',
    });
  });

  test('of a brand, of a kind of card, of a role, on sale', async () => {
    expect(new Set((await rowsOf('--brand', 'beeline')).map(({ brand }) => brand))).toEqual(new Set(['beeline']));
    expect(new Set((await rowsOf('--card', 'travel-esim')).map(({ card }) => card))).toEqual(new Set(['travel-esim']));
    expect(new Set((await rowsOf('--card', 'add-on')).map(({ role }) => role))).toEqual(new Set(['add-on']));
    const [all, sold] = [await rowsOf('--brand', 'kcell'), await rowsOf('--brand', 'kcell', '--on-sale')];
    expect(sold.map(({ sale }) => sale)).not.toContain('closed');
    expect(sold.length).toBeLessThan(all.length);
  });

  test('as of a day: one that was not known yet has no price and no tier', async () => {
    const row = (await rowsOf('--on', '2026-05-31')).find(({ id }) => id === 'test-premium');
    expect(row).toMatchObject({ fee: '', sale: 'unknown', tier: null });
  });

  test('in another currency: 1000 / 502.6 = 1.99', async () => {
    const rows = await rowsOf('--currency', 'USD', '--on', '2026-12-01');
    expect(rows.find(({ id }) => id === 'test-premium')).toMatchObject({ fee: '$1.99 / 30 days' });
    // No rate of the Indian rupee is on record, so it stays what it is.
    expect(rows.find(({ id }) => id === 'velome-kz-unlimited-day')).toMatchObject({ fee: '₹280.00 / 1 day' });
    expect((await simwise('offer', 'test-premium', ...HERE, '--currency', 'USD')).out).toContain(
      'Price: $1.99 / 30 days',
    );
    const { code, err } = await simwise('offers', ...HERE, '--currency', 'JPY');
    expect(code).toBe(2);
    expect(err).toMatch(/from KZT to JPY/);
  });

  test('none at all is a no', async () => {
    const { code, out } = await simwise('offers', ...HERE, '--brand', 'nobody');
    expect([code, out.split('\n')[0]]).toEqual([1, '0 offers']);
  });

  test('on a day that no calendar has', async () => {
    const { code, err } = await simwise('offers', ...HERE, '--on', '2026-13-01');
    expect([code, err]).toEqual([2, 'simwise: --on 2026-13-01: a day is written such as 2026-12-01']);
  });
});

describe('offer', () => {
  test('tells price, rules, age, tier and sources', async () => {
    const { code, out } = await simwise('offer', 'test-premium', ...HERE);
    expect(code).toBe(0);
    expect(out).toMatch(/^Kcell Premium \(test-premium, phone card, on sale\)\n/);
    for (const part of [
      /Price: ₸1,000\.00 \/ 30 d/,
      /Networks: Kcell/,
      /between 1 Jun 2026 and 31 Oct 2026/,
      /Confidence: A, solid/,
      /Sources:\n +Kcell, https:/,
    ])
      expect(out).toMatch(part);
  });

  test('as JSON has the terms as recorded', async () => {
    const answer = await answerOf<Record<string, unknown>>('offer', 'test-premium', ...HERE);
    expect(answer).toMatchObject({
      offer: 'test-premium',
      brand: 'kcell',
      currency: 'KZT',
      sale: 'open',
      seen: { from: '2026-06-01', to: '2026-10-31' },
      terms: { fee: { phases: [{ amount: 100_000 }] } },
    });
  });

  test.each([
    ['an id nobody knows', ['kcell-talk-daily'], /no offer "kcell-talk-daily"; near it: kcell-talks-daily/],
    ['an id left out on purpose, with the reason', ['kcell-b2b-big-box-1'], /known but not priced: Roaming abroad/],
    ['a day before its first version', ['test-premium', '--on', '2026-05-31'], /before 1 Jun 2026/],
    ['no id', [], /id is missing/],
  ])('%s', async (_what, args, message) => {
    const { code, out, err } = await simwise('offer', ...args, ...HERE);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('catalog check', () => {
  test('finds nothing in the built-in catalogue', async () => {
    expect(await simwise('catalog', 'check')).toEqual({ code: 0, out: 'findings: 0', err: '' });
  });

  test('tells every finding at once as file:line:col, found and expected', async () => {
    const broken = new CatalogCopy();
    const places = [
      broken.change(TALKS, 'sources: [ kcell-talks ]', 'sources: [ ‸kcell-walks ]'),
      broken.change('offers/kcell/nine-tenge.yaml', 'networks: [ kcell ]', 'networks: [ ‸kcel ]'),
    ];
    const { code, out } = await simwise('catalog', 'check', '--catalog', broken.root);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${places[1]} known-references: found "kcel"; expected the id of a network on file`,
      `${places[0]} known-references: found "kcell-walks"; expected the id of a source on file`,
      'findings: 2',
    ]);
  });

  test('as JSON has the same, and what --fix would mend', async () => {
    const broken = new CatalogCopy();
    broken.change(TALKS, 'networks: [ kcell ]', 'networks: [kcell]');
    const { code, out } = await simwise('catalog', 'check', '--json', '--catalog', broken.root);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      mended: [],
      findings: [
        {
          file: TALKS,
          line: 5,
          col: 1,
          check: 'tidy',
          found: '"networks: [kcell]"',
          expected: '"networks: [ kcell ]"',
          fixable: true,
        },
      ],
    });
  });

  test('with --fix mends what a machine can, says so and tells the rest', async () => {
    const broken = new CatalogCopy();
    const before = broken.read(TALKS);
    broken.change(TALKS, 'networks: [ kcell ]', 'networks: [kcell]');
    expect(await simwise('catalog', 'check', '--fix', '--catalog', broken.root)).toEqual({
      code: 0,
      out: `mended ${TALKS}\nfindings: 0`,
      err: '',
    });
    expect(broken.read(TALKS)).toBe(before);
    broken.change(TALKS, 'networks: [ kcell ]', 'networks: [kcel]');
    const { code, out } = await simwise('catalog', 'check', '--fix', '--catalog', broken.root);
    expect([code, out.split('\n')[0], out.split('\n').at(-1)]).toEqual([1, `mended ${TALKS}`, 'findings: 1']);
  });

  test.each([['/nowhere/at/all'], [fileURLOfThis()]])('of what is no folder could not be done: %s', async (folder) => {
    const { code, out, err } = await simwise('catalog', 'check', '--catalog', folder);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(folder);
    expect(err).toMatch(/expected a catalogue folder.*--catalog/s);
  });
});

function fileURLOfThis(): string {
  return new URL(import.meta.url).pathname;
}

describe('catalog stats', () => {
  test('counts what is on record', async () => {
    const stats = await answerOf<Record<string, number> & { roles: Record<string, number> }>(
      'catalog',
      'stats',
      ...HERE,
    );
    expect(stats['priced']).toBeGreaterThanOrEqual(270);
    expect(stats['bytes']).toBeLessThanOrEqual(80_000);
    expect(stats['offers']).toBe(Object.values(stats.roles).reduce((sum, count) => sum + count, 0));
    const { code, out } = await simwise('catalog', 'stats', ...HERE);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^offers +${stats['offers']}\\n`));
  });
});

describe('catalog diff', () => {
  const before = new CatalogCopy({ whenDone: afterAll, brands: ['kcell'] });
  before.write('offers/kcell/test.yaml', HAND_MADE);

  test('of a folder with itself is nothing', async () => {
    const { code, out } = await simwise('catalog', 'diff', before.root, before.root);
    expect([code, out]).toEqual([0, '0 added, 0 removed, 0 changed, 0 other facts']);
  });

  test('tells what came, what went, what changed and from what to what; exit 1', async () => {
    const other = new CatalogCopy({ brands: ['kcell'] });
    other.change(TALKS, '40 KZT, every: 1 day', '45 KZT, every: 1 day');
    other.change('exchange-rates.yaml', "rate: '502.6'", "rate: '600'");
    const { code, out } = await simwise('catalog', 'diff', before.root, other.root);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      '- test-premium',
      '- test-pack',
      '- test-aged',
      '~ kcell-talks-daily',
      '  versions.0.terms.fee.phases.0.amount: 4000 → 4500',
      // The hand-made offers were the newest.
      expect.stringMatching(/^newestEvidence: /),
      expect.stringMatching(/^exchangeRates\.\d+\.rate\.num: 2513 → 600$/),
      expect.stringMatching(/^exchangeRates\.\d+\.rate\.den: 5 → 1$/),
      '0 added, 3 removed, 1 changed, 3 other facts',
    ]);
    const json = await simwise('catalog', 'diff', other.root, before.root, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      added: ['test-premium', 'test-pack', 'test-aged'],
      removed: [],
      changed: [{ id: 'kcell-talks-daily' }],
    });
  });

  test('with a folder that is none', async () => {
    const { code, err } = await simwise('catalog', 'diff', before.root, '/nowhere');
    expect(code).toBe(2);
    expect(err).toContain('/nowhere');
  });
});

describe('catalog schema', () => {
  test('is a JSON Schema that any validator reads', async () => {
    for (const args of [['offer'], ['offer', '--json'], ['offer', '--lang', 'ru', '--currency', 'USD', ...HERE]]) {
      const { code, out } = await simwise('catalog', 'schema', ...args);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        $schema: expect.stringContaining('json-schema.org'),
        type: 'object',
        required: expect.arrayContaining(['id', 'brand']),
      });
    }
  });

  test('of every document there is', async () => {
    const { code, err } = await simwise('catalog', 'schema', 'nothing');
    expect(code).toBe(2);
    const names = /there are (.*)$/.exec(err)?.[1]?.split(', ') ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['offer', 'country', 'market', 'sources', 'exchangeRates', 'leftOut']),
    );
    for (const name of names) expect((await simwise('catalog', 'schema', name)).code).toBe(0);
  });
});

describe('a catalogue that cannot be used', () => {
  const commands = [['offers'], ['offer', 'x'], ['price', '--offer', 'x'], ['advise'], ['catalog', 'stats']];

  test.each(commands.map((args) => [args.join(' '), args] as const))(
    '%s names the place and the way out',
    async (_name, args) => {
      const broken = new CatalogCopy({ brands: ['kcell'] });
      const place = broken.change(TALKS, 'maxCall: 30 min', 'maxCall: ‸30 MB');
      const { code, out, err } = await simwise(...args, '--catalog', broken.root);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`\n${place} schema: found versions.0.maxCall = "30 MB"`);
      expect(err).toMatch(/Mend these places, or give another folder with --catalog\.$/);
      expect(err).not.toMatch(/ {4}at /);
    },
  );

  test.each<[string, (copy: CatalogCopy) => void, RegExp]>([
    [
      'a bomb of 50 MB',
      (bomb) => bomb.write('bomb.yaml', 'a: b\n'.repeat(10_000_000)),
      /bomb\.yaml:1:1 .*50000000 bytes.*split the file/,
    ],
    ['a bomb of aliases', (bomb) => bomb.write('bomb.yaml', 'a: &a [x]\nb: *a\n'), /bomb\.yaml:2:4 .*alias/],
    [
      'a file cut off in the middle',
      (half) => half.write('country.yaml', half.read('country.yaml').slice(0, 700)),
      /country\.yaml:\d+:\d+ /,
    ],
    ['a file too few', (few) => few.remove('zones.yaml'), /zones\.yaml:1:1 .*no such file/],
    [
      'an offer without a fee',
      (free) => free.change(TALKS, '        fee: [ { amount: 40 KZT, every: 1 day } ]\n', ''),
      /talks\.yaml:12:9 schema: found versions\.0\.fee/,
    ],
    [
      'a fee below nothing',
      (less) => less.change(TALKS, '40 KZT, every', '-40 KZT, every'),
      /talks\.yaml:21:26 .*"-40 KZT" is not a money/,
    ],
    [
      'a zone without a clock',
      (zone) => zone.change(TALKS, 'tax: included', 'tax: included\n        days: Asia/Tokyo'),
      /talks\.yaml:24:15 known-zone: found "Asia\/Tokyo"/,
    ],
  ])('%s', async (_what, make, message) => {
    const broken = new CatalogCopy({ brands: ['kcell'] });
    make(broken);
    const { code, out, err } = await simwise('price', '--offer', 'kcell-talks-daily', '--catalog', broken.root);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ {4}at |something went wrong/);
  });

  test('leaves nothing half-written behind', async () => {
    const broken = new CatalogCopy({ brands: ['kcell'] });
    broken.change(TALKS, 'maxCall: 30 min', 'maxCall: 30 MB');
    const before = readdirSync(broken.root, { recursive: true }).sort();
    await simwise('price', '--offer', 'x', '--catalog', broken.root);
    await simwise('catalog', 'check', '--fix', '--catalog', broken.root);
    expect(readdirSync(broken.root, { recursive: true }).sort()).toEqual(before);
  });
});

test('a folder that is changed is read anew by the next command', async () => {
  const other = new CatalogCopy({ brands: ['kcell'] });
  const fee = async () =>
    (
      await answerOf<{ terms: { fee: { phases: { amount: number }[] } } }>(
        'offer',
        'kcell-talks-daily',
        '--catalog',
        other.root,
      )
    ).terms.fee.phases[0]?.amount;
  expect(await fee()).toBe(4000);
  other.change(TALKS, '40 KZT, every: 1 day', '45 KZT, every: 1 day');
  expect(await fee()).toBe(4500);
});

describe('what every command has', () => {
  test.each(['offers', 'offer', 'price', 'advise'])('%s --help', async (command) => {
    const { code, out, err } = await simwise(command, '--help');
    expect([code, err]).toEqual([0, '']);
    for (const option of ['--json', '--catalog <dir>', '--lang <language>', '--currency <code>'])
      expect(out).toContain(option);
  });

  test.each(['check', 'stats', 'diff', 'schema'])('catalog %s --help', async (command) => {
    const { code, out } = await simwise('catalog', command, '--help');
    expect(code).toBe(0);
    for (const option of ['--json', '--catalog <dir>', '--lang <language>', '--currency <code>'])
      expect(out).toContain(option);
  });

  test.each([
    [['bogus'], /no command bogus/],
    [['catalog'], /Usage: simwise catalog/],
    [['catalog', 'bogus'], /no command bogus/],
    [['offers', '--bogus'], /no option --bogus/],
    [['offers', '--lang', 'de'], /one of zh, en, ru, kk/],
    [['offers', '--catalog'], /value of --catalog <dir> is missing/],
    [['--lang', 'ru'], /параметра --lang нет/],
  ])('%j could not be done', async (args, message) => {
    const { code, out, err } = await simwise(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('refusals come in the language asked for, however it is written', async () => {
    const refusalIn = async (...language: string[]) =>
      (await simwise('price', '--offer', 'nope', ...HERE, ...language)).err;
    for (const language of ['zh', 'ru', 'kk']) {
      expect(await refusalIn(`--lang=${language}`)).toBe(await refusalIn('--lang', language));
    }
  });
});

test('a bad stay file is read before the catalogue is blamed', async () => {
  const { code, err } = await simwise('advise', ...HERE, '--stay', fileOf('stay.json', 'null'));
  expect(code).toBe(2);
  expect(err).toMatch(/stay: /);
});
