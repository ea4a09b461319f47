import { effect, signal } from '@preact/signals';
import type { AnswerView } from '../worker/answer-view.ts';
import type { AdviceTrouble } from '../worker/protocol.ts';
import { AdviceClient, type AdviceNews } from './advice-client.ts';
import { language } from './session.ts';
import { siteFiles } from './site-files.ts';
import { app } from './store.ts';

/** The newest answer, which stays in view while the next is computed. */
export const answer = signal<AnswerView | undefined>(undefined);
export const adviceState = signal<'idle' | 'computing' | 'stopped' | 'trouble'>('idle');
export const adviceTrouble = signal<AdviceTrouble | undefined>(undefined);

let client: AdviceClient | undefined;

function adviceClient(): AdviceClient {
  client ??= new AdviceClient(siteFiles(), takeNews);
  return client;
}

function takeNews(news: AdviceNews): void {
  if (news.is === 'answer') answer.value = news.view;
  adviceTrouble.value = news.is === 'trouble' ? news.trouble : undefined;
  adviceState.value = news.is === 'answer' ? 'idle' : news.is;
}

export function stopAdvice(): void {
  adviceClient().stop();
}

/** Asks for the stay as it is now. */
export function askAdvice(): void {
  const { stay, posters } = app.peek();
  adviceClient().ask({ stay, posters, language: language.peek(), now: Date.now() });
}

/** Keeps the answer that of what is said, until the returned function is called. */
export function followAdvice(): () => void {
  let asked = '';
  return effect(() => {
    const { stay, posters } = app.value;
    const question = JSON.stringify([stay, posters, language.value]);
    if (question === asked) return;
    asked = question;
    askAdvice();
  });
}
