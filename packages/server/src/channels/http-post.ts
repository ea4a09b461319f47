import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

export type Post = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer | string;
  readonly agent: http.Agent;
  readonly signal: AbortSignal;
};

export type Reply = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
};

/** No answer came. `mayHaveArrived` is false only where no connection came about, so that nothing can have left. */
export class NoReply extends Error {
  readonly mayHaveArrived: boolean;
  readonly code: string;

  constructor(mayHaveArrived: boolean, cause: unknown) {
    super('no reply', { cause });
    this.mayHaveArrived = mayHaveArrived;
    this.code = (cause as NodeJS.ErrnoException | undefined)?.code ?? 'no reply';
  }
}

const LARGEST_REPLY = 64 * 1024;

/** Posts once: no redirects are followed, and nothing is sent again. @throws NoReply */
export function post({ url, headers, body, agent, signal }: Post): Promise<Reply> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    let connected = false;
    const outgoing = request(url, { method: 'POST', headers, agent, signal }, (incoming) => {
      readReply(incoming).then(resolve, (error: unknown) => reject(new NoReply(true, error)));
    });
    outgoing.on('socket', (socket) => onConnected(socket, url, () => (connected = true)));
    outgoing.on('error', (error) => reject(new NoReply(connected, error)));
    outgoing.end(body);
  });
}

/** From here on bytes of ours may reach the other side. */
function onConnected(socket: Socket, { protocol }: URL, tell: () => void): void {
  if (socket.connecting) socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', tell);
  else tell();
}

async function readReply(incoming: http.IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REPLY) throw new Error('the reply is too long');
    chunks.push(chunk);
  }
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') };
}
