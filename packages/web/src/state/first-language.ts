import { LANGUAGES, type Language } from '@simwise/catalog';
import { kept } from './kept-before.ts';

/** The language chosen before, else the first of the device's languages that there is, else English. */
export function firstLanguage(): Language {
  const wanted = [kept('language'), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  const known = wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag));
  return known[0] ?? 'en';
}
