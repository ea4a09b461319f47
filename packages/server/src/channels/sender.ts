import type { Language } from '@simwise/catalog';
import type { Outcome } from '../deliver/outcome.ts';
import type { Channel } from '../store/channels.ts';
import type { ChannelKind } from './address.ts';

/** What is to be said, and until when it is worth saying. */
export type Message = {
  /** The reminder's number: the same in every attempt. */
  readonly id: string;
  readonly rule: string;
  readonly text: string;
  readonly language: Language;
  readonly ttlSeconds: number;
};

/** A message made ready: sending it is all that is left. */
export type Prepared = {
  /** Never throws: whatever happens is an outcome. */
  readonly send: (signal: AbortSignal) => Promise<Outcome>;
};

export type Sender = {
  readonly prepare: (message: Message, channel: Channel) => Promise<Prepared>;
};

/** The channels that are on. */
export type Senders = { readonly [K in ChannelKind]?: Sender };
