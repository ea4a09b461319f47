import type { Language } from '@simwise/catalog';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export * from './advice-answer.ts';
export * from './format.ts';
export * from './ledger-runs.ts';
export type { CommandWords, Messages, Questions } from './messages.ts';
export * from './price-answer.ts';
export * from './wording.ts';

export const MESSAGES: { readonly [L in Language]: Messages } = { zh, en, ru, kk };
