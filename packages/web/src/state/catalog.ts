import { signal } from '@preact/signals';
import type { CompiledCatalog } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import { dayIn } from '../day-in.ts';
import { openCatalog } from '../open-catalog.ts';
import { nameLanguages } from '../text/name-languages.ts';
import { knownNames } from './name-languages.ts';
import { dataFiles } from './site-files.ts';

/** The catalogue for pages that browse it; the worker has its own. */
export const catalog = signal<CompiledCatalog | undefined>(undefined);
export const catalogTrouble = signal(false);

let opening: Promise<void> | undefined;

/** Opens the catalogue once; after a failure the next call tries again. */
export function needCatalog(): Promise<void> {
  opening ??= open();
  return opening;
}

async function open(): Promise<void> {
  catalogTrouble.value = false;
  try {
    const opened = await openCatalog(dataFiles().catalog);
    knownNames.value = nameLanguages(opened);
    catalog.value = opened;
  } catch {
    catalogTrouble.value = true;
    opening = undefined;
  }
}

/** The day on the calendar of the catalogue's country. */
export function todayIn(opened: CompiledCatalog): Day {
  return dayIn(opened, Date.now());
}
