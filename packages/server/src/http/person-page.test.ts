import { expect, test } from 'vitest';
import { personPage, preferredLanguage } from './person-page.ts';

test('what stands in a page cannot become markup', () => {
  expect(personPage({ language: 'en', text: `<img src=x onerror="a('&')">`, button: '</button>' })).toContain(
    '<p>&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;</p><form method="post"><button>&lt;/button&gt;</button></form>',
  );
});

test.each([
  ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
  ['de-DE, ru;q=0.5', 'ru'],
  ['zh-Hant', 'zh'],
  ['de', 'en'],
  [undefined, 'en'],
])('a browser that says %s is spoken to in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
