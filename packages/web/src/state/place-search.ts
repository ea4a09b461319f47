import { signal } from '@preact/signals';
import type { PlaceHitView } from '../worker/coverage-view.ts';
import type { FromWorker, ToWorker } from '../worker/protocol.ts';
import { language } from './session.ts';
import { dataFiles, startWorker } from './site-files.ts';

/** Places that what is typed may mean, the likeliest first. */
export const placeHits = signal<readonly PlaceHitView[]>([]);

let worker: Worker | undefined;
let lastId = 0;

/** Searches as somebody types. It has a worker of its own: an answer under way must not hold it up. */
export function searchPlaces(text: string): void {
  lastId += 1;
  if (text.trim().length < 2) {
    placeHits.value = [];
    return;
  }
  worker ??= openWorker();
  const message: ToWorker = { do: 'search', id: lastId, text, language: language.peek() };
  worker.postMessage(message);
}

function openWorker(): Worker {
  const opened = startWorker();
  opened.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.is === 'hits' && data.id === lastId) placeHits.value = data.hits;
  });
  const hello: ToWorker = { do: 'open', files: dataFiles() };
  opened.postMessage(hello);
  return opened;
}
