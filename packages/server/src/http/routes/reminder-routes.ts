import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { deliveriesOf } from '../../store/deliveries.ts';
import { NoSuchChannel, type Reminder, remindersOf, replaceReminders } from '../../store/reminders.ts';
import { authenticate } from '../authenticate.ts';
import type { Context } from '../context.ts';
import { RequestFailure } from '../problems.ts';
import { deliveryAnswer, deliverySchema, reminderAnswer, reminderSchema, remindersBody } from './reminder-schema.ts';
import { DEVICE_KEY_NEEDED, FAILURES } from './responses.ts';

const MOST_DELIVERIES = 500;
const counts = z.object({ added: z.int(), changed: z.int(), removed: z.int(), kept: z.int() });

/** A device's reminders, always as a whole set, and what became of them. */
export function reminderRoutes(context: Context): FastifyPluginAsyncZod {
  const { pool } = context;
  const security = DEVICE_KEY_NEEDED;
  return async (app) => {
    app.put(
      '/reminders',
      {
        schema: {
          summary: 'Make the reminders of this device exactly these',
          security,
          body: remindersBody,
          response: { 200: counts, ...FAILURES },
        },
      },
      async (request) => {
        const device = await authenticate(context, request);
        const set = request.body.reminders.map(({ dueAt, ...rest }) => ({ ...rest, dueAt: new Date(dueAt) }));
        requireDifferent(set);
        return replaceReminders(pool, device, set).catch((error: unknown) => {
          throw error instanceof NoSuchChannel ? new RequestFailure('no-such-channel') : error;
        });
      },
    );

    const reminders = z.object({ reminders: z.array(reminderSchema) });
    app.get(
      '/reminders',
      { schema: { summary: 'What is yet to be sent', security, response: { 200: reminders, ...FAILURES } } },
      async (request) => {
        const device = await authenticate(context, request);
        return { reminders: (await remindersOf(pool, device)).map(reminderAnswer) };
      },
    );

    const deliveries = z.object({ deliveries: z.array(deliverySchema) });
    app.get(
      '/deliveries',
      { schema: { summary: 'What became of reminders', security, response: { 200: deliveries, ...FAILURES } } },
      async (request) => {
        const device = await authenticate(context, request);
        return { deliveries: (await deliveriesOf(pool, device, MOST_DELIVERIES)).map(deliveryAnswer) };
      },
    );
  };
}

function requireDifferent(set: readonly Reminder[]): void {
  const keys = new Set(set.map(({ rule, dueAt, channel }) => `${rule} ${dueAt.getTime()} ${channel}`));
  if (keys.size < set.length) throw new RequestFailure('twice-the-same');
}
