import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './arrivals.ts';

/** The secrets a browser keeps for its subscription. */
export type Subscriber = {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
};

export function newSubscriber(): Subscriber {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return { privateKey: pair.getPrivateKey(), publicKey: pair.getPublicKey(), auth: randomBytes(16) };
}

/** Reads a message as RFC 8291 and RFC 8188 say a browser does. @throws where anything is not as it has to be */
export function decrypt({ privateKey, publicKey, auth }: Subscriber, body: Buffer): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  if (record.length > recordSize) throw new Error('more than one record');
  const own = createECDH('prime256v1');
  own.setPrivateKey(privateKey);
  const prk = createHmac('sha256', auth).update(own.computeSecret(sender)).digest();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender, Buffer.from([1])]);
  const secret = createHmac('sha256', prk).update(info).digest();
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, length));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('the last record does not end as it has to');
  return padded.subarray(0, end).toString('utf8');
}

export type PushMessage = {
  readonly text: string;
  readonly lang: string;
  readonly tag: string;
  readonly stop: string;
  readonly stopText: string;
};
export type Received = {
  readonly path: string;
  readonly message: PushMessage;
  readonly headers: IncomingMessage['headers'];
};

/** How the receiver answers one request; it has read and counted the message before. */
export type Behaviour = (response: ServerResponse, tag: string) => void;

export const ACCEPT: Behaviour = (response) => void response.writeHead(201).end();

/** A push service that decrypts what it gets, counts it, and answers as it is told. */
export class PushReceiver {
  readonly received = new Arrivals<Received>();
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #server = createServer((request, response) => void this.#receive(request, response));
  behaviour: Behaviour = ACCEPT;
  base = '';

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A new subscription as a browser hands it over. */
  subscribe(name: string) {
    const subscriber = newSubscriber();
    this.#subscribers.set(`/${name}`, subscriber);
    const keys = { p256dh: subscriber.publicKey.toString('base64url'), auth: subscriber.auth.toString('base64url') };
    return { endpoint: `${this.base}/${name}`, keys };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const subscriber = this.#subscribers.get(path);
    const chunks = await request.toArray().catch(() => null);
    if (!chunks) return;
    if (!subscriber) return void response.writeHead(410).end();
    const message = JSON.parse(decrypt(subscriber, Buffer.concat(chunks))) as PushMessage;
    this.received.add({ path, message, headers: request.headers });
    this.behaviour(response, message.tag);
  }
}

/** Answers with a status, and how long to wait where that is said. */
export function answerWith(status: number, retryAfter?: string): Behaviour {
  return (response) => void response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end();
}

/** Breaks the connection off after the message has been taken: the sender cannot know. */
export const BREAK_OFF: Behaviour = (response) => void response.destroy();
