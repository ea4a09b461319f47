import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes and reads the links by which a person stops a channel without any key. */
export class StopLinks {
  readonly #secret: string;
  readonly #base: string;

  /** `base` is the server's own address, or empty where it is not known: links are paths then. */
  constructor(secret: string, base: string) {
    this.#secret = secret;
    this.#base = base;
  }

  linkOf(channel: string): string {
    return `${this.#base}/stop/${channel}.${this.#seal(channel)}`;
  }

  /** The channel a link stands for, or null where it was not made here. */
  channelOf(code: string): string | null {
    const [channel = '', seal = ''] = code.split('.');
    if (!UUID.test(channel)) return null;
    const expected = Buffer.from(this.#seal(channel));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected) ? channel : null;
  }

  #seal(channel: string): string {
    return createHmac('sha256', this.#secret).update(`stop:${channel}`).digest('base64url');
  }
}
