import type { Language } from '@simwise/catalog';
import type { Reminder } from '@simwise/keeper';

export type ChannelKind = 'push' | 'email' | 'telegram';

/** A way to be reminded as the server offers it; `publicKey` is what a browser subscribes to push with. */
export type OfferedKind = { readonly kind: ChannelKind; readonly on: boolean; readonly publicKey?: string };

/** A way to be reminded that this device has added. `link` opens the chat with the bot, and is told once. */
export type Channel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly state: 'pending' | 'confirmed' | 'stopped' | 'gone';
  readonly link?: string;
};

export type NewChannel = { readonly language: Language } & (
  | { readonly kind: 'push'; readonly endpoint: string; readonly keys: Readonly<Record<string, string>> }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'telegram' }
);

/** Why the server did not do it: its own code, `unreachable` without an answer, `no-server` where none is there. */
export class ServerRefusal extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** As many as the server keeps of one device. */
const MOST_REMINDERS = 200;

/**
 * The server that delivers reminders, at the app's own address: the app may talk to no other. Every call throws
 * ServerRefusal where the server did not do it.
 */
export const reminderServer = {
  async offers(): Promise<readonly OfferedKind[]> {
    return (await call<{ kinds: OfferedKind[] }>('GET channel-kinds')).kinds;
  },

  async makeDevice(): Promise<string> {
    return (await call<{ key: string }>('POST devices')).key;
  },

  async forgetDevice(key: string): Promise<void> {
    await call('DELETE device', { key });
  },

  async channels(key: string): Promise<readonly Channel[]> {
    return (await call<{ channels: Channel[] }>('GET channels', { key })).channels;
  },

  addChannel(key: string, body: NewChannel): Promise<Channel> {
    return call('POST channels', { key, body });
  },

  async removeChannel(key: string, id: string): Promise<void> {
    await call(`DELETE channels/${id}`, { key });
  },

  /** Makes the server's reminders exactly these, each by every channel that is not over; the first ones where they are too many. */
  async remind(key: string, reminders: readonly Reminder[], channels: readonly Channel[]): Promise<void> {
    const alive = channels.filter(({ state }) => state === 'pending' || state === 'confirmed');
    const all = reminders.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
    const set = all.flatMap((reminder) => alive.map(({ id }) => ({ ...reminder, channel: id })));
    await call('PUT reminders', { key, body: { reminders: set.slice(0, MOST_REMINDERS) } });
  },
};

type Request = { readonly key?: string; readonly body?: object };

async function call<T>(route: `${string} ${string}`, request: Request = {}): Promise<T> {
  const response = await answerTo(route, request);
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  if (response.status === 204) return undefined as T;
  // A host of files answers with a page of its own.
  if (!isJson) throw new ServerRefusal(response.status < 500 ? 'no-server' : 'unreachable');
  const body = await response.json();
  if (!response.ok) throw new ServerRefusal(body.code);
  return body as T;
}

async function answerTo(route: string, { key, body }: Request): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  try {
    return await fetch(new URL(`v1/${path}`, document.baseURI), {
      method,
      cache: 'no-store',
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ServerRefusal('unreachable');
  }
}
