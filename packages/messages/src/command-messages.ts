import type { Language } from '@simwise/catalog';
import { MESSAGES } from './all-languages.ts';
import { commandEn } from './command/en.ts';
import { commandKk } from './command/kk.ts';
import type { CommandWords } from './command/messages.ts';
import { commandRu } from './command/ru.ts';
import { commandZh } from './command/zh.ts';
import type { AnswerWords, Messages } from './messages.ts';
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
export type CommandMessages = Omit<Messages, 'command'> & {
  readonly command: AnswerWords & CommandWords;
  readonly usage: UsageMessages;
  readonly verify: VerifyMessages;
};

export const COMMAND_MESSAGES: { readonly [L in Language]: CommandMessages } = {
  zh: withCommand(MESSAGES.zh, { command: commandZh, usage: usageZh, verify: verifyZh }),
  en: withCommand(MESSAGES.en, { command: commandEn, usage: usageEn, verify: verifyEn }),
  ru: withCommand(MESSAGES.ru, { command: commandRu, usage: usageRu, verify: verifyRu }),
  kk: withCommand(MESSAGES.kk, { command: commandKk, usage: usageKk, verify: verifyKk }),
};

type Own = Pick<CommandMessages, 'usage' | 'verify'> & { readonly command: CommandWords };

function withCommand(messages: Messages, { command, ...own }: Own): CommandMessages {
  return { ...messages, ...own, command: { ...messages.command, ...command } };
}

/** The headings and sentences of the command line in the language of a wording. */
export function commandWords({ language }: { readonly language: Language }): CommandMessages['command'] {
  return COMMAND_MESSAGES[language].command;
}
