import type { Language } from '@simwise/catalog';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { KeeperMessages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export type { KeeperMessages } from './messages.ts';

export const KEEPER_MESSAGES: { readonly [L in Language]: KeeperMessages } = { zh, en, ru, kk };
