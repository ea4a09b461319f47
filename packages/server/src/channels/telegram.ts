import { SERVER_WORDS } from '@simwise/messages';
import { DELIVERED, failed, gone, type Outcome, retry, unknown } from '../deliver/outcome.ts';
import { withoutReply } from './push.ts';
import type { Sender } from './sender.ts';
import type { TelegramAnswer, TelegramApi } from './telegram-api.ts';

/** What the button below a reminder sends back. */
export const STOP_BUTTON = 'stop';

/** Sends by a Telegram bot, as plain text: nothing in a reminder is read as markup. */
export function telegramSender(api: TelegramApi): Sender {
  let quietUntil = 0;
  return {
    async prepare({ text, language }, channel) {
      if (channel.kind !== 'telegram') throw new Error(`a Telegram sender cannot reach ${channel.kind}`);
      const button = { text: SERVER_WORDS[language].stopButton, callback_data: STOP_BUTTON };
      const message = {
        chat_id: channel.address.chat,
        text,
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [[button]] },
      };
      return {
        async send(signal) {
          // The limit is the bot's, not the chat's: while it lasts no other message is tried either.
          const quietSeconds = Math.ceil((quietUntil - performance.now()) / 1_000);
          if (quietSeconds > 0) return retry('Telegram asked for a pause', quietSeconds);
          const outcome = await api.call('sendMessage', message, signal).then(outcomeOf, withoutReply);
          if (outcome.is === 'retry') quietUntil = performance.now() + (outcome.afterSeconds ?? 0) * 1_000;
          return outcome;
        },
      };
    },
  };
}

function outcomeOf({ ok, error_code: code, parameters }: TelegramAnswer): Outcome {
  if (ok) return DELIVERED;
  if (code === 429) return retry('Telegram answered 429', parameters?.retry_after ?? null);
  if (code === 403) return gone('the bot was blocked or the chat is no more');
  if (code !== undefined && code >= 400 && code < 500) return failed(`Telegram answered ${code}`);
  return unknown(`Telegram answered ${code ?? 'something else'}`);
}
