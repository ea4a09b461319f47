import type { Language } from '@simwise/catalog';
import type { Messages } from '@simwise/messages';
import { loadMessages } from '../text/load-messages.ts';
import { filesNamed } from './site-files.ts';

/** How often the texts of a language could not be had. */
const failures = new Map<Language, number>();

/** Loads the texts of a language, each time anew after a failure. @throws TypeError where the file cannot be had */
export async function loadTexts(language: Language): Promise<Messages> {
  const failed = failures.get(language) ?? 0;
  try {
    return failed === 0 ? await loadMessages(language) : await loadAgain(language, failed);
  } catch (error) {
    failures.set(language, failed + 1);
    throw error;
  }
}

/** A browser may keep it in mind that a script could not be had, so that its address must be another one. */
async function loadAgain(language: Language, failed: number): Promise<Messages> {
  const [file] = filesNamed(`text-${language}`);
  const texts = (await import(`${file}?again=${failed}`)) as { readonly [L in Language]?: Messages };
  const loaded = texts[language];
  if (!loaded) throw new TypeError(`no texts in ${file}`);
  return loaded;
}
