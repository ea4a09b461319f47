import { replyRulesOf } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay, parseLocal } from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowance } from '../../../engine/src/test-offers.ts';
import { builtInCatalogFolder } from '../../test/catalog-folder.ts';
import { teach } from '../changes.ts';
import { newKeeper, readKeeperFile, type TaughtReply, writeKeeperFile } from '../keeper-file.ts';
import { readReply } from './read-reply.ts';
import { lessonOf, type Meaning } from './teach.ts';

const { catalog: loaded } = loadCatalog(builtInCatalogFolder());
if (!loaded) throw new Error('the catalogue cannot be read');
const catalog = compileCatalog(loaded);
const rules = replyRulesOf(catalog.replies, 'tele2');
const today = parseDay('2026-12-10');
const MB = 1024 ** 2;

function lesson(text: string, ...meanings: Meaning[]): TaughtReply {
  return lessonOf(text, { brand: 'tele2', rules, today }, meanings);
}

function read(text: string, taught: readonly TaughtReply[], brand = 'tele2') {
  const allowances = [{ offer: 'plan', index: 0, allowance: allowance('data', 1000 * MB) }];
  return readReply(text, { catalog, brand, currency: 'KZT', allowances, taught, at: parseLocal('2026-12-10T12:00') });
}

/** Made up: nothing in it is a word that is known. */
const TEXT = 'Есеп 450, қор 700, мерзім 25.12.2026, код 17';
const LESSON = lesson(TEXT, { is: 'balance' }, { is: 'left', unit: 'MB' }, { is: 'nothing' });

describe('a lesson', () => {
  it('reads other numbers and days of the same form', () => {
    expect(read('Есеп 1 200,50, қор 35, мерзім 31.12.2026, код 99', [LESSON])).toMatchObject({
      balance: '1200.50 KZT',
      left: [{ kind: 'data', units: 35 * MB, expires: '2027-01-01T00:00:00' }],
      doubts: [],
      isTaught: true,
    });
  });

  it('reads no other form, and no other brand', () => {
    expect(read(`${TEXT}. Рақмет`, [LESSON]).isTaught).toBe(false);
    expect(read(TEXT, [LESSON], 'altel').isTaught).toBe(false);
  });

  it('holds no number of the reply', () => {
    expect(LESSON.form).toBe('есеп #, қор #, мерзім @, код #');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }), (money, code) => {
        const { form } = lesson(`Есеп ${money}, код ${code}, нөмір +77011234567`, { is: 'balance' }, { is: 'nothing' });
        expect(form).not.toMatch(/\d/);
      }),
    );
  });

  it('needs a mark for each number', () => {
    expect(() => lesson(TEXT, { is: 'balance' })).toThrow('bad-marks');
    expect(() => lesson('Рақмет')).toThrow('bad-marks');
  });

  it('takes the place of an older one on the same form, and is kept in the file', () => {
    const other = lesson(TEXT, { is: 'nothing' }, { is: 'balance' }, { is: 'nothing' });
    const keeper = teach(teach(newKeeper('k'), LESSON), other);
    expect(readKeeperFile(writeKeeperFile(keeper)).taught).toEqual([other]);
    expect(read(TEXT, keeper.taught).balance).toBe('700.00 KZT');
  });
});

describe('any text', () => {
  it('is read without failing, and its marks stand where its numbers do', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Баланс',
        '5 ГБ',
        '12,5',
        'до 25.12',
        '99:99',
        '31.02.2026',
        '(1/2)',
        '+7701',
        '*100#',
        'из',
        '–',
        '1 000 000 000 тг',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        const { numbers, left, doubts } = read(text, []);
        for (const { start, end, text: marked } of numbers) expect(text.slice(start, end)).toBe(marked);
        for (const { units } of left) expect(units).toBeGreaterThanOrEqual(0);
        if (text.trim() === '') expect(doubts.map(({ code }) => code)).toContain('nothing-understood');
      }),
      { numRuns: 500 },
    );
  });
});
