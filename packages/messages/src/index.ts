import type { Language } from '@simwise/catalog';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export * from './advice-answer.ts';
export * from './contacts/contact-answer.ts';
export * from './coverage/coverage-answer.ts';
export { CoverageWording } from './coverage/coverage-wording.ts';
export type { CoverageMessages } from './coverage/messages.ts';
export * from './explain/explain-answer.ts';
export * from './formalities/formality-answer.ts';
export * from './formalities/wording.ts';
export * from './format.ts';
export type { CommandWords, Messages, Questions } from './messages.ts';
export * from './price-answer.ts';
export * from './source-answer.ts';
export * from './verify/verify-answer.ts';
export * from './what-if/curve-svg.ts';
export { DRAWN, KIND_STYLE } from './what-if/kind-style.ts';
export * from './what-if/map-answer.ts';
export * from './what-if/map-svg.ts';
export * from './what-if/what-if-answer.ts';
export * from './wording.ts';

export const MESSAGES: { readonly [L in Language]: Messages } = { zh, en, ru, kk };
