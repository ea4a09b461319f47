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

let client: AdviceClient | undefined;

function adviceClient(): AdviceClient {
  client ??= new AdviceClient(startWorker, dataFiles(), takeNews);
  return client;
}

function takeNews(news: News): void {
  soFar.value = news.is === 'computing' ? news.soFar : '';
  if (news.is === 'view' || news.is === 'computing') views.value = { ...views.value, ...news.view };
  adviceTrouble.value = news.is === 'trouble' ? news.trouble : undefined;
  adviceState.value = news.is === 'view' ? 'idle' : news.is;
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
  adviceClient().ask({ what, said: saidNow() });
}

/** Keeps the answer that of what is said, until the returned function is called. */
export function follow(what: What): () => void {
  let asked = '';
  return effect(() => {
    const { now: _now, ...said } = saidNow();
    const question = JSON.stringify(said);
    if (question === asked) return;
    asked = question;
    askFor(what);
  });
}
