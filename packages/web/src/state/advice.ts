import { effect, signal, untracked } from '@preact/signals';
import type { Language } from '@simwise/catalog';
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

type Question = { readonly whole: string; readonly language: Language };

/** The newest question. */
let newest: Question = { whole: '', language: 'en' };

/** The questions that the views that are there were told to. */
const answered = new Map<What, Question>();

function adviceClient(): AdviceClient {
  client ??= new AdviceClient(startWorker, dataFiles(), takeNews);
  return client;
}

function takeNews(news: News): void {
  if (news.is === 'found') return takeFound(news.news);
  soFar.value = news.is === 'computing' ? news.found : null;
  if (news.is === 'view' || news.is === 'computing') takeView(news.view);
  else keepInLanguage(newest.language);
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

/** What was told in another language will not be told anew where the newest question has no answer: it goes out of view. */
function keepInLanguage(spoken: Language): void {
  const kept = Object.entries(views.value).filter(([what]) => answered.get(what as What)?.language === spoken);
  if (kept.length < Object.keys(views.value).length) views.value = Object.fromEntries(kept);
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
  newest = { whole: questionOf(what, said), language: said.language };
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
  return answered.get(what)?.whole === untracked(() => questionOf(what, saidNow()));
}

/** Keeps the answer that of what is said, until the returned function is called. */
export function follow(what: What): () => void {
  return effect(() => {
    const isAsked = questionOf(what, saidNow()) === newest.whole;
    const isAnswered = adviceState.peek() === 'idle' && views.peek()[what] !== undefined;
    if (!isAsked || (!isAnswered && adviceState.peek() !== 'computing')) askFor(what);
  });
}
