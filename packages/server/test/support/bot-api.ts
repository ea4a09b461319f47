import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './arrivals.ts';

export const TOKEN = '123456:test-token_of-the-bot';

export type Said = { readonly chat_id: string | number; readonly text: string; readonly parse_mode?: string };

/** How the stand-in answers a message it has shown to the chat already. */
export type BotBehaviour = (response: ServerResponse) => void;

export const SHOW: BotBehaviour = (response) => reply(response, 200, { ok: true, result: { message_id: 1 } });

/** A failure as the Bot API documents it. */
export function botFailure(code: number, parameters?: { readonly retry_after: number }): BotBehaviour {
  return (response) => reply(response, code, { ok: false, error_code: code, description: 'no', parameters });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A local stand-in for the Telegram Bot API: what people say to the bot, and what the bot says to them. */
export class BotApi {
  readonly said = new Arrivals<Said>();
  behaviour: BotBehaviour = SHOW;
  base = '';
  readonly #updates: object[] = [];
  #wakeListener: () => void = () => undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A person writes to the bot. */
  hear(chat: number, text: string, language = 'en'): void {
    this.#push({ message: { chat: { id: chat }, from: { language_code: language }, text } });
  }

  /** A person presses the button below a message. */
  press(chat: number, data: string): void {
    this.#push({ callback_query: { id: 'q', from: {}, data, message: { chat: { id: chat } } } });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #push(update: object): void {
    this.#updates.push({ update_id: 1_000 + this.#updates.length, ...update });
    this.#wakeListener();
    this.#wakeListener = () => undefined;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await request.toArray().catch(() => null);
    if (!chunks) return;
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (token !== TOKEN) return reply(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Said & { readonly offset: number };
    if (method === 'getMe') return reply(response, 200, { ok: true, result: { username: 'simwise_test_bot' } });
    if (method === 'getUpdates') return this.#giveUpdates(response, body.offset);
    if (method !== 'sendMessage') return reply(response, 200, { ok: true, result: true });
    this.said.add(body);
    this.behaviour(response);
  }

  #giveUpdates(response: ServerResponse, offset: number): void {
    const isNew = (update: object) => (update as { update_id: number }).update_id >= offset;
    const news = this.#updates.filter(isNew);
    if (news.length > 0) return reply(response, 200, { ok: true, result: news });
    this.#wakeListener = () => reply(response, 200, { ok: true, result: this.#updates.filter(isNew) });
  }
}
