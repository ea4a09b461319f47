import { describe, expect, it } from 'vitest';
import { basisOf, dataSaid, type FoundChoice, type FoundSoFar, foundFor, withRow } from './found-row.ts';
import type { Said } from './protocol.ts';

const SAID: Said = {
  stay: { preset: 'tourist', days: 2, usage: { data: '1024MB/day', calls: {} } },
  posters: [],
  choice: undefined,
  language: 'en',
  now: 3_600_000,
};
const saying = (stay: Said['stay']): Said => ({ ...SAID, stay: { ...SAID.stay, ...stay } });
const costing = (cost: number): FoundChoice => ({ kind: 'data', kindText: '', title: '', cost, costText: `${cost}` });

/** Cards for 400 for one day, for 700 for two; nothing serves three. */
const row = { data: dataSaid(SAID.stay), found: [costing(400), costing(700), null] };
const known = withRow({ basis: '', rows: new Map() }, { basis: basisOf(SAID), row });

const costOf = (found: FoundSoFar, said: Said) => foundFor(found, said)?.cost;

describe('cards found ahead', () => {
  it('answer the days that are said with the data that is said', () => {
    expect([1, 2, 3, 4].map((days) => costOf(known, saying({ days })))).toEqual([400, 700, undefined, undefined]);
    expect(costOf(known, saying({ usage: { data: '2048MB/day', calls: {} } }))).toBeUndefined();
  });

  it('are the same in whatever order things were said, and whichever choice is looked at', () => {
    const turned = { usage: { calls: {}, data: '1024MB/day' }, days: 2, preset: 'tourist' } as const;
    expect(costOf(known, { ...SAID, stay: turned, choice: 'another' })).toBe(700);
  });

  it.each<[string, Said]>([
    ['other calls', saying({ usage: { data: '1024MB/day', calls: { 'on-net': '5min/day' } } })],
    ['another phone', saying({ device: { esim: false } })],
    ['another price on a poster', { ...SAID, posters: ['Vesna: 4990 KZT/30d'] }],
    ['another language', { ...SAID, language: 'ru' }],
    ['an hour later, when the day may be another', { ...SAID, now: SAID.now + 3_600_000 }],
  ])('answer nothing with %s', (_, said) => {
    expect(costOf(known, said)).toBeUndefined();
  });

  it('answer with places only for the days that were asked about: the route is another with others', () => {
    const placed = saying({ places: ['Almaty'] });
    const found = withRow(known, { basis: basisOf(placed), row });
    expect(costOf(found, placed)).toBe(700);
    expect(costOf(found, { ...placed, stay: { ...placed.stay, days: 1 } })).toBeUndefined();
  });

  it('of one basis are kept together, and go when there are some of another', () => {
    const more = { data: dataSaid({ usage: { data: '2048MB/day' } }), found: [costing(800)] };
    const both = withRow(known, { basis: basisOf(SAID), row: more });
    expect([...both.rows.keys()]).toEqual([row.data, more.data]);
    expect([...withRow(both, { basis: 'another', row: more }).rows.keys()]).toEqual([more.data]);
  });
});
