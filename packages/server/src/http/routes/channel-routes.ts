import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CHANNEL_KINDS } from '../../channels/address.ts';
import { channelOf, channelsOf, removeChannel } from '../../store/channels.ts';
import { addChannel } from '../add-channel.ts';
import { authenticate } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { RequestFailure } from '../problems.ts';
import { addedChannelSchema, channelAnswer, channelSchema, newChannelSchema } from './channel-schema.ts';
import { DEVICE_KEY_NEEDED, FAILURES, nothing } from './responses.ts';

const offered = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(['push', 'email', 'telegram']),
      on: z.boolean(),
      reason: z.string().optional(),
      /** For `pushManager.subscribe`, as `applicationServerKey`. */
      publicKey: z.string().optional(),
      bot: z.string().optional(),
    }),
  ),
});

/** The ways to reach a person: what the server offers, and what a device has added. */
export function channelRoutes(context: Context): FastifyPluginAsyncZod {
  const { pool } = context;
  const security = DEVICE_KEY_NEEDED;
  const params = z.object({ id: z.uuid() });
  return async (app) => {
    app.get(
      '/channel-kinds',
      { schema: { summary: 'The channels this server offers', response: { 200: offered, ...FAILURES } } },
      async () => offeredAnswer(context),
    );

    app.post(
      '/channels',
      {
        config: { rateLimit: { max: 30, timeWindow: '1 hour' } },
        schema: {
          summary: 'Add a channel; mail and Telegram have to be confirmed before anything is sent',
          security,
          body: newChannelSchema,
          response: { 201: addedChannelSchema, ...FAILURES },
        },
      },
      async (request, reply) => {
        const device = await authenticate(context, request);
        return reply.code(201).send(await addChannel(context, device, request.body));
      },
    );

    const channels = z.object({ channels: z.array(channelSchema) });
    app.get(
      '/channels',
      { schema: { summary: 'The channels of this device', security, response: { 200: channels, ...FAILURES } } },
      async (request) => {
        const device = await authenticate(context, request);
        return { channels: (await channelsOf(pool, device)).map(channelAnswer) };
      },
    );

    app.get(
      '/channels/:id',
      { schema: { summary: 'One channel', security, params, response: { 200: channelSchema, ...FAILURES } } },
      async (request) => {
        const channel = await channelOf(pool, await authenticate(context, request), request.params.id);
        if (!channel) throw new RequestFailure('not-found');
        return channelAnswer(channel);
      },
    );

    app.delete(
      '/channels/:id',
      {
        schema: {
          summary: 'Remove a channel with its reminders',
          security,
          params,
          response: { 204: nothing, ...FAILURES },
        },
      },
      async (request, reply) => {
        const device = await authenticate(context, request);
        if (!(await removeChannel(pool, device, request.params.id))) throw new RequestFailure('not-found');
        return reply.code(204).send(null);
      },
    );
  };
}

function offeredAnswer({ channels: { off, pushKey, telegram } }: Context): z.infer<typeof offered> {
  const kinds = CHANNEL_KINDS.map((kind) => {
    const reason = off[kind];
    if (reason !== undefined) return { kind, on: false, reason };
    if (kind === 'push' && pushKey) return { kind, on: true, publicKey: pushKey };
    return { kind, on: true, ...(kind === 'telegram' && telegram ? { bot: telegram.bot } : {}) };
  });
  return { kinds };
}
