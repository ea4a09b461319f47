import type { Language } from '@simwise/catalog';
import { counterEn } from './en.ts';
import { counterKk } from './kk.ts';
import { counterRu } from './ru.ts';
import type { CounterTexts } from './texts.ts';
import { counterZh } from './zh.ts';

export const COUNTER_TEXTS: { readonly [L in Language]: CounterTexts } = {
  zh: counterZh,
  en: counterEn,
  ru: counterRu,
  kk: counterKk,
};
