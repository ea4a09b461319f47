import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { aCatalog } from '../../../catalog/test/tiny-catalog.ts';
import type { Compiled } from '../../src/answers/knowledge.ts';
import type { PushHosts } from '../../src/channels/push-hosts.ts';
import { readSettings } from '../../src/settings.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/start-server.ts';
import { builtFile } from './built.ts';

/** Push services of a test: any address, also on this machine. */
export function anyPushHost(): PushHosts {
  return { allows: () => true, agent: new http.Agent({ keepAlive: true }) };
}

const NOTHING: Compiled = { catalog: aCatalog([]), places: null };

let answerThread: Promise<URL> | undefined;

export type TestOptions = Partial<Pick<ServerOptions, 'pushHosts' | 'compiled' | 'appFolder'>>;

export type TestServer = RunningServer & { readonly ask: Ask };

/** Starts a server for a test, silent and on a free port; without a catalogue of its own it has no offers. */
export async function startTestServer(
  environment: Readonly<Record<string, string>>,
  { pushHosts = anyPushHost(), compiled = NOTHING, ...more }: TestOptions = {},
): Promise<TestServer> {
  answerThread ??= builtFile('src/answers/answer-thread.ts');
  const settings = readSettings({ ...STANDARD, ...environment });
  const server = await startServer({ compiled, answerThread: await answerThread, settings, pushHosts, ...more });
  return { ...server, ask: asker(server.address) };
}

const STANDARD = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  PUSH_CONTACT: 'mailto:operator@example.org',
  REQUESTS_PER_MINUTE: '100000',
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};
export type Request = {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Ask = (route: string, request?: Request) => Promise<Answer>;

/** Asks a server: `ask('PUT /v1/reminders', { key, body })`. */
export function asker(address: string): Ask {
  return async (route, { key, body, headers = {} } = {}) => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const response = await fetch(address + path, {
      method,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
  };
}

/** Asks again and again until the answer is as hoped for; the test's own limit ends it. */
export async function eventually<T>(look: () => Promise<T>, isHopedFor: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (isHopedFor(value)) return value;
    await pause(25);
  }
}
