import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGES } from './pages.ts';

type Language = (typeof LANGUAGES)[number];
type Named = { readonly names: Partial<Readonly<Record<Language, string>>> };

/** Where a page in a language shows a name on record that is in another one and not marked with it. */
export async function unmarkedNames(page: Page, language: Language, folder: string): Promise<string[]> {
  return page.evaluate(lookForNames, foreignNames(folder, language));
}

/** The names of all that the catalogue of a built site speaks of. */
function namesOnRecord(folder: string): Named['names'][] {
  const assets = join(folder, 'assets');
  const file = readdirSync(assets).find((name) => name.startsWith('catalog-')) ?? '';
  const catalog = JSON.parse(readFileSync(join(assets, file), 'utf8')) as Record<string, readonly Named[]>;
  return ['offers', 'brands', 'operators', 'networks'].flatMap((each) =>
    (catalog[each] ?? []).map(({ names }) => names),
  );
}

/**
 * Names that a page in a language may have to show in another one, by the language they are to be marked with; undefined
 * stands for any but the page's. One that begins or ends with a number is left out, as a number is read in the language
 * of the page.
 */
function foreignNames(folder: string, page: Language): [name: string, lang: Language | undefined][] {
  const names = namesOnRecord(folder);
  const own = new Set(names.map((each) => each[page]));
  return names.flatMap((each) =>
    LANGUAGES.flatMap((language): [string, Language | undefined][] => {
      const name = each[language];
      if (name === undefined || own.has(name) || !/^\p{L}.*\p{L}$/u.test(name)) return [];
      if (/\p{Script=Cyrillic}/u.test(name)) return each.ru === each.kk ? [] : [[name, language]];
      return page === 'en' ? [] : [[name, undefined]];
    }),
  );
}

/**
 * The names that a page shows without saying that they are in another language. What a field holds can be marked as a
 * whole only, and codes and addresses are in no language. Runs in the page.
 */
function lookForNames(names: [string, string | undefined][]): string[] {
  const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
  for (const each of main.querySelectorAll('select, textarea, .address, code')) each.remove();
  const all = [main, ...main.querySelectorAll<HTMLElement>('*')];
  const found = names.flatMap(([name, wanted]) => {
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const whole = new RegExp(`(?<![\\p{L}\\p{N}.])${pattern}(?![\\p{L}\\p{N}])`, 'u');
    const holders = all.filter((each) => whole.test(each.textContent ?? ''));
    const innermost = holders.filter((each) => !holders.some((other) => each !== other && each.contains(other)));
    return innermost.map((holder) => {
      const lang = holder.closest('[lang]')?.getAttribute('lang');
      return { name, isMarked: wanted === undefined ? lang !== undefined : lang === wanted, holder: holder.outerHTML };
    });
  });
  return found.filter(({ isMarked }) => !isMarked).map(({ name, holder }) => `${name}: ${holder.slice(0, 200)}`);
}
