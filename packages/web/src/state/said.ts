import type { Said } from '../worker/protocol.ts';
import { language } from './session.ts';
import { app } from './store.ts';

/** What the person has said by now. */
export function saidNow(): Said {
  const { stay, posters, choice } = app.value;
  return { stay, posters, choice, language: language.value, now: Date.now() };
}
