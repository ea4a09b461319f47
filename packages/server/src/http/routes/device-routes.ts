import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { channelsOf } from '../../store/channels.ts';
import { deliveriesOf } from '../../store/deliveries.ts';
import { createDevice, deleteDevice } from '../../store/devices.ts';
import { remindersOf } from '../../store/reminders.ts';
import { authenticate } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { channelAnswer, channelSchema } from './channel-schema.ts';
import { deliveryAnswer, deliverySchema, reminderAnswer, reminderSchema } from './reminder-schema.ts';
import { DEVICE_KEY_NEEDED, FAILURES, nothing } from './responses.ts';

/** Everything at most: outcomes are removed after a while anyway. */
const ALL = 100_000;

/** Making a device, seeing all that is kept of it, and deleting all of it. */
export function deviceRoutes(context: Context): FastifyPluginAsyncZod {
  const { pool } = context;
  return async (app) => {
    const created = z.object({ key: z.string() });
    app.post(
      '/devices',
      {
        config: { rateLimit: { max: 20, timeWindow: '1 hour' } },
        schema: { summary: 'Make a device; its key is told this once', response: { 201: created, ...FAILURES } },
      },
      async (_request, reply) => reply.code(201).send(await createDevice(pool)),
    );

    const kept = z.object({
      channels: z.array(channelSchema),
      reminders: z.array(reminderSchema),
      deliveries: z.array(deliverySchema),
    });
    app.get(
      '/device',
      {
        schema: {
          summary: 'All that is kept of this device',
          security: DEVICE_KEY_NEEDED,
          response: { 200: kept, ...FAILURES },
        },
      },
      async (request) => {
        const device = await authenticate(context, request);
        return {
          channels: (await channelsOf(pool, device)).map(channelAnswer),
          reminders: (await remindersOf(pool, device)).map(reminderAnswer),
          deliveries: (await deliveriesOf(pool, device, ALL)).map(deliveryAnswer),
        };
      },
    );

    app.delete(
      '/device',
      {
        schema: {
          summary: 'Delete this device and all that is kept of it',
          security: DEVICE_KEY_NEEDED,
          response: { 204: nothing, ...FAILURES },
        },
      },
      async (request, reply) => {
        await deleteDevice(pool, await authenticate(context, request));
        return reply.code(204).send(null);
      },
    );
  };
}
