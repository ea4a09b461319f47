import { describe, expect, test } from 'vitest';
import { Bucket, bucketExpiry } from './bucket.ts';
import { NEVER } from './cycle.ts';
import { formatLocal, type LocalSecond, parseLocal } from './local-time.ts';
import type { Allowance, BucketLife, Terms } from './offer.ts';
import { allowance, BY_MINUTE, buyOn } from './test-offers.ts';

const NOON = parseLocal('2026-01-05T12:00');

function bucketOf(
  granted: Allowance,
  more: { at?: LocalSecond; expires?: LocalSecond; isOfBase?: boolean; amount?: number } = {},
): Bucket {
  const amount = granted.amount === 'unlimited' ? Number.POSITIVE_INFINITY : granted.amount;
  return new Bucket({
    purchase: buyOn('2026-01-01', 'plan'),
    allowance: granted,
    amount,
    at: NOON,
    expires: NEVER,
    isOfBase: false,
    ...more,
  });
}

describe('taking from a bucket', () => {
  test('gives what there is and returns the rest', () => {
    const bucket = bucketOf(allowance('voice', 100));
    expect(bucket.take(70, NOON)).toBe(0);
    expect(bucket.take(70, NOON)).toBe(40);
    expect(bucket.take(70, NOON)).toBe(70);
    expect(bucket).toMatchObject({ left: 0, taken: 100 });
  });

  test('counts in steps: a call of 61 seconds takes two minutes', () => {
    const bucket = bucketOf(allowance('voice', 600, { increment: BY_MINUTE }));
    expect(bucket.take(61, NOON)).toBe(0);
    expect(bucket).toMatchObject({ left: 480, taken: 120 });
  });

  test('steps by the hour round the sum of the hour, not each use', () => {
    // 20 + 20 in one hour count as 60; 20 in the next as 60 more
    const bucket = bucketOf(allowance('data', 600, { increment: { ...BY_MINUTE, per: 'hour' } }));
    const times = ['10:00', '10:59', '11:00'].map((time) => parseLocal(`2026-01-05T${time}`));
    expect(times.map((at) => [bucket.take(20, at), bucket.left])).toEqual([
      [0, 540],
      [0, 540],
      [0, 480],
    ]);
  });

  test('a last step that is not whole serves the seconds it has', () => {
    // a call of 100 s counts as 120; 70 are left, so 30 s are not served
    const bucket = bucketOf(allowance('voice', 70, { increment: BY_MINUTE }));
    expect(bucket.take(100, NOON)).toBe(30);
    expect(bucket.left).toBe(0);
  });

  test('steps rounded down are free up to the first', () => {
    const bucket = bucketOf(allowance('voice', 600, { increment: { ...BY_MINUTE, mode: 'down' } }));
    expect(bucket.take(59, NOON)).toBe(0);
    expect(bucket.left).toBe(600);
  });

  test('an unlimited one never ends and still counts', () => {
    const bucket = bucketOf(allowance('data', 'unlimited'));
    expect(bucket.take(1e12, NOON)).toBe(0);
    expect(bucket).toMatchObject({ left: Number.POSITIVE_INFINITY, taken: 1e12 });
  });

  test('a night bucket gives nothing at noon', () => {
    const bucket = bucketOf(allowance('data', 100, { scope: { hours: [[3600, 6 * 3600]] } }));
    expect(bucket.take(10, NOON)).toBe(10);
    expect(bucket.take(10, parseLocal('2026-01-05T05:59:59'))).toBe(0);
  });
});

describe('the order of buckets', () => {
  const wide = allowance('data', 1);
  const first = (a: Bucket, b: Bucket, order: Terms['order'] = 'add-on-first') => {
    const sign = Math.sign(a.compare(b, order));
    expect(Math.sign(b.compare(a, order))).toBe(0 - sign);
    return sign < 0 ? 'a' : sign > 0 ? 'b' : 'either';
  };

  test('a narrow one before a wide one, whatever they expire', () => {
    const narrow = bucketOf(allowance('data', 1, { scope: { apps: ['tiktok'] } }), { isOfBase: true });
    expect(first(bucketOf(wide, { expires: NOON }), narrow)).toBe('b');
  });

  test("then an add-on's before the plan's or after it, as the plan says, whenever it expires", () => {
    const ofPlan = bucketOf(wide, { isOfBase: true, expires: NOON });
    const ofPack = bucketOf(wide, { isOfBase: false });
    expect(first(ofPlan, ofPack)).toBe('b');
    expect(first(ofPlan, ofPack, 'plan-first')).toBe('a');
  });

  test('then the one that expires sooner', () => {
    expect(first(bucketOf(wide), bucketOf(wide, { expires: NOON }))).toBe('b');
  });

  test('then the older one', () => {
    expect(first(bucketOf(wide), bucketOf(wide, { at: parseLocal('2026-01-04') }))).toBe('b');
    expect(first(bucketOf(wide), bucketOf(wide))).toBe('either');
  });
});

describe('the expiry of a portion', () => {
  const at = parseLocal('2026-01-31T10:00');
  const renewal = parseLocal('2026-02-28');
  const expiry = (lives: BucketLife) => bucketExpiry(allowance('data', 1, { lives }), at, renewal);

  test.each([
    [{ is: 'renewal' }, '2026-02-28T00:00:00'],
    [{ is: 'months', count: 3 }, '2026-04-30T00:00:00'],
    [{ is: 'days', count: 30 }, '2026-03-02T10:00:00'],
    [{ is: 'end-of-next-month' }, '2026-03-01T00:00:00'],
  ] as const)('%j: %s', (lives, expected) => {
    expect(formatLocal(expiry(lives))).toBe(expected);
  });

  test('one that lives for ever has none', () => {
    expect(expiry({ is: 'forever' })).toBe(NEVER);
    expect(expiry({ is: 'forever', idleMonths: 6 })).toBe(NEVER);
  });
});
