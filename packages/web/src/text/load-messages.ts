import type { Language } from '@simwise/catalog';
import type { Messages } from '@simwise/messages';

/** Each language is a file of its own, so that only the one spoken is loaded. */
const LOADERS: { readonly [L in Language]: () => Promise<Messages> } = {
  zh: async () => (await import('@simwise/messages/zh')).zh,
  en: async () => (await import('@simwise/messages/en')).en,
  ru: async () => (await import('@simwise/messages/ru')).ru,
  kk: async () => (await import('@simwise/messages/kk')).kk,
};

/** @throws TypeError where the file cannot be had. */
export function loadMessages(language: Language): Promise<Messages> {
  return LOADERS[language]();
}
