import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '@simwise/catalog';
import { SERVER_WORDS } from '@simwise/messages';
import type { Pool, PoolClient } from 'pg';
import * as z from 'zod';
import { confirmChat, stopChat } from '../store/channels.ts';
import { STOP_BUTTON } from './telegram.ts';
import type { TelegramApi } from './telegram-api.ts';

const person = z.object({ language_code: z.string().optional() }).optional();
const chat = z.object({ id: z.number() });
const updateSchema = z.object({
  update_id: z.number(),
  message: z.object({ chat, from: person, text: z.string().optional() }).optional(),
  callback_query: z
    .object({ id: z.string(), from: person, data: z.string().optional(), message: z.object({ chat }).optional() })
    .optional(),
});

type Update = z.infer<typeof updateSchema>;

type Listening = { readonly pool: Pool; readonly api: TelegramApi; readonly stopping: AbortSignal };

/** The advisory lock of the one process that listens: the Bot API gives updates to one only. */
const LISTENER_LOCK = 739_201_002;
const POLL_SECONDS = 25;
const PAUSE_MS = 2_000;

/** Listens to what people say to the bot: `/start CODE`, `/stop` and the button below a reminder. */
export async function listen({ pool, api, stopping }: Listening): Promise<void> {
  while (!stopping.aborted) {
    await asOnlyListener(pool, (client) => readUpdates(client, { pool, api, stopping })).catch(() => undefined);
    await pause(PAUSE_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function asOnlyListener(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [LISTENER_LOCK]);
    if (rows[0]?.ours) await work(client);
  } finally {
    client.release(true);
  }
}

async function readUpdates(client: PoolClient, { pool, api, stopping }: Listening): Promise<void> {
  while (!stopping.aborted) {
    const { rows } = await client.query<{ next: string }>('SELECT next_update AS next FROM simwise.telegram');
    const offset = Number(rows[0]?.next ?? 0);
    const signal = AbortSignal.any([stopping, AbortSignal.timeout((POLL_SECONDS + 10) * 1_000)]);
    const asked = { offset, timeout: POLL_SECONDS, allowed_updates: ['message', 'callback_query'] };
    const { ok, result } = await api.call('getUpdates', asked, signal);
    if (!ok) return;
    for (const update of z.array(updateSchema).parse(result)) {
      await answerUpdate({ pool, api, stopping }, update);
      await client.query('UPDATE simwise.telegram SET next_update = $1', [update.update_id + 1]);
    }
  }
}

async function answerUpdate({ pool, api, stopping }: Listening, update: Update): Promise<void> {
  const { message, callback_query: pressed } = update;
  const to = message?.chat.id ?? pressed?.message?.chat.id;
  if (to === undefined) return;
  const language = languageOf(message?.from?.language_code ?? pressed?.from?.language_code);
  const text = pressed?.data === STOP_BUTTON ? await stop(pool, to, language) : await reply(pool, message, language);
  const say = (method: string, parameters: object) =>
    api.call(method, parameters, AbortSignal.any([stopping, AbortSignal.timeout(10_000)])).catch(() => undefined);
  if (pressed) await say('answerCallbackQuery', { callback_query_id: pressed.id });
  if (text) await say('sendMessage', { chat_id: to, text });
}

async function reply(pool: Pool, message: Update['message'], language: Language): Promise<string | null> {
  const [, command, code] = /^\/(start|stop)(?:\s+([\w-]{43}))?\s*$/.exec(message?.text ?? '') ?? [];
  if (!message || !command) return null;
  if (command === 'stop') return stop(pool, message.chat.id, language);
  const channel = code ? await confirmChat(pool, code, String(message.chat.id)) : null;
  return channel ? SERVER_WORDS[channel.language].confirmed : SERVER_WORDS[language].linkUsed;
}

async function stop(pool: Pool, chatId: number, language: Language): Promise<string> {
  await stopChat(pool, String(chatId));
  return SERVER_WORDS[language].stopped;
}

function languageOf(code: string | undefined): Language {
  const start = code?.slice(0, 2);
  return start === 'ru' || start === 'kk' || start === 'zh' ? start : 'en';
}
