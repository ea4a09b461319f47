import { afterAll, describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../catalog/test/catalog-copy.ts';
import { answerOf, fileOf, HAND_MADE, simwise } from './command.ts';

type Answer = {
  readonly total: {
    readonly amount: string;
    readonly currency: string;
    readonly low: string;
    readonly high: string | null;
  };
  readonly lines: readonly {
    readonly at: string;
    readonly offer: string;
    readonly kind: string;
    readonly text: string;
    readonly amount: string;
  }[];
  readonly remaining: readonly {
    readonly offer: string;
    readonly kind: string;
    readonly amount: number | string;
    readonly expires: string | null;
  }[];
  readonly topUps: readonly { readonly at: string; readonly amount: string }[];
  readonly moneyLeft: string;
  readonly warnings: readonly { readonly code: string }[];
  readonly facts: readonly {
    readonly offer: string;
    readonly tier: string;
    readonly estimate: { readonly factor: number } | null;
  }[];
};

const copy = new CatalogCopy({ whenDone: afterAll, brands: ['kcell', 'maya'] });
copy.write('offers/kcell/test.yaml', HAND_MADE);

const STAY = ['--start', '2026-12-01', '--days', '30', '--catalog', copy.root];
const priceOf = (offer: string, ...args: string[]) => answerOf<Answer>('price', '--offer', offer, ...STAY, ...args);
const exact = (amount: string) => ({ amount, currency: 'KZT', low: amount, high: amount });

/** The lines that cost something: day, offer, amount. */
const charges = ({ lines }: Answer) =>
  lines
    .filter(({ amount }) => amount !== '0.00')
    .map(({ at, offer, amount }) => `${at.slice(0, 10)} ${offer} ${amount}`);

describe('the total, the ledger, what is left and the top-ups', () => {
  test('of a plan with 200 MB beyond its 15 GB: 1000 + 200 × 3 = 1600', async () => {
    const answer = await priceOf('test-premium', '--data', '15560MB/month');
    expect(answer.total).toEqual(exact('1600.00'));
    expect(charges(answer)).toEqual(['2026-12-01 test-premium 1000.00', '2026-12-30 test-premium 600.00']);
    expect(answer.topUps.map(({ at, amount }) => `${at.slice(0, 10)} ${amount}`)).toEqual([
      '2026-12-01 1000.00',
      '2026-12-30 600.00',
    ]);
    expect(answer.moneyLeft).toBe('0.00');
  });

  test('every line says when, what, of which offer, how much and in words', async () => {
    const { lines } = await priceOf('test-premium', '--data', '15560MB/month');
    expect(lines[0]).toEqual({
      at: '2026-12-01T00:00:00',
      offer: 'test-premium',
      kind: 'fee',
      text: 'Fee of Kcell Premium',
      amount: '1000.00',
    });
    for (const line of lines) expect(Object.keys(line)).toEqual(['at', 'offer', 'kind', 'text', 'amount']);
  });

  test('of a month that leaves 15 GB − 30 × 100 MB = 12,360 MB', async () => {
    const { remaining } = await priceOf('test-premium', '--data', '100MB/day');
    expect(remaining).toContainEqual(
      expect.objectContaining({
        offer: 'test-premium',
        kind: 'data',
        amount: 12_360 * 2 ** 20,
        expires: '2026-12-31T00:00:00',
      }),
    );
    expect(remaining).toContainEqual(expect.objectContaining({ kind: 'voice', amount: 'unlimited' }));
  });

  test('of a use by flags: 10 min × 8 × 30 + 2 min × 40 × 30 + 1 × 8 × 30 = 2400 + 2400 + 240, and the fee', async () => {
    const use = [
      '--calls',
      'national-mobile:10min/day,CN:2min/day',
      '--sms',
      'national-mobile:1/day',
      '--data',
      '500MB/day',
    ];
    expect((await priceOf('test-premium', ...use)).total).toEqual(exact('6040.00'));
  });

  test('of a pack bought on a day of its own', async () => {
    const answer = await priceOf('test-premium,test-pack@2026-12-24', '--data', '15560MB/month');
    expect(charges(answer)).toEqual(['2026-12-01 test-premium 1000.00', '2026-12-24 test-pack 200.00']);
  });

  test('when the fee cannot be taken: 200 MB × 25 = 5000', async () => {
    const path = fileOf('use.csv', 'at,kind,to,amount\n2026-12-02T10:00,data,,209715200\n');
    const answer = await priceOf('test-premium', '--usage', path, '--fee', 'unpaid');
    expect(answer.total).toEqual(exact('5000.00'));
    expect(answer.lines.map(({ kind }) => kind)).toContain('fee-not-taken');
  });

  test('of an old price: from 1190.00 to 1190 × 5990 / 2590 = 2752.17, rounded up', async () => {
    const { total, facts } = await priceOf('test-aged');
    expect(total).toEqual({ amount: '1190.00', currency: 'KZT', low: '1190.00', high: '2752.17' });
    expect(facts[0]?.estimate).toMatchObject({ factor: 5990 / 2590 });
  });

  test('of an old price seen between March 2019 and September 2022: 1190 × 11.77 / 3.90 = 3591.36', async () => {
    // Kcell's data pack of 5 GB as it stands in the catalogue; over whole calendar months nothing is prorated.
    // 1190 × 11.77 / 3.9 = 14,006.3 / 3.9 = 3591.3589…
    const { total } = await answerOf<Answer>(
      'price',
      '--offer',
      'kcell-data-pack-5',
      '--start',
      '2026-12-01',
      '--days',
      '31',
    );
    expect(total).toEqual({ amount: '1190.00', currency: 'KZT', low: '1190.00', high: '3591.36' });
  });

  test('of a travel card in dollars, however old: its own price', async () => {
    const { total, facts } = await answerOf<Answer>(
      'price',
      '--offer',
      'iroamly-global148-daily-1gb-7d',
      '--start',
      '2027-12-01',
      '--days',
      '7',
    );
    expect(total).toEqual({ amount: '52.00', currency: 'USD', low: '52.00', high: '52.00' });
    expect(facts[0]?.estimate).toBeNull();
  });

  test('in dollars: 1000 / 502.6 = 1.99', async () => {
    const { total } = await priceOf('test-premium', '--currency', 'USD');
    expect(total).toEqual({ amount: '1.99', currency: 'USD', low: '1.99', high: '1.99' });
  });
});

describe('a file of uses', () => {
  const usage = (...rows: string[]) => ['--usage', fileOf('use.csv', ['at,kind,to,amount,app', ...rows].join('\n'))];

  test('is charged use by use: 90 s × 8/60 = 12, 2 SMS × 8 = 16, on-net nothing', async () => {
    const rows = [
      '2026-12-02T10:00,voice,national-mobile,90,',
      '2026-12-03T10:00,sms,national-mobile,2,',
      '2026-12-04T10:00,voice,on-net,600,',
    ];
    expect((await priceOf('test-premium', ...usage(...rows))).total).toEqual(exact('1028.00'));
  });

  test('may hold numbers; that their network is a guess is said', async () => {
    // 705 is a prefix of Beeline: 1 min × 8; 86 is China: 1 min × 40
    const rows = ['2026-12-02T10:00,voice,+77051234567,60,', '2026-12-02T11:00,voice,+8613912345678,60,'];
    const { total, warnings } = await priceOf('test-premium', ...usage(...rows));
    expect(total).toEqual(exact('1048.00'));
    expect(warnings.map(({ code }) => code)).toContain('number-by-prefix');
  });

  test('goes together with use by flags', async () => {
    const { total } = await priceOf(
      'test-premium',
      ...usage('2026-12-02T10:00,sms,national-mobile,1,'),
      '--sms',
      'national-mobile:1/day',
    );
    // 1000 + 31 × 8
    expect(total).toEqual(exact('1248.00'));
  });

  test('with bad rows is refused, each named by its line', async () => {
    const { code, out, err } = await simwise(
      'price',
      '--offer',
      'test-premium',
      ...STAY,
      ...usage('x,voice,landline,60,', '2026-12-02T10:00,fax,landline,60,', '2026-12-02T10:00,sms,landline,1,'),
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/use\.csv/);
    expect(err).toMatch(/:2: .*x/);
    expect(err).toMatch(/:3: kind "fax"; it is voice, sms or data/);
    expect(err).not.toMatch(/:4: /);
  });

  test('with uses outside the stay is refused with the way out', async () => {
    const { code, err } = await simwise(
      'price',
      '--offer',
      'test-premium',
      ...STAY,
      ...usage('2026-11-30T23:59,sms,on-net,1,'),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/1 uses lie outside 1 Dec 2026 to 30 Dec 2026.*--start and --days/);
  });
});

describe('a poster read off a wall', () => {
  const poster = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 10 KZT/min national';

  test('is priced as it stands: 4990 + (150 − 100) × 10 = 5490', async () => {
    const { total } = await answerOf<Answer>(
      'price',
      '--with',
      poster,
      '--start',
      '2026-12-01',
      '--days',
      '30',
      '--calls',
      'national-mobile:5min/day',
    );
    expect(total).toEqual(exact('5490.00'));
  });

  test('may be one of several', async () => {
    const { total } = await answerOf<Answer>(
      'price',
      '--with',
      poster,
      '--with',
      'B: 100 KZT/day',
      '--offer',
      'poster-2',
      '--start',
      '2026-12-01',
      '--days',
      '3',
    );
    expect(total).toEqual(exact('300.00'));
  });

  test('for a stay that began before it was seen', async () => {
    const { total } = await answerOf<Answer>('price', '--with', poster, '--start', '2026-11-01', '--days', '30');
    expect(total).toEqual(exact('4990.00'));
  });

  test.each([
    ['Poster: 4990 KZT/30d, 20GB, free pizza', 'free pizza'],
    ['Poster: cheap', 'cheap'],
    ['Poster: 4990 KZT/0d', '4990 KZT/0d'],
    ['Poster: 4990 KZT/30d, sim 1.2.3 KZT', 'sim 1.2.3 KZT'],
    ['Poster: 999999999999 KZT/day', '999999999999 KZT/day'],
  ])('%s is refused with the part that was not understood', async (text, part) => {
    const { code, out, err } = await simwise('price', '--with', text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`--with: "${part}" was not understood`);
  });
});

describe('what cannot be priced', () => {
  test('two base plans on one card: both are named', async () => {
    expect(await refused('--offer', 'kcell-talks-daily,beeline-prostoy')).toMatch(
      /one base plan.*kcell-talks-daily, beeline-prostoy/,
    );
  });

  const refused = async (...args: string[]) => {
    const { code, out, err } = await simwise('price', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/ {4}at |something went wrong/);
    return err;
  };

  test.each([
    ['nothing named', [], /--offer.*--with/],
    ['an offer nobody knows', ['--offer', 'test-premiun', ...STAY], /no offer "test-premiun"; near it: test-premium/],
    [
      'an offer left out on purpose',
      ['--offer', 'kcell-b2b-big-box-1', ...STAY],
      /known but not priced: Roaming abroad/,
    ],
    [
      'a day before the first version',
      ['--offer', 'test-premium', '--start', '2026-05-31', '--catalog', copy.root],
      /before 1 Jun 2026, and 31 May 2026/,
    ],
    [
      'a day that no calendar has',
      ['--offer', 'test-premium', '--start', '2026-02-30'],
      /--start 2026-02-30: a day is written such as/,
    ],
    ['no days', ['--offer', 'test-premium', ...STAY, '--days', '0'], /1 to 3660 days, not 0/],
    ['days below none', ['--offer', 'test-premium', ...STAY, '--days', '-3'], /--days -3: a whole number/],
    ['days without end', ['--offer', 'test-premium', ...STAY, '--days', '99999'], /1 to 3660 days, not 99999/],
    ['half a day', ['--offer', 'test-premium', ...STAY, '--days', '1.5'], /--days 1.5: a whole number/],
    ['data below none', ['--offer', 'test-premium', ...STAY, '--data', '-5GB/day'], /"-5GB\/day" is not a use of data/],
    [
      'data nobody can use',
      ['--offer', 'test-premium', ...STAY, '--data', '5TB/day'],
      /"5TB\/day" is not what a person can use/,
    ],
    ['data in minutes', ['--offer', 'test-premium', ...STAY, '--data', '5min/day'], /"5min\/day" is not a use of data/],
    [
      'calls to nowhere',
      ['--offer', 'test-premium', ...STAY, '--calls', 'aunt:5min/day'],
      /"aunt:5min\/day" is not a destination/,
    ],
    ['a fee half paid', ['--offer', 'test-premium', ...STAY, '--fee', 'half'], /--fee half: it is one of paid, unpaid/],
    [
      'a currency without a rate',
      ['--offer', 'test-premium', ...STAY, '--currency', 'JPY'],
      /from KZT to JPY.*CNY, EUR, KZT, RUB, USD/,
    ],
    ['two currencies on one card', ['--offer', 'test-premium,maya-kz-1gb-1d', ...STAY], /KZT, USD/],
    ['an id with signs in it', ['--offer', 'a b', ...STAY], /--offer a b: write an id/],
    ['no id between commas', ['--offer', 'test-premium,', ...STAY], /--offer : write an id/],
    ['a way to pay that there is not', ['--offer', 'test-premium:weekly', ...STAY], /cannot be paid "weekly"/],
    [
      'a file that is not there',
      ['--offer', 'test-premium', ...STAY, '--usage', '/nowhere.csv'],
      /\/nowhere\.csv: no such file/,
    ],
    [
      'a pack bought after the stay',
      ['--offer', 'test-premium,test-pack@2027-01-01', ...STAY],
      /test-pack@2027-01-01: .*2026-12-01 to 2026-12-30/,
    ],
    [
      'a pack bought before the stay',
      ['--offer', 'test-premium,test-pack@2026-11-30', ...STAY],
      /test-pack@2026-11-30/,
    ],
    [
      'a pack bought on no day at all',
      ['--offer', 'test-premium,test-pack@2026-12-32', ...STAY],
      /test-pack@2026-12-32.*a day is written such as/,
    ],
  ])('%s', async (_what, args, message) => {
    expect(await refused(...args)).toMatch(message);
  });
});

describe('text for people', () => {
  test('has the total, the ledger and what it rests on', async () => {
    const { code, out } = await simwise('price', '--offer', 'test-premium', ...STAY, '--data', '15560MB/month');
    expect(code).toBe(0);
    expect(out).toMatch(/^Total: ₸1,600\.00\n/);
    expect(out).toMatch(/1 Dec 2026 +Fee of Kcell Premium +₸1,000\.00/);
    expect(out).toMatch(/Sum of the lines +₸1,600\.00/);
    expect(out).toMatch(/Top-ups needed:\n {2}1 Dec 2026 +₸1,000\.00\n {2}30 Dec 2026 +₸600\.00/);
    expect(out).toMatch(/Rests on:\n {2}Kcell Premium: price seen between 1 Jun 2026 and 31 Oct 2026\. \[/);
  });

  test.each([
    ['ru', /Премиум/],
    ['zh', /高级/],
    ['kk', /Премиум KZ/],
  ])('names in the language asked for: %s', async (language, name) => {
    const { code, out } = await simwise('price', '--offer', 'test-premium', ...STAY, '--lang', language);
    expect(code).toBe(0);
    expect(out).toMatch(name);
  });

  test('a range says both ends, an open one that the rest is not known', async () => {
    const aged = await simwise('price', '--offer', 'test-aged', ...STAY);
    expect(aged.out).toMatch(/^Total: ₸1,190\.00 \(between ₸1,190\.00 and ₸2,752\.17\)/);
    const open = await simwise('price', '--offer', 'test-premium', ...STAY, '--calls', 'intl:FR:1min/day');
    expect(open.out).toMatch(/^Total: ₸1,000\.00 \(at least ₸1,000\.00; the rest is not known\)/);
  });
});
