import { signal } from '@preact/signals';
import type { NameLanguages } from '../text/name-languages.ts';

/** The languages of names, once a catalogue has been opened. */
export const knownNames = signal<NameLanguages>({});
