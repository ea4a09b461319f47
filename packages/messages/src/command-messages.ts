import type { Language } from '@simwise/catalog';
import { MESSAGES } from './all-languages.ts';
import type { Messages } from './messages.ts';
import { usageEn } from './usage/en.ts';
import { usageKk } from './usage/kk.ts';
import type { UsageMessages } from './usage/messages.ts';
import { usageRu } from './usage/ru.ts';
import { usageZh } from './usage/zh.ts';
import { verifyEn } from './verify/en.ts';
import { verifyKk } from './verify/kk.ts';
import type { VerifyMessages } from './verify/messages.ts';
import { verifyRu } from './verify/ru.ts';
import { verifyZh } from './verify/zh.ts';

/** All texts, those that only the command line says among them; the app does not load these. */
export type CommandMessages = Messages & { readonly usage: UsageMessages; readonly verify: VerifyMessages };

export const COMMAND_MESSAGES: { readonly [L in Language]: CommandMessages } = {
  zh: { ...MESSAGES.zh, usage: usageZh, verify: verifyZh },
  en: { ...MESSAGES.en, usage: usageEn, verify: verifyEn },
  ru: { ...MESSAGES.ru, usage: usageRu, verify: verifyRu },
  kk: { ...MESSAGES.kk, usage: usageKk, verify: verifyKk },
};
