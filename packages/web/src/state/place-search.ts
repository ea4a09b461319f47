import { signal } from '@preact/signals';
import type { PlaceHitView } from '../worker/coverage-view.ts';
import { language } from './session.ts';
import { dataFiles, startWorker } from './site-files.ts';
import { type Told, WorkerLine } from './worker-line.ts';

/** Places that what is typed may mean, the likeliest first, or how far the search for them is. */
export const placeSearch = signal<readonly PlaceHitView[] | 'idle' | 'searching' | 'failed'>('idle');

/** Names of places that a stay has by their id, each in the languages in which it was asked for. */
const placeNames = signal<Readonly<Record<string, string>>>({});

let line: WorkerLine | undefined;
let lastId = 0;
let typedId = 0;
/** The questions for names, with the key of each. */
const named = new Map<number, string>();

/** Fetches the places before anything is typed. */
export function openPlaces(): void {
  ask('');
}

/**
 * Searches as somebody types. It has a worker of its own: an answer under way must not hold it up. What was found for the
 * letters before stays until there is more to say.
 */
export function searchPlaces(text: string): void {
  if (text.trim().length < 2) {
    typedId = 0;
    placeSearch.value = 'idle';
    return;
  }
  typedId = ask(text);
  if (typeof placeSearch.peek() === 'string') placeSearch.value = 'searching';
}

/** Looks up what a place is called that goes by its id, in the language of the page. */
export function needPlaceName(id: string): void {
  const key = keyOfName(id);
  if (/^(?:\d{9}|gn-.+)$/.test(id) && placeNames.peek()[key] === undefined) named.set(ask(id), key);
}

/** What a place is called; what was said until its name is known. */
export function placeName(said: string): string {
  return placeNames.value[keyOfName(said)] ?? said;
}

function keyOfName(id: string): string {
  return `${language.value} ${id}`;
}

function ask(text: string): number {
  lastId += 1;
  line ??= new WorkerLine(startWorker, dataFiles(), { take, fail });
  line.post({ do: 'search', id: lastId, text, language: language.peek() });
  return lastId;
}

function fail(): void {
  if (typedId !== 0) placeSearch.value = 'failed';
}

function take(message: Told): void {
  if (message.is === 'trouble' && message.id === typedId) fail();
  if (message.is !== 'hits') return;
  if (message.id === typedId) placeSearch.value = message.hits;
  const key = named.get(message.id);
  const [hit] = message.hits;
  if (key !== undefined && hit) placeNames.value = { ...placeNames.value, [key]: hit.name };
}
