// Computes answers away from the page, so that typing and scrolling never wait. It keeps the catalogue between questions.
import { advise, BadPoster, completeStay, parseStay, withPosters } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { dayOf, localFromUtc } from '@simwise/engine';
import { type Messages, refusalText, Wording } from '@simwise/messages';
import { CatalogTrouble, openCatalog } from '../open-catalog.ts';
import { loadMessages } from '../text/load-messages.ts';
import { type AnswerView, answerView } from './answer-view.ts';
import type { AdviceRequest, AdviceTrouble, FromWorker, ToWorker } from './protocol.ts';

let address = '';
let opened: Promise<CompiledCatalog> | undefined;

/** A catalogue that failed to load is asked for again at the next question. */
function catalog(): Promise<CompiledCatalog> {
  opened ??= openCatalog(address).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function answer({ stay, posters, language, now }: AdviceRequest, messages: Messages): Promise<AnswerView> {
  const plain = await catalog();
  const today = dayOf(localFromUtc(plain.country.offsets, Math.floor(now / 1000)));
  const facts = withPosters(plain, posters, today);
  const advice = advise(facts, completeStay(facts, parseStay(stay), today));
  return answerView(facts, advice, new Wording(messages, language, facts));
}

function troubleOf(error: unknown, messages: Messages): AdviceTrouble {
  if (error instanceof CatalogTrouble) return { code: 'catalog', text: messages.web.trouble.catalog };
  if (error instanceof BadPoster) {
    return { code: 'refused', text: messages.web.trouble.badPoster({ part: error.part }) };
  }
  const refusal = refusalText(messages, error);
  return refusal ? { code: 'refused', text: refusal } : { code: 'failed', text: messages.web.trouble.advice };
}

async function reply(id: number, request: AdviceRequest): Promise<FromWorker> {
  const messages = await loadMessages(request.language);
  try {
    return { is: 'answer', id, view: await answer(request, messages) };
  } catch (error) {
    return { is: 'trouble', id, trouble: troubleOf(error, messages) };
  }
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.do === 'open') address = data.catalog;
  else postMessage(await reply(data.id, data.request));
});
