import { PRESETS, type PresetName, parseStay, type StayInput } from '@simwise/advisor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './address.ts';
import { type AppState, EMPTY_STATE, PAGES } from './app-state.ts';

const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const place = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.length <= 80);
const days = fc.integer({ min: 1, max: 3660 });
const amount = fc.constantFrom('10min/day', '2.5min/week', '1h/month');
const destination = fc.constantFrom('national-mobile', 'on-net', 'intl:CN', 'short:7502', '+77011234567');
const optional = { requiredKeys: [] as never[] };

const stay = fc.record<StayInput>(
  {
    preset: fc.constantFrom(...(Object.keys(PRESETS) as PresetName[])),
    start: fc.constantFrom('2026-12-01', '2028-02-29'),
    days,
    places: fc.array(fc.oneof(place, fc.record({ place, days })), { minLength: 1, maxLength: 4 }),
    usage: fc
      .record(
        {
          data: fc.constantFrom('750MB/day', 'whatsapp:100MB/day,2GB/month'),
          calls: fc.dictionary(destination, amount, { noNullPrototype: true }),
          sms: fc.dictionary(fc.constantFrom('national-mobile', 'intl:CN'), fc.constant('1/day'), {
            noNullPrototype: true,
          }),
          activities: fc.dictionary(fc.constantFrom('video-sd', 'web-page'), fc.constantFrom(0, 0.5, 12), {
            minKeys: 1,
            noNullPrototype: true,
          }),
        },
        optional,
      )
      .filter((usage) => Object.keys(usage).length > 0),
    needs: fc
      .record(
        {
          localNumber: fc.boolean(),
          otp: fc.boolean(),
          hotspot: fc.boolean(),
          callsOverInternet: fc.boolean(),
          throttleAccepted: fc.boolean(),
        },
        optional,
      )
      .filter((needs) => Object.keys(needs).length > 0),
    device: fc
      .record(
        {
          esim: fc.boolean(),
          simSlots: fc.integer({ min: 0, max: 4 }),
          bought: fc.constantFrom('here' as const, 'abroad' as const, 'unknown' as const),
          usedHereSince: fc.constantFrom('2024', '2024-05', '2024-05-06', 'never', 'unknown'),
        },
        optional,
      )
      .filter((device) => Object.keys(device).length > 0),
    person: fc.record({
      conditions: fc.array(id, { minLength: 1, maxLength: 3 }),
      customerOf: fc.array(id, { minLength: 1, maxLength: 3 }),
      citizen: fc.constantFrom('KZ', 'CN', 'unknown'),
      eResident: fc.constantFrom(true, false, 'unknown' as const),
      taxNumber: fc.constantFrom(true, false, 'unknown' as const),
      numbersHeld: fc.constantFrom(0, 3, 'unknown' as const),
    }),
    networks: fc.record({ exclude: fc.array(id, { minLength: 1, maxLength: 2 }) }),
    cards: fc.integer({ min: 1, max: 3 }),
    currency: fc.constantFrom('KZT', 'USD', 'CNY'),
  },
  optional,
);

const state: fc.Arbitrary<AppState> = fc
  .record({
    page: fc.constantFrom(...PAGES),
    stay,
    posters: fc.array(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), { maxLength: 3 }),
    compared: fc.array(id, { maxLength: 3 }),
    filters: fc.record(
      { name: fc.string({ minLength: 1, maxLength: 30 }), kind: id, open: fc.constant('yes') },
      optional,
    ),
    offer: fc.option(id, { nil: undefined }),
    choice: fc.option(fc.stringMatching(/^[a-z0-9+&-]{1,30}$/), { nil: undefined }),
  })
  .map(({ offer, choice, ...rest }) => ({
    ...rest,
    ...(offer === undefined ? {} : { offer }),
    ...(choice === undefined ? {} : { choice }),
  }));

