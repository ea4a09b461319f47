import { afterAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { answerOf, fileOf, HAND_MADE, simwise } from './command.ts';

type Choice = {
  readonly rank: number;
  readonly tie: number;
  readonly kind: string;
  readonly serves: boolean;
  readonly cards: readonly {
    readonly kind: string;
    readonly offers: readonly { readonly id: string }[];
    readonly total: { readonly amount: string };
  }[];
  readonly purchases: readonly { readonly day: string; readonly offer: string }[];
  readonly total: {
    readonly amount: string;
    readonly currency: string;
    readonly low: string;
    readonly high: string | null;
  };
  readonly lines: readonly { readonly card: number; readonly amount: string; readonly text: string }[];
  readonly value: { readonly perGigabyte: string | null; readonly perDay: string };
  readonly breaks: readonly { readonly code: string; readonly text: string }[];
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly facts: readonly {
    readonly offer: string;
    readonly seen: unknown;
    readonly tier: string;
    readonly sources: readonly unknown[];
  }[];
};

type Answer = {
  readonly stay: {
    readonly start: string;
    readonly days: number;
    readonly preset: string;
    readonly assumed: readonly string[];
  };
  readonly compared: {
    readonly offers: number;
    readonly sellers: readonly string[];
    readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  };
  readonly best: { readonly [kind in 'overall' | 'phone' | 'data' | 'pair']: Choice | null };
  readonly choices: readonly Choice[];
};

const copy = new CatalogCopy({ whenDone: afterAll, brands: ['kcell', 'beeline', 'saily', 'reference'] });
copy.write('offers/kcell/test.yaml', HAND_MADE);
const HERE = ['--catalog', copy.root];
const DECEMBER = ['--start', '2026-12-01', '--days', '10'];

const adviceOf = (...args: string[]) => answerOf<Answer>('advise', ...HERE, ...args);
const boughtIn = (choice: Choice | null) => choice?.purchases.map(({ day, offer }) => `${day} ${offer}`);

describe('the answer for a stay', () => {
  test('names the best overall, phone card, data card and pair, all of them among the choices', async () => {
    const { best, choices } = await adviceOf(
      ...DECEMBER,
      '--local-number',
      '--calls',
      'national-mobile:10min/day',
      '--no-calls-over-internet',
    );
    // Premium has 15 GB, enough for 7.5: 1000 + 100 min × 8 = 1800, and nobody else sells minutes at a price of today.
    expect(best.overall?.total).toEqual({ amount: '1800.00', currency: 'KZT', low: '1800.00', high: '1800.00' });
    expect(boughtIn(best.overall)).toEqual(['2026-12-01 test-premium']);
    expect(best.phone).toEqual(best.overall);
    expect([best.data?.kind, best.pair?.kind, best.data?.serves]).toEqual(['data', 'pair', false]);
    for (const choice of Object.values(best)) if (choice) expect(choices).toContainEqual(choice);
  });

  test('has for each choice all that it takes to judge it', async () => {
    const { choices } = await adviceOf(...DECEMBER);
    for (const { cards, purchases, lines, reasons, facts, warnings, value, total } of choices) {
      expect(cards.length).toBeGreaterThan(0);
      for (const { offers, kind } of cards) expect([offers.length > 0, typeof kind]).toEqual([true, 'string']);
      expect(purchases.length).toBeGreaterThan(0);
      expect(lines.length).toBeGreaterThan(0);
      expect(reasons).toHaveLength(2);
      for (const { code, text } of [...reasons, ...warnings]) expect(code && text).toBeTruthy();
      for (const { tier, sources } of facts) expect([/[A-D]/.test(tier), sources.length > 0]).toEqual([true, true]);
      expect(value.perDay === '' || /^\d+\.\d\d$/.test(value.perDay)).toBe(true);
      expect(total.low).toMatch(/^\d+\.\d\d$/);
    }
  });

  test('adds up: the lines of each card to its total', async () => {
    const { choices } = await adviceOf(...DECEMBER, '--calls', 'national-mobile:10min/day');
    for (const { cards, lines } of choices) {
      for (const [index, card] of cards.entries()) {
        const cents = lines
          .filter((line) => line.card === index)
          .reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
        expect(cents).toBe(Math.round(Number(card.total.amount) * 100));
      }
    }
  });

  test('says before the ranking how many offers of whom were compared, and what was left out', async () => {
    const { compared } = await adviceOf(...DECEMBER);
    expect(compared.offers).toBeGreaterThan(20);
    expect(compared.sellers).toEqual(expect.arrayContaining(['beeline', 'kcell', 'saily']));
    expect(compared.leftOut.find(({ reason }) => reason === 'closed')?.count).toBeGreaterThan(10);
    const { out } = await simwise('advise', ...HERE, ...DECEMBER);
    const [before, after] = [out.indexOf('Compared:'), out.indexOf('Best overall')];
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
    const told = out.slice(before, after);
    expect(told).toMatch(new RegExp(`${compared.offers} offers of ${compared.sellers.length} sellers`));
    for (const seller of ['Beeline', 'Kcell', 'Saily']) expect(told).toContain(seller);
    expect(told).toMatch(/Left out: \d+ offers:\n(?: {2}.*: \d+\n)*? {2}no longer sold: \d+\n/);
  });

  test('ranks by the middle of the range, and says what cannot be told apart', async () => {
    const { choices } = await adviceOf(...DECEMBER, '--local-number');
    const middles = choices.filter(({ serves }) => serves).map(({ total }) => Number(total.low) + Number(total.high));
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    for (const [index, choice] of choices.entries()) {
      const first = choices.find(({ tie }) => tie === choice.tie) as Choice;
      if (first !== choice) expect(Number(choice.total.low)).toBeLessThanOrEqual(Number(first.total.high));
      expect(choice.rank).toBe(index + 1);
    }
  });

  test('in another currency ranks the same', async () => {
    const kzt = await adviceOf(...DECEMBER);
    const usd = await adviceOf(...DECEMBER, '--currency', 'USD');
    expect(usd.best.overall?.total.currency).toBe('USD');
    expect(boughtIn(usd.best.overall)).toEqual(boughtIn(kzt.best.overall));
  });

  test('is the same each time', async () => {
    const once = await simwise('advise', ...HERE, ...DECEMBER, '--json');
    expect((await simwise('advise', ...HERE, ...DECEMBER, '--json')).out).toBe(once.out);
  });
});

describe('how a stay is said', () => {
  test('by flags, the rest assumed and told', async () => {
    const { stay } = await adviceOf('--days', '5', '--data', '1GB/day');
    expect(stay).toMatchObject({ start: '2026-11-22', days: 5, preset: 'tourist' });
    expect(stay.assumed).toEqual(['start', 'calls', 'sms', 'needs', 'device']);
  });

  test('by a file with every field', async () => {
    const path = fileOf(
      'stay.json',
      JSON.stringify({
        start: '2026-12-01',
        days: 10,
        places: ['Almaty', { place: 'Astana', days: 3 }],
        usage: { data: '800MB/day', calls: { 'national-mobile': '10min/day' }, sms: { 'national-mobile': '1/day' } },
        needs: { localNumber: true, otp: true, hotspot: true, callsOverInternet: false },
        device: { esim: true, simSlots: 2 },
      }),
    );
    const { stay, best } = await adviceOf('--stay', path);
    expect([stay.start, stay.days, stay.assumed]).toEqual(['2026-12-01', 10, []]);
    // 1000 + 100 min × 8 + 10 SMS × 8
    expect(best.overall?.total.amount).toBe('1880.00');
  });

  test('by a file with no field at all', async () => {
    const { stay } = await adviceOf('--stay', fileOf('stay.json', '{}'));
    expect(stay.assumed).toEqual(['start', 'days', 'data', 'calls', 'sms', 'needs', 'device']);
  });

  test('by a file and flags: flags win, field by field', async () => {
    const path = fileOf(
      'stay.json',
      JSON.stringify({
        start: '2026-12-01',
        days: 3,
        usage: { data: '800MB/day', calls: { 'national-mobile': '10min/day' } },
        needs: { localNumber: true, callsOverInternet: false },
      }),
    );
    const { stay, best } = await adviceOf('--stay', path, '--days', '10', '--data', '100MB/day', '--otp');
    expect([stay.days, stay.assumed]).toEqual([10, ['sms', 'device']]);
    // The calls of the file still count: 1000 + 100 min × 8
    expect(best.overall?.total.amount).toBe('1800.00');
    expect(boughtIn(best.overall)).toEqual(['2026-12-01 test-premium']);
  });

  test('by a file for a phone without eSIM', async () => {
    const { choices } = await adviceOf(...DECEMBER, '--stay', fileOf('stay.json', '{"device": {"esim": false}}'));
    expect(choices.flatMap(({ cards }) => cards.map(({ kind }) => kind))).not.toContain('travel-esim');
    expect(choices.length).toBeGreaterThan(0);
  });

  test('by what is done online: 2 hours of standard video a day are data', async () => {
    const { stay, best } = await adviceOf(...DECEMBER, '--activity', 'video-sd:2', '--activity', 'photo:10');
    expect(stay.assumed).not.toContain('data');
    expect(best.overall).not.toBeNull();
  });

  test('with numbers to call: those of Kcell are on-net for a card of Kcell', async () => {
    const { best } = await adviceOf(
      ...DECEMBER,
      '--local-number',
      '--no-calls-over-internet',
      '--calls',
      '+77011234567:10min/day',
    );
    expect(best.overall?.total.amount).toBe('1000.00');
    expect(boughtIn(best.overall)).toEqual(['2026-12-01 test-premium']);
  });

  test('with an offer read off a wall, which wins when it is better than all', async () => {
    const { best } = await adviceOf(
      ...DECEMBER,
      '--local-number',
      '--with',
      'Poster: 99 KZT/30d, 20GB, 500min national, 50sms national',
    );
    expect(boughtIn(best.overall)).toEqual(['2026-12-01 poster-1']);
    expect(best.overall?.total.amount).toBe('99.00');
  });
});

describe('no', () => {
  test.each([
    ['a local number without a slot for its card', ['--local-number', '--sim-slots', '0']],
    ['a day of which nothing is known', ['--start', '1999-12-31']],
    ['a phone without eSIM that may not use a slot either', ['--no-esim', '--sim-slots', '0', '--data', '1GB/day']],
  ])('%s: exit 1 and the reasons', async (_what, args) => {
    const { code, out, err } = await simwise('advise', ...HERE, '--days', '5', ...args);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('No choice serves every need of this stay.');
    const json = await simwise('advise', ...HERE, '--days', '5', ...args, '--json');
    expect([json.code, JSON.parse(json.out).best.overall]).toEqual([1, null]);
  });
});

describe('a stay that cannot be read', () => {
  test.each([
    ['days of none', ['--days', '0'], /days/],
    ['days below none', ['--days', '-1'], /--days -1: a whole number/],
    ['days without end', ['--days', '5000'], /days/],
    ['a day that no calendar has', ['--start', '2026-02-31'], /start: is written such as 2026-12-01/],
    ['a preset there is not', ['--preset', 'spy'], /preset.*"transit"/],
    ['an activity nobody measured', ['--activity', 'yodelling:1'], /no activity "yodelling"\. Known are .*video-sd/],
    ['an activity without a count', ['--activity', 'video-sd'], /--activity video-sd: write an activity/],
    ['an activity done less than never', ['--activity', 'video-sd:-1'], /--activity video-sd:-1/],
    ['calls without a destination', ['--calls', '10min/day'], /"10min\/day"/],
    ['data nobody can use', ['--data', '9999TB/day'], /"9999TB\/day"/],
    ['slots below none', ['--sim-slots', '-1'], /--sim-slots -1/],
    ['more slots than phones have', ['--sim-slots', '5'], /device\.simSlots/],
    ['a currency without a rate', ['--currency', 'JPY'], /from KZT to JPY/],
    ['a currency that is none', ['--currency', 'tenge'], /currency/],
    [
      'a poster with what it did not say',
      ['--with', 'A: 990 KZT/30d, free pizza'],
      /--with: "free pizza" was not understood/,
    ],
    ['a file that is not there', ['--stay', '/nowhere.json'], /\/nowhere\.json: no such file/],
    ['a list of no length', ['--top', 'all'], /--top all/],
  ])('%s', async (_what, args, message) => {
    const { code, out, err } = await simwise('advise', ...HERE, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ {4}at |something went wrong/);
  });

  test.each([
    ['no JSON', '{ days: 5', /stay\.json: not valid JSON/],
    ['a field nobody knows', '{"weeks": 2}', /"weeks"/],
    ['wrong fields, all of them', '{"days": 0, "device": {"esim": 1}}', /days: .*device\.esim: /],
    ['not an object', '[1]', /stay: /],
  ])('a file with %s', async (_what, text, message) => {
    const { code, err } = await simwise('advise', ...HERE, '--stay', fileOf('stay.json', text));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('text for people', () => {
  test('tells the choice, what to buy on which day, why, the ledger, what breaks it and how old it is', async () => {
    const { code, out } = await simwise(
      'advise',
      ...HERE,
      ...DECEMBER,
      '--local-number',
      '--no-calls-over-internet',
      '--calls',
      'national-mobile:10min/day',
    );
    expect(code).toBe(0);
    for (const part of [
      /^Stay: 10 days, 1 Dec 2026 to 10 Dec 2026/,
      /Best overall: Kcell Premium \(phone card\)/,
      /Total: ₸1,800\.00 \(.* a gigabyte, ₸180\.00 a day\)/,
      /Buy:\n +1 Dec 2026: Kcell Premium/,
      /It costs least/,
      /Sum of the lines +₸1,800\.00/,
      /Breaks with:\n +more than 1\.5 GB a day/,
      /Rests on:\n +Kcell Premium: price seen between 1 Jun 2026 and 31 Oct 2026\. \[A, solid\]/,
      /Best phone card: +Kcell Premium/,
      /Best pair:/,
      /All choices:\n +1\. +₸1,800\.00/,
    ])
      expect(out).toMatch(part);
  });

  test('lists as many choices as asked for', async () => {
    const { out } = await simwise('advise', ...HERE, ...DECEMBER, '--top', '3');
    const listed = out.slice(out.indexOf('All choices:')).match(/^ +\d+\. /gm);
    expect(listed).toHaveLength(3);
  });

  test.each(['zh', 'ru', 'kk'])('in the language asked for: %s', async (language) => {
    const { code, out, err } = await simwise('advise', ...HERE, ...DECEMBER, '--lang', language);
    expect([code, err]).toEqual([0, '']);
    expect(out.length).toBeGreaterThan(500);
  });
});

test("without a stay or a terminal an example is answered, and how to ask one's own is told", async () => {
  const { code, out, err } = await simwise('advise');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/Best overall: /);
  expect(out).toMatch(/\nThis was an example, a stay of a tourist from today\.\n/);
  expect(out).toMatch(/Ask your own: npm start -- advise .*\(in a terminal: npm start -- advise\)/);
});

test('another choice is shown in full by its number or its kind', async () => {
  const { choices, best } = await adviceOf(...DECEMBER);
  const second = choices.find(({ rank }) => rank === 2);
  const { code, out } = await simwise('advise', ...HERE, ...DECEMBER, '--choice', '2');
  expect(code).toBe(0);
  const [first] = second?.cards ?? [];
  expect(first?.offers.length).toBeGreaterThan(0);
  expect(out).toMatch(/^2\. .*$/m);
  expect(out.indexOf('Ledger:')).toBeGreaterThan(out.indexOf('\n2. '));
  const { out: data } = await simwise('advise', ...HERE, ...DECEMBER, '--choice', 'data');
  expect(data).toMatch(new RegExp(`^(Best overall:|${best.data?.rank}\\.) `, 'm'));
  expect((await simwise('advise', ...HERE, ...DECEMBER, '--choice', '999')).code).toBe(2);
});
