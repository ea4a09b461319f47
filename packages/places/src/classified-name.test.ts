import { expect, test } from 'vitest';
import { bareKazakh, bareRussian } from './classified-name.ts';

test.each([
  ['с.Саты', 'village', 'Саты'],
  ['с. Тажен', 'village', 'Тажен'],
  ['с.им.Крупской', 'village', 'Крупской'],
  ['г.Аягоз', 'city', 'Аягоз'],
  ['п.Бурабай', 'town', 'Бурабай'],
  ['ст.Аул', 'station', 'Аул'],
  ['рзд.18 км', 'station', '18 км'],
  ['зимовка Арман', 'homestead', 'Арман'],
  ['Кордон 2', 'homestead', 'Кордон 2'],
  ['Лагерь', 'homestead', 'Лагерь'],
] as const)('%s is the %s %s', (text, kind, name) => {
  expect(bareRussian(text)).toEqual({ kind, name });
});

test.each([
  ['Саты а.', 'Саты'],
  ['Аягөз қ.', 'Аягөз'],
  ['Бурабай к.', 'Бурабай'],
  ['Арман қыстауы', 'Арман'],
  ['Тәжен ауылы', 'Тәжен'],
  ['рзд.Қайрақты', 'Қайрақты'],
  ['Лагер', 'Лагер'],
])('%s is %s', (text, name) => {
  expect(bareKazakh(text)).toBe(name);
});
