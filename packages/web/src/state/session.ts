import { effect, signal } from '@preact/signals';
import type { Language } from '@simwise/catalog';
import type { Messages } from '@simwise/messages';
import { firstLanguage } from './first-language.ts';
import { firstTheme, keep, type Theme } from './kept.ts';
import { loadTexts } from './load-texts.ts';

export const language = signal<Language>(firstLanguage());
export const theme = signal<Theme>(firstTheme());

/** The texts of the language in use; undefined until the first have come. */
export const messages = signal<Messages | undefined>(undefined);

/** Set where the texts of a language could not be had; the language before stays. */
export const languageTrouble = signal(false);

let newest: Language = language.peek();

/** Loads the texts of a language, then shows everything in it, unless another one was chosen meanwhile. */
export async function speak(wanted: Language): Promise<void> {
  newest = wanted;
  languageTrouble.value = false;
  try {
    const loaded = await loadTexts(wanted);
    if (newest !== wanted) return;
    language.value = wanted;
    messages.value = loaded;
  } catch {
    if (newest === wanted) languageTrouble.value = true;
  }
}

/** Lets the document say which language and colours it has, and keeps the choice. */
export function followSession(): void {
  effect(() => {
    if (!messages.value) return;
    document.documentElement.lang = messages.value.locale;
  });
  effect(() => {
    document.documentElement.setAttribute('data-theme', theme.value);
  });
}

export function choose(part: { readonly language: Language } | { readonly theme: Theme }): void {
  if ('language' in part) {
    keep('language', part.language);
    void speak(part.language);
  } else {
    keep('theme', part.theme);
    theme.value = part.theme;
  }
}
