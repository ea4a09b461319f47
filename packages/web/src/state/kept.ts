import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from '@simwise/catalog';

/** Set once this device has refused to keep something: private mode, no space, or storage forbidden. */
export const keepsNothing = signal(false);

export type Theme = 'auto' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

const NAMES = {
  language: 'simwise.language',
  theme: 'simwise.theme',
  address: 'simwise.address',
  keeper: 'simwise.keeper',
  device: 'simwise.device',
} as const;

type Name = keyof typeof NAMES;

/** Where the keeper's file is, for what must know of changes by another page. */
export const KEEPER_PLACE = NAMES.keeper;

/** What was kept under a name; null where nothing was, or the device keeps nothing. */
export function kept(name: Name): string | null {
  try {
    return localStorage.getItem(NAMES[name]);
  } catch {
    return null;
  }
}

export function keep(name: Name, value: string): void {
  try {
    localStorage.setItem(NAMES[name], value);
    keepsNothing.value = false;
  } catch {
    keepsNothing.value = true;
  }
}

export function forget(...names: readonly Name[]): void {
  try {
    for (const name of names) localStorage.removeItem(NAMES[name]);
  } catch {
    keepsNothing.value = true;
  }
}

export function forgetAll(): void {
  forget(...(Object.keys(NAMES) as Name[]));
}

/** The language chosen before, else the first of the device's languages that there is, else English. */
export function firstLanguage(): Language {
  const wanted = [kept('language'), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  const known = wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag));
  return known[0] ?? 'en';
}

export function firstTheme(): Theme {
  return THEMES.find((theme) => theme === kept('theme')) ?? 'auto';
}
