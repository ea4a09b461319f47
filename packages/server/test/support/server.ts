import http from 'node:http';
import type { CompiledCatalog } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import type { PushHosts } from '../../src/channels/push-hosts.ts';
import { readSettings } from '../../src/settings.ts';
import { type RunningServer, startServer } from '../../src/start-server.ts';
import { builtFile } from './built.ts';

/** Push services of a test: any address, also on this machine. */
export function anyPushHost(): PushHosts {
  return { allows: () => true, agent: new http.Agent({ keepAlive: true }) };
}

let parts: Promise<{ catalog: CompiledCatalog; answerThread: URL }> | undefined;

/** What every server needs and takes a moment to make: the compiled catalogue and the built thread. */
async function sharedParts() {
  const { catalog } = loadCatalog('catalog/kz');
  if (!catalog) throw new Error('the catalogue cannot be loaded');
  return { catalog: compileCatalog(catalog), answerThread: await builtFile('src/answers/answer-thread.ts') };
}

export type TestServer = RunningServer & { readonly ask: Ask };

/** Starts a server for a test, silent and on a free port. */
export async function startTestServer(
  environment: Readonly<Record<string, string>>,
  pushHosts: PushHosts = anyPushHost(),
): Promise<TestServer> {
  parts ??= sharedParts();
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUSH_CONTACT: 'mailto:operator@example.org',
    REQUESTS_PER_MINUTE: '100000',
    ...environment,
  });
  const server = await startServer({ ...(await parts), settings, pushHosts });
  return { ...server, ask: asker(server.address) };
}

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