describe('an address', () => {
  it('gives back every state it was written from', () => {
    fc.assert(
      fc.property(state, (written) => {
        expect(readAddress(writeAddress(written))).toEqual({ state: written, problems: [] });
      }),
    );
  });

  it('holds only stays in the form that the advisor takes', () => {
    fc.assert(
      fc.property(stay, (written) => {
        const read = readAddress(writeAddress({ ...EMPTY_STATE, stay: written })).state.stay;
        expect(parseStay(read)).toEqual(written);
      }),
    );
  });

  it('survives being opened by a browser', () => {
    fc.assert(
      fc.property(state, (written) => {
        const url = new URL(`https://simwise.example/kz/#${writeAddress(written)}`);
        expect(readAddress(new URL(url.href).hash.slice(1)).state).toEqual(written);
      }),
    );
  });

  it('is short and readable for what people say', () => {
    const said: AppState = {
      ...EMPTY_STATE,
      page: 'answer',
      stay: { preset: 'tourist', days: 12, places: [{ place: 'Almaty', days: 3 }], usage: { data: '1GB/day' } },
    };
    expect(writeAddress(said)).toBe('1/answer?for=tourist&days=12&place=3@Almaty&data=1GB/day');
  });
});

describe('a broken or foreign address', () => {
  it('never throws and always leads somewhere', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1/answer?${text}`),
        ),
        (text) => {
          expect(PAGES).toContain(readAddress(text).state.page);
        },
      ),
    );
  });

  it.each([
    ['days=0', 'days'],
    ['days=twelve', 'days'],
    ['days=3661', 'days'],
    ['from=2026-02-30', 'from'],
    ['for=astronaut', 'for'],
    ['for=constructor', 'for'],
    ['place=Almaty', 'place'],
    ['place=0@Almaty', 'place'],
    ['data=lots', 'data'],
    ['call=national-mobile', 'call'],
    ['call=moon:10min/day', 'call'],
    ['sms=national-mobile:many/day', 'sms'],
    ['do=video-sd:-1', 'do'],
    ['need=fame', 'need'],
    ['need=constructor', 'need'],
    ['esim=perhaps', 'esim'],
    ['slots=9', 'slots'],
    ['cards=4', 'cards'],
    ['bought=moon', 'bought'],
    ['since=yesterday', 'since'],
    ['passport=China', 'passport'],
    ['numbers=-1', 'numbers'],
    ['taxnumber=maybe', 'taxnumber'],
    ['not=A', 'not'],
    ['choice=<b>', 'choice'],
    ['show=colour:red', 'show'],
    ['currency=tenge', 'currency'],
    ['compare=a&compare=b&compare=c&compare=d', 'compare'],
    ['offer=../etc', 'offer'],
    ['__proto__=1', '__proto__'],
    ['colour=red', 'colour'],
    ['=red', '=red'],
  ])('%s is left out and named', (query, field) => {
    const { state, problems } = readAddress(`1/answer?for=student&${query}`);
    expect(problems).toEqual([{ code: 'unreadable', fields: [field] }]);
    expect(state.page).toBe('answer');
    expect(state.stay.preset).toBe('student');
  });

  it('of a later form is read as far as it goes, and said to be foreign', () => {
    expect(readAddress('2/answer?days=12&mood=good')).toEqual({
      state: { ...EMPTY_STATE, page: 'answer', stay: { days: 12 } },
      problems: [{ code: 'foreign' }, { code: 'unreadable', fields: ['mood'] }],
    });
  });

  it('of another page is named, and what it says is kept', () => {
    expect(readAddress('1/moon?days=12')).toEqual({
      state: { ...EMPTY_STATE, stay: { days: 12 } },
      problems: [{ code: 'unreadable', fields: ['moon'] }],
    });
  });

  it('of no page is named by what stands in its place', () => {
    expect(readAddress('1/?days=12').problems).toEqual([{ code: 'unreadable', fields: ['/'] }]);
  });

  it('of another site altogether is foreign', () => {
    expect(readAddress('section-3').problems).toEqual([{ code: 'foreign' }]);
  });

  it('takes a half of an escaped letter as it is', () => {
    expect(readAddress('1/where?place=@%E0%A4').state.stay.places).toEqual(['%E0%A4']);
  });

  it('is empty at the beginning', () => {
    expect(readAddress('')).toEqual({ state: EMPTY_STATE, problems: [] });
  });
});
