import http from 'node:http';
import https from 'node:https';
import * as z from 'zod';
import { post } from './http-post.ts';

const answerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().min(0).max(86_400).optional() }).optional(),
});

/** An answer of the Bot API as it documents it. */
export type TelegramAnswer = z.infer<typeof answerSchema>;

export type TelegramOptions = { readonly token: string; readonly api: string };

const IDLE_MS = 4_000;

/** The Bot API of Telegram: one method, one POST. */
export class TelegramApi {
  readonly #base: string;
  readonly #agent: http.Agent;

  constructor({ token, api }: TelegramOptions) {
    this.#base = `${api}/bot${token}`;
    const options = { keepAlive: true, timeout: IDLE_MS, maxSockets: 32 };
    this.#agent = api.startsWith('https:') ? new https.Agent(options) : new http.Agent(options);
  }

  /** @throws NoReply, or a plain error where the answer is not one of the Bot API */
  async call(method: string, parameters: object, signal: AbortSignal): Promise<TelegramAnswer> {
    const body = JSON.stringify(parameters);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const reply = await post({ url: new URL(`${this.#base}/${method}`), headers, body, agent: this.#agent, signal });
    return answerSchema.parse(JSON.parse(reply.body));
  }

  close(): void {
    this.#agent.destroy();
  }
}
