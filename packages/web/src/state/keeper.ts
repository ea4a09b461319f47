import { signal } from '@preact/signals';
import type { KeeperAnswer, KeeperRequest, KeeperView } from '../worker/keeper/keeper-protocol.ts';
import { KeeperClient } from './keeper-client.ts';
import { KeeperStore } from './keeper-store.ts';
import { KEEPER_PLACE } from './kept.ts';
import { language } from './session.ts';
import { dataFiles, startWorker } from './site-files.ts';
import { words } from './words.ts';

/** What the keeper's page shows; undefined until it was read. */
export const keeperView = signal<KeeperView | undefined>(undefined);
export const isKeeperBusy = signal(false);
/** Why the last change was not made or the file not read, in a sentence; empty where all went well. */
export const keeperTrouble = signal('');
/** Set while the device refuses to keep the newest state. */
export const isUnsaved = signal(false);

const store = new KeeperStore({
  read: () => localStorage.getItem(KEEPER_PLACE),
  write: (file) => localStorage.setItem(KEEPER_PLACE, file),
});

let client: KeeperClient | undefined;
let last: Promise<unknown> = Promise.resolve();

/** The file as it is, readable or not; null where there is none. */
export const keeperFile = signal<string | null>(store.file);

/** Asks the keeper, one request after the other. @returns undefined where it was not done; `keeperTrouble` says why. */
export function askKeeper(request: KeeperRequest): Promise<KeeperAnswer | undefined> {
  const asked = last.then(() => serve(request));
  last = asked;
  return asked;
}

async function serve(request: KeeperRequest): Promise<KeeperAnswer | undefined> {
  client ??= new KeeperClient(startWorker, dataFiles());
  isKeeperBusy.value = true;
  if (request.do !== 'look') keeperTrouble.value = '';
  for (;;) {
    const file = store.file;
    const news = await client.ask({ file, request, language: language.peek(), now: Date.now() });
    if (news.is === 'kept' && !store.keep(file, news.answer.file)) continue;
    isKeeperBusy.value = false;
    keeperFile.value = store.file;
    if (news.is === 'trouble') {
      keeperTrouble.value = news.trouble.text || words().web.keeper.failed;
      return undefined;
    }
    isUnsaved.value = store.isUnsaved;
    keeperView.value = news.answer.view;
    return news.answer;
  }
}

/** Shows what another page of the app has changed, until the returned function is called. */
export function followKeeper(): () => void {
  const take = ({ key }: StorageEvent) => {
    if (key === KEEPER_PLACE || key === null) void askKeeper({ do: 'look' });
  };
  addEventListener('storage', take);
  return () => removeEventListener('storage', take);
}
