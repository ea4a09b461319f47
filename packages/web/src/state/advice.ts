import { effect, signal } from '@preact/signals';
import type { Said, Trouble, Views, What } from '../worker/protocol.ts';
import { AdviceClient, type News } from './advice-client.ts';
import { language } from './session.ts';
import { dataFiles, startWorker } from './site-files.ts';
import { app } from './store.ts';

/** The newest answers by what they tell; one stays in view while the next is computed. */
export const views = signal<Partial<Views>>({});
export const adviceState = signal<'idle' | 'computing' | 'stopped' | 'trouble'>('idle');
/** How far the answer under way has come, in a sentence. */
export const soFar = signal('');
export const adviceTrouble = signal<Trouble | undefined>(undefined);
/** What the newest question asks to be told, and whether what is in view answers an older one. */
export const asked = signal<What | undefined>(undefined);
export const isStale = signal(false);

let client: AdviceClient | undefined;

/** The newest question as a whole. */
let newest = '';

function adviceClient(): AdviceClient {
  client ??= new AdviceClient(startWorker, dataFiles(), takeNews);
  return client;
}

function takeNews(news: News): void {
  soFar.value = news.is === 'computing' ? news.soFar : '';
  if (news.is === 'view' || news.is === 'computing') takeView(news.view);
  adviceTrouble.value = news.is === 'trouble' ? news.trouble : undefined;
  adviceState.value = news.is === 'view' ? 'idle' : news.is;
}

function takeView(view: Partial<Views>): void {
  if (Object.keys(view).length === 0) return;
  const { changes: _ofAnOlderAnswer, ...others } = views.value;
  views.value = { ...(view.advice ? others : views.value), ...view };
  isStale.value = false;
}

/** Starts the worker before there is a question. */
export function openAdvice(): void {
  adviceClient().open();
}

export function stopAdvice(): void {
  adviceClient().stop();
}

/** What the person has said by now. */
export function saidNow(): Said {
  const { stay, posters, choice } = app.value;
  return { stay, posters, choice, language: language.value, now: Date.now() };
}

export function askFor(what: What): void {
  const said = saidNow();
  newest = questionOf(what, said);
  asked.value = what;
  isStale.value = what !== 'changes';
  adviceClient().ask({ what, said });
}

const HOUR = 3_600_000;

/** Two questions are the same for an hour: an answer may depend on the day. */
function questionOf(what: What, { now, ...said }: Said): string {
  return JSON.stringify([what, said, Math.floor(now / HOUR)]);
}

/** Keeps the answer that of what is said, until the returned function is called. */
export function follow(what: What): () => void {
  return effect(() => {
    const isAsked = questionOf(what, saidNow()) === newest;
    const isAnswered = adviceState.peek() === 'idle' && views.peek()[what] !== undefined;
    if (!isAsked || (!isAnswered && adviceState.peek() !== 'computing')) askFor(what);
  });
}
