import type { Language } from '@simwise/catalog';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** The texts of every language; a program that speaks one at a time takes that one alone, and not this file. */
export const MESSAGES: { readonly [L in Language]: Messages } = { zh, en, ru, kk };
