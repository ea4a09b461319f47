import { connect, createServer, type Socket } from 'node:net';

/** What a line carries down in a second, in bytes, and how long a request takes to be answered on it, in milliseconds. */
export type LineTerms = { readonly bytesPerSecond: number; readonly latency: number };

export type SlowLine = { readonly port: number; readonly close: () => void };

const PACKET = 1460;

/**
 * A line to a port of this machine that is as slow as a mobile network. It lies before the browser, so that all that a page
 * fetches shares it, its workers and their scripts too.
 */
export function slowLine(target: number, terms: LineTerms): Promise<SlowLine> {
  const down = new Down(terms.bytesPerSecond);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', end);
    }
    near.on('data', (bytes) => setTimeout(() => far.write(bytes), terms.latency));
    far.on('data', (bytes) => down.send(near, bytes));
  });
  const close = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ port: (server.address() as { port: number }).port, close }));
  });
}

/** Sends packets of all connections in turn, as fast as the line is. */
class Down {
  readonly #bytesPerSecond: number;
  readonly #waiting = new Map<Socket, Buffer[]>();
  #freeAt = 0;
  #isSending = false;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  send(to: Socket, bytes: Buffer): void {
    const packets = this.#waiting.get(to) ?? [];
    for (let from = 0; from < bytes.length; from += PACKET) packets.push(bytes.subarray(from, from + PACKET));
    this.#waiting.set(to, packets);
    if (this.#isSending) return;
    this.#isSending = true;
    this.#freeAt = Math.max(this.#freeAt, performance.now());
    this.#pump();
  }

  /** Timers are no finer than a millisecond: each time all is sent for which there was time by then. */
  #pump(): void {
    while (this.#waiting.size > 0 && this.#freeAt <= performance.now()) this.#sendNext();
    this.#isSending = this.#waiting.size > 0;
    if (this.#isSending) setTimeout(() => this.#pump(), 1);
  }

  #sendNext(): void {
    const [next] = this.#waiting;
    if (!next) return;
    const [to, [packet, ...rest]] = next;
    this.#waiting.delete(to);
    if (rest.length > 0) this.#waiting.set(to, rest);
    if (!packet) return;
    to.write(packet);
    this.#freeAt += (1000 * packet.length) / this.#bytesPerSecond;
  }
}
