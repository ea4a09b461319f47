import { describe, expect, test } from 'vitest';
import { INDEX } from '../test/real-data.ts';
import { placeName } from './place.ts';

const first = (text: string) => INDEX.search(text)[0]?.place.id;

/** Codes of KATO of 17 July 2026 (stat.gov.kz), as kato.csv has them; ids of ours for sights and crossings. */
const ALMATY = '750000000';
const ASTANA = '710000000';
const SATY = '194461100';

describe('names in four languages, old names and misspellings find the place', () => {
  test.each([
    ...['Almaty', 'Алматы', 'Almati', 'Alma-Ata', 'Алма-Ата', '阿拉木图', '阿拉木圖', 'Alamty', 'Алмата'].map(
      (name) => [name, ALMATY],
    ),
    // Astana has been Akmolinsk, Tselinograd, Akmola, Astana, Nur-Sultan and Astana again.
    ...['Astana', 'Астана', 'Nur-Sultan', 'Нур-Султан', 'Нұр-Сұлтан', 'Акмола', 'Целиноград', 'Акмолинск'].map(
      (name) => [name, ASTANA],
    ),
    ...['努尔苏丹', '阿斯塔纳', 'Tselinograd', 'nursultan', 'Нурсултан'].map((name) => [name, ASTANA]),
    ...['Saty', 'Саты', 'SATY', 'с.Саты', 'село Саты'].map((name) => [name, SATY]),
    ...['Charyn', 'Чарын', 'Sharyn', 'Charyn canyon', 'Чарынский каньон', '恰伦大峡谷'].map((name) => [
      name,
      'charyn-canyon',
    ]),
    ...['Khorgos', 'Хоргос', 'Қорғас', '霍尔果斯', 'Horgos', 'Хоргосс'].map((name) => [name, '334645400']),
    ...['Семипалатинск', 'Semey', 'Semipalatinsk', '塞米巴拉金斯克'].map((name) => [name, '101010000']),
    ...['Усть-Каменогорск', 'Oskemen', 'Өскемен', 'Ust Kamenogorsk'].map((name) => [name, '631010000']),
    ...['Чимкент', 'Shymkent', '奇姆肯特'].map((name) => [name, '790000000']),
    ['Джамбул', '311010000'], // Taraz
    ['Гурьев', '231010000'], // Atyrau
    ['Шевченко', '471010000'], // Aktau
    ['Актюбинск', '151010000'], // Aktobe
    ['Kolsai', 'kolsai-lakes'],
    ['аэропорт Алматы', 'ala'],
    ['Almaty airport', 'ala'],
    ['阿拉木图机场', 'ala'],
    ['NQZ', 'nqz'],
    ['Кегенский район', '194400000'],
    ['Kegen district', '194400000'],
    ['Almaty Region', '190000000'],
    ['Алматинская область', '190000000'],
    ['阿拉木图州', '190000000'],
    ['Ekibastus', '552210000'],
    ['Қарағанды', '351010000'],
  ])('%s', (name, id) => {
    expect(first(name as string)).toBe(id);
  });
});

test('a village without coordinates is found and answers with its district and oblast', () => {
  // KATO: с.Саты 194461100 in Кегенский район 194400000 of Алматинская область 190000000; GeoNames does not have it.
  const saty = INDEX.get(SATY);
  expect(saty.at).toBeNull();
  expect(INDEX.get(saty.district ?? '').names).toMatchObject({ ru: 'Кегенский район', kk: 'Кеген ауданы' });
  expect(INDEX.get(saty.oblast ?? '').names).toMatchObject({ ru: 'Алматинская область', zh: '阿拉木图州' });
});

test('places of one name are all there, the likeliest first', () => {
  // kato.csv has с.Саты twice, in Kegen and in Pavlodar oblast's Май district.
  expect(
    INDEX.search('Саты')
      .filter(({ how }) => how === 'name')
      .map(({ place }) => place.id),
  ).toEqual([SATY, '555653100']);
});

test('every settlement of the classifier is there', () => {
  // wc -l of kato.csv: 13,275 rows under the header.
  const coded = INDEX.places.filter(({ id }) => /^\d{9}$/.test(id));
  expect(coded).toHaveLength(13_275);
  expect(coded.filter(({ kind }) => kind === 'oblast')).toHaveLength(17);
});

test('an id finds its place alone, and a word nobody knows finds none', () => {
  expect(INDEX.search(SATY).map(({ place }) => place.id)).toEqual([SATY]);
  expect(INDEX.search('Reykjavik')).toEqual([]);
  expect(INDEX.search('  ')).toEqual([]);
});

test('what is only like a name says so', () => {
  expect(INDEX.search('Alamty')[0]?.how).toBe('similar');
  expect(INDEX.search('Almati')[0]?.how).toBe('sound');
  expect(INDEX.search('Almaty')[0]?.how).toBe('name');
  expect(INDEX.search('Taldykor')[0]?.how).toBe('beginning');
});

test('a name that is not on record is transcribed', () => {
  const village = INDEX.get('475237100'); // с.Кызылозен, Қызылөзен
  expect(placeName('en', village)).toBe('Kyzylozen');
  expect(placeName('zh', village)).toBe('Kyzylozen');
  expect(placeName('kk', village)).toBe('Қызылөзен');
});
