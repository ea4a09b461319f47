import { readPoster } from '@simwise/advisor';
import { parseDay } from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_POSTER,
  isPosterName,
  POSTER_PERIODS,
  type PosterForm,
  posterForm,
  posterLine,
  posterProblems,
} from './poster-form.ts';

const amount = fc.constantFrom('', '1', '20', '4990', '0.5');
const form: fc.Arbitrary<PosterForm> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => text.trim().replaceAll('∶', ':')),
    price: fc.constantFrom('4990', '12.50', '0'),
    currency: fc.constantFrom('KZT', 'USD'),
    period: fc.constantFrom(...POSTER_PERIODS),
    gigabytes: amount,
    unlimitedData: fc.boolean(),
    minutes: fc.constantFrom('', '100'),
    unlimitedOnNet: fc.boolean(),
    messages: fc.constantFrom('', '50'),
    sim: fc.constantFrom('', '1000'),
    dataOnly: fc.boolean(),
  })
  .filter(({ name }) => isPosterName(name))
  .map((each) => (each.unlimitedData ? { ...each, gigabytes: '' } : each));

describe('a poster', () => {
  it('is written as the advisor reads it', () => {
    fc.assert(
      fc.property(form, (written) => {
        const offer = readPoster(posterLine(written), 1, parseDay('2026-11-22'));
        expect(offer.names.en).toBe(written.name.replaceAll(':', '∶'));
        expect(offer.card).toBe(written.dataOnly ? 'data' : 'phone');
      }),
    );
  });

  it('can be edited again', () => {
    fc.assert(
      fc.property(form, (written) => {
        expect(posterForm(posterLine(written))).toEqual(written);
      }),
    );
  });

  it('is one short line', () => {
    const seen = { ...EMPTY_POSTER, name: 'Весна', price: '4990', gigabytes: '20', minutes: '100', sim: '500' };
    expect(posterLine(seen)).toBe('Весна: 4990 KZT/30d, 20GB, 100min national, sim 500 KZT');
  });

  it('takes numbers as people write them', () => {
    const seen = { ...EMPTY_POSTER, name: 'Весна', price: '4 990', gigabytes: '1,5', sim: ' 500 ' };
    expect(posterProblems(seen)).toEqual([]);
    expect(posterLine(seen)).toBe('Весна: 4990 KZT/30d, 1.5GB, sim 500 KZT');
  });

  it.each([
    ['4,990', '4990'],
    ['4.990', '4990'],
    ['4 990,50', '4990.50'],
    ['４９９０', '4990'],
    ['1,234,990', '1234990'],
    ['4.990,50', '4990.50'],
    ['4,99', '4.99'],
  ])('of %s costs %s', (price, read) => {
    expect(posterLine({ ...EMPTY_POSTER, name: 'Vesna', price })).toBe(`Vesna: ${read} KZT/30d`);
  });

  it('may have any name, with a colon and commas too', () => {
    const seen = { ...EMPTY_POSTER, name: 'Tele2: всё, 20 ГБ', price: '4990' };
    expect(posterProblems(seen)).toEqual([]);
    expect(posterForm(posterLine(seen))).toEqual(seen);
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'n'.repeat(61) }],
    ['price', { price: '' }],
    ['price', { price: '4990 ₸' }],
    ['price', { price: '4,99,0' }],
    ['price', { price: '0.500' }],
    ['price', { price: '12345.678' }],
    ['gigabytes', { gigabytes: '20GB' }],
    ['gigabytes', { gigabytes: '1,500' }],
    ['minutes', { minutes: 'many' }],
    ['messages', { messages: '-1' }],
    ['sim', { sim: 'free' }],
  ])('with a %s that is none is not kept without it', (field, wrong) => {
    expect(posterProblems({ ...EMPTY_POSTER, name: 'Vesna', price: '4990', ...wrong })).toEqual([field]);
  });

  it('of another hand is not taken for one of the form', () => {
    expect(posterForm('Весна: 4990 KZT/30d, 5 KZT/MB')).toBeUndefined();
    expect(posterForm('nonsense')).toBeUndefined();
  });
});
