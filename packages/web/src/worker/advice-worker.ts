// Computes answers away from the page, so that typing and scrolling never wait.
import { BadPoster } from '@simwise/advisor';
import { type Messages, refusalText, Wording } from '@simwise/messages';
import { CatalogTrouble } from '../open-catalog.ts';
import { loadMessages } from '../text/load-messages.ts';
import { Desk } from './desk.ts';
import { Library } from './library.ts';
import type { FromWorker, SoFar, ToWorker, Trouble } from './protocol.ts';
import { Superseded, type Turn } from './turn.ts';

type Asked = Extract<ToWorker, { readonly id: number }>;

let desk: Desk | undefined;

/** The newest question; older ones are given up. */
let newest = 0;

async function reply(asked: Asked): Promise<FromWorker | undefined> {
  const language = asked.do === 'tell' ? asked.said.language : asked.language;
  const messages = await loadMessages(language);
  try {
    if (!desk) throw new CatalogTrouble('asked before the files were named');
    const { id } = asked;
    if (asked.do === 'tell') return { is: 'view', id, view: await desk.tell(asked, messages, turnOf(id)) };
    return {
      is: 'hits',
      id,
      hits: await desk.search(asked.text, (catalog) => new Wording(messages, language, catalog)),
    };
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    return { is: 'trouble', id: asked.id, trouble: troubleOf(error, messages) };
  }
}

function turnOf(id: number): Turn<SoFar> {
  return { isOver: () => id !== newest, tell: (soFar) => send({ is: 'progress', id, ...soFar }) };
}

function send(message: FromWorker): void {
  postMessage(message);
}

function troubleOf(error: unknown, messages: Messages): Trouble {
  const { trouble } = messages.web;
  if (error instanceof CatalogTrouble) return { code: 'catalog', text: trouble.catalog };
  if (error instanceof BadPoster) return { code: 'refused', text: trouble.badPoster({ part: error.part }) };
  const refusal = refusalText(messages, error);
  return refusal ? { code: 'refused', text: refusal } : { code: 'failed', text: trouble.advice };
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.do === 'open') desk = new Desk(new Library(data.files));
  else if (data.do === 'stop') newest = 0;
  else {
    if (data.do === 'tell') newest = data.id;
    const message = await reply(data);
    if (message) send(message);
  }
});
