import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseLocal } from '@simwise/engine';
import { describe, expect, it } from 'vitest';
import { allowance } from '../../../engine/src/test-offers.ts';
import { builtInCatalogFolder } from '../../test/catalog-folder.ts';
import type { CardAllowance } from './place-amounts.ts';
import { type ReplyContext, readReply } from './read-reply.ts';

const { catalog: loaded } = loadCatalog(builtInCatalogFolder());
if (!loaded) throw new Error('the catalogue cannot be read');
const catalog = compileCatalog(loaded);

const GB = 1024 ** 3;
const MB = 1024 ** 2;
const grants = (...allowances: CardAllowance['allowance'][]): CardAllowance[] =>
  allowances.map((each, index) => ({ offer: 'plan', index, allowance: each }));
const PLAN = grants(allowance('data', 20 * GB), allowance('voice', 6000), allowance('sms', 50));

function read(text: string, more: Partial<ReplyContext> = {}) {
  const context = {
    catalog,
    brand: 'activ',
    currency: 'KZT',
    allowances: PLAN,
    taught: [],
    at: parseLocal('2026-12-10'),
  };
  const { balance, left, doubts } = readReply(text, { ...context, ...more });
  return { balance, left, doubts: doubts.map(({ code }) => code) };
}

/** No text of a reply is on record: these are made up from plain words of the languages. */
describe('a reply is read', () => {
  it.each([
    ['ru', 'Баланс: 1 234,50 тг. Остаток интернета 5,5 ГБ, действует до 25.12.2026. Минуты: 120 мин'],
    ['kk', 'Теңгерім: 1234,50 теңге. Интернет қалдығы 5,5 ГБ, 25.12.2026 дейін. Қалған минут 120 мин'],
    ['en', 'Balance: 1,234.50 KZT. Internet left 5.5 GB, valid until 2026-12-25. Minutes 120 min'],
  ])('in %s, with a date for what stands before it', (_language, text) => {
    const reading = read(text);
    expect(reading.balance).toBe('1234.50 KZT');
    // The day named is the last one: the volume is gone when the 26th begins.
    expect(reading.left[0]).toEqual({ kind: 'data', units: 5.5 * GB, expires: '2026-12-26T00:00:00' });
    expect(reading.left[1]).toMatchObject({ kind: 'voice', units: 7200 });
    expect(reading.doubts).toEqual([]);
  });

  it.each([
    ['Ваш баланс 300', '300.00 KZT'],
    ['На счете 0,75 тг', '0.75 KZT'],
    ['Баланс: -50.25 тг', '-50.25 KZT'],
    ['Шотыңызда 2 000 тг', '2000.00 KZT'],
    ['300₸', '300.00 KZT'],
  ])('money alone: %s', (text, balance) => {
    expect(read(text)).toEqual({ balance, left: [], doubts: [] });
  });

  it('tells own money from bonus, advance and fee', () => {
    expect(read('Баланс 300 тг. Бонусный счёт 50 тг. Обещанный платёж 500 тг. Абонплата 1990 тг').balance).toBe(
      '300.00 KZT',
    );
    expect(read('Баланс: 300 тг, аванс: 500 тг')).toMatchObject({ balance: '300.00 KZT', doubts: [] });
  });

  it.each([
    ['Израсходовано 2 ГБ из доступных 5 ГБ', 3 * GB],
    ['Израсходовано 2 из 5 ГБ', 3 * GB],
    ['Осталось 3 ГБ из 5 ГБ', 3 * GB],
    ['3 GB left of 5 GB', 3 * GB],
    ['Used 700 MB out of 1 GB', 324 * MB],
    ['5 ГБ ішінен 2 ГБ жұмсалды', 3 * GB],
  ])('what is left from what is used and the whole: %s', (text, units) => {
    expect(read(text)).toEqual({ balance: undefined, left: [{ kind: 'data', units }], doubts: [] });
  });

  it('says so where only the used part is told', () => {
    expect(read('Израсходовано 2 ГБ')).toMatchObject({ left: [], doubts: ['nothing-understood', 'only-used'] });
  });

  it('adds minutes and seconds, and counts seconds alone', () => {
    expect(read('Осталось 10 мин 30 сек').left).toEqual([{ kind: 'voice', units: 630 }]);
    expect(read('Осталось 630 сек').left).toEqual([{ kind: 'voice', units: 630 }]);
  });

  it.each([
    ['до 25 декабря', '2026-12-26T00:00:00'],
    ['до 5 января', '2027-01-06T00:00:00'],
    ['до 25.12', '2026-12-26T00:00:00'],
    ['до 25.12.26 23:59', '2026-12-26T00:00:00'],
    ['до 25.12.2026 14:30', '2026-12-25T14:30:00'],
    ['2026 жылғы 25 желтоқсан дейін', '2026-12-26T00:00:00'],
    ['25 желтоқсанға дейін', '2026-12-26T00:00:00'],
    ['until Dec 25, 2026', '2026-12-26T00:00:00'],
    ['valid until 25 Dec 2026', '2026-12-26T00:00:00'],
  ])('the day until which it holds: %s', (until, expires) => {
    expect(read(`2 GB ${until}`).left).toEqual([{ kind: 'data', units: 2 * GB, expires }]);
  });

  it('gives each of several buckets of a kind its own allowance', () => {
    const allowances = grants(allowance('voice', 6000, { scope: { to: ['on-net'] } }), allowance('voice', 3000));
    expect(read('Внутри сети 100 мин. На все сети 20 мин', { allowances }).left).toEqual([
      { kind: 'voice', units: 6000, of: { offer: 'plan', index: 0 } },
      { kind: 'voice', units: 1200, of: { offer: 'plan', index: 1 } },
    ]);
    expect(read('100 мин желі ішінде\n20 мин барлық желілерге', { allowances }).left).toEqual([
      { kind: 'voice', units: 6000, of: { offer: 'plan', index: 0 } },
      { kind: 'voice', units: 1200, of: { offer: 'plan', index: 1 } },
    ]);
  });

  it('adds up buckets of one kind that nothing tells apart, with a doubt', () => {
    expect(read('Пакет 5 ГБ до 20.12.2026. Подарок 1 ГБ до 15.12.2026')).toEqual({
      balance: undefined,
      left: [{ kind: 'data', units: 6 * GB }],
      doubts: ['which-bucket'],
    });
  });

  it('reads the captions of a brand', () => {
    expect(read('Осталось 30 штук', { brand: 'beeline' }).left).toEqual([{ kind: 'sms', units: 30 }]);
    expect(read('Осталось 30 штук').left).toEqual([]);
    // A number of nines alone stands for unlimited.
    expect(read('Интернет 9999999 МБ', { brand: 'altel' })).toMatchObject({ left: [] });
  });

  it.each([
    ['Beeline: баланс 300 тг', 'other-brand'],
    ['Баланс 300 тг, осталось 5 ГБ до', 'cut-off'],
    ['Баланс 300 тг. Остаток:', 'cut-off'],
    ['(1/2) Баланс 300 тг. Интернет 5 ГБ', 'cut-off'],
    ['Баланс 300 тг, осталось 5…', 'cut-off'],
    ['Осталось 5', 'cut-off'],
    ['Баланс 300 тг. Баланс 450 тг', 'two-balances'],
    ['Осталось 1,234 ГБ', 'number-two-ways'],
    ['Спасибо, что вы с нами!', 'nothing-understood'],
    ['', 'nothing-understood'],
  ])('with its doubt: %s', (text, doubt) => {
    expect(read(text).doubts).toContain(doubt);
  });

  it('names the same company by another of its brands without doubt', () => {
    expect(read('Kcell: баланс 300 тг').doubts).toEqual([]);
  });

  it('takes no balance where two are told', () => {
    expect(read('Баланс 300 тг. Баланс 450 тг').balance).toBeUndefined();
  });

  it('says what no offer on the card grants', () => {
    const allowances = grants(allowance('data', GB));
    expect(read('Осталось 20 мин', { allowances }).doubts).toEqual(['not-on-card']);
  });

  it('keeps phone numbers, codes and times out of the amounts', () => {
    expect(read('Номер +77011234567, код *100#, время 12:45. Баланс 300 тг')).toEqual({
      balance: '300.00 KZT',
      left: [],
      doubts: [],
    });
  });

  it("takes other money than the card's for nothing", () => {
    expect(read('Баланс 300 тг', { currency: 'USD' }).balance).toBeUndefined();
  });
});
