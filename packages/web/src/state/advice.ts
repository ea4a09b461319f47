import { effect, signal, untracked } from '@preact/signals';
import type { Said, Trouble, Views, What } from '../worker/protocol.ts';
import { AdviceClient, type News } from './advice-client.ts';
import { soFar, takeFound } from './found.ts';
import { saidNow } from './said.ts';
import { dataFiles, startWorker } from './site-files.ts';

/** The newest answers by what they tell; one stays in view while the next is computed. */
export const views = signal<Partial<Views>>({});
export const adviceState = signal<'idle' | 'computing' | 'stopped' | 'trouble'>('idle');
export const adviceTrouble = signal<Trouble | undefined>(undefined);
/** What the newest question asks to be told, and whether what is in view answers an older one. */
export const asked = signal<What | undefined>(undefined);
export const isStale = signal(false);

let client: AdviceClient | undefined;

/** The newest question as a whole. */
let newest = '';

/** What was said when the views that are there were asked for. */
const answered = new Map<What, string>();

function adviceClient(): AdviceClient {
  client ??= new AdviceClient(startWorker, dataFiles(), takeNews);
  return client;
}

function takeNews(news: News): void {
  if (news.is === 'found') return takeFound(news.news);
  soFar.value = news.is === 'computing' ? news.found : null;
  if (news.is === 'view' || news.is === 'computing') takeView(news.view);
  adviceTrouble.value = news.is === 'trouble' ? news.trouble : undefined;
  adviceState.value = news.is === 'view' ? 'idle' : news.is;
}

function takeView(view: Partial<Views>): void {
  if (Object.keys(view).length === 0) return;
  const { changes: _ofAnOlderAnswer, ...others } = views.value;
  views.value = { ...(view.advice ? others : views.value), ...view };
  for (const what of Object.keys(view) as What[]) answered.set(what, newest);
  isStale.value = false;
}

/** Starts the worker before there is a question. */
export function openAdvice(): void {
  adviceClient().open();
}

export function stopAdvice(): void {
  adviceClient().stop();
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

/** Whether what is in view answers what is said now. */
export function isAnswered(what: What): boolean {
  return answered.get(what) === untracked(() => questionOf(what, saidNow()));
}

/** Keeps the answer that of what is said, until the returned function is called. */
export function follow(what: What): () => void {
  return effect(() => {
    const isAsked = questionOf(what, saidNow()) === newest;
    const isAnswered = adviceState.peek() === 'idle' && views.peek()[what] !== undefined;
    if (!isAsked || (!isAnswered && adviceState.peek() !== 'computing')) askFor(what);
  });
}
