import { signal } from '@preact/signals';
import { kept, NAMES, type Name } from './kept-before.ts';

/** Set once this device has refused to keep something: private mode, no space, or storage forbidden. */
export const keepsNothing = signal(false);

export type Theme = 'auto' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Where the keeper's file is, for what must know of changes by another page. */
export const KEEPER_PLACE = NAMES.keeper;

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

export function firstTheme(): Theme {
  return THEMES.find((theme) => theme === kept('theme')) ?? 'auto';
}
