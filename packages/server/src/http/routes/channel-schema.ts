import { LANGUAGES } from '@simwise/catalog';
import * as z from 'zod';
import type { Channel } from '../../store/channels.ts';

const language = z.enum(LANGUAGES).default('en');
const key = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/)
    .max(length);

/** A channel as it is added. */
export const newChannelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('push'),
    language,
    endpoint: z.url().max(1_000),
    keys: z.strictObject({ p256dh: key(100), auth: key(40) }),
  }),
  z.strictObject({ kind: z.literal('email'), language, address: z.email().max(254) }),
  z.strictObject({ kind: z.literal('telegram'), language }),
]);

/** A channel as it is shown; its address is not repeated. */
export const channelSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['push', 'email', 'telegram']),
    state: z.enum(['pending', 'confirmed', 'stopped', 'gone']),
    language: z.enum(LANGUAGES),
  })
  .meta({ id: 'Channel' });

/** What adding a channel answers: a Telegram channel is confirmed by opening `link`. */
export const addedChannelSchema = channelSchema.extend({ link: z.string().optional() }).meta({ id: 'AddedChannel' });

export function channelAnswer({ id, kind, state, language }: Channel): z.infer<typeof channelSchema> {
  return { id, kind, state, language };
}
