// Computes answers away from the page, so that typing and scrolling never wait.
import { BadPoster } from '@simwise/advisor';
import type { Language } from '@simwise/catalog';
import { type Messages, refusalText, Wording } from '@simwise/messages';
import { CatalogTrouble } from '../open-catalog.ts';
import { loadMessages } from '../text/load-messages.ts';
import { nameLanguages } from '../text/name-languages.ts';
import { Desk } from './desk.ts';
import { Library } from './library.ts';
import type { DataFiles, FromWorker, SoFar, ToWorker, Trouble } from './protocol.ts';
import { Refused } from './refused.ts';
import { Superseded, type Turn } from './turn.ts';

type Asked = Extract<ToWorker, { readonly id: number }>;

let desk: Desk | undefined;

/** The newest question; older ones are given up. */
let newest = 0;

/** What nobody expected, such as texts that cannot be had, is told as a break. */
async function reply(asked: Asked): Promise<FromWorker | undefined> {
  try {
    return await replyIn(await loadMessages(languageOf(asked)), asked);
  } catch (error) {
    return error instanceof Superseded ? undefined : { is: 'broken' };
  }
}

async function replyIn(messages: Messages, asked: Asked): Promise<FromWorker> {
  try {
    return await answer(asked, messages);
  } catch (error) {
    const trouble = troubleOf(error, messages);
    if (!trouble) throw error;
    return { is: 'trouble', id: asked.id, trouble };
  }
}

function languageOf(asked: Asked): Language {
  if (asked.do === 'tell') return asked.said.language;
  return asked.do === 'keep' ? asked.asked.language : asked.language;
}

async function answer(asked: Asked, messages: Messages): Promise<FromWorker> {
  if (!desk) throw new CatalogTrouble('asked before the files were named');
  const { id } = asked;
  switch (asked.do) {
    case 'tell':
      return { is: 'view', id, view: await desk.tell(asked, messages, turnOf(id)) };
    case 'keep':
      return { is: 'kept', id, answer: await desk.keep(asked.asked, messages) };
    case 'search': {
      const { text, language } = asked;
      return { is: 'hits', id, hits: await desk.search(text, (catalog) => new Wording(messages, language, catalog)) };
    }
  }
}

/** Every question needs the catalogue: it is fetched at once. A question that finds it missing says so. */
function openDesk(files: DataFiles): Desk {
  const library = new Library(files, (catalog) => send({ is: 'opened', names: nameLanguages(catalog) }));
  library.catalog().catch(() => undefined);
  return new Desk(library, (news) => send({ is: 'found', news }));
}

/** Once an answer is told whole, the next ones are prepared. */
async function workAhead({ id, said }: Extract<Asked, { do: 'tell' }>): Promise<void> {
  try {
    await desk?.workAhead(said, await loadMessages(said.language), turnOf(id));
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

function turnOf(id: number): Turn<SoFar> {
  return { isOver: () => id !== newest, tell: (soFar) => send({ is: 'progress', id, ...soFar }) };
}

function send(message: FromWorker): void {
  postMessage(message);
}

function troubleOf(error: unknown, messages: Messages): Trouble | undefined {
  const { trouble } = messages.web;
  if (error instanceof CatalogTrouble) return { code: 'catalog', text: trouble.catalog };
  if (error instanceof BadPoster) return { code: 'refused', text: trouble.badPoster({ part: error.part }) };
  const refusal = error instanceof Refused ? error.message : refusalText(messages, error);
  return refusal ? { code: 'refused', text: refusal } : undefined;
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.do === 'open') desk = openDesk(data.files);
  else if (data.do === 'stop') newest = 0;
  else {
    if (data.do === 'tell') newest = data.id;
    const message = await reply(data);
    if (message) send(message);
    if (message?.is === 'view' && data.do === 'tell' && data.what === 'advice') await workAhead(data);
  }
});
