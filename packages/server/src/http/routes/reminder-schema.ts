import { LANGUAGES } from '@simwise/catalog';
import * as z from 'zod';
import type { Delivery } from '../../store/deliveries.ts';
import type { Reminder } from '../../store/reminders.ts';

/** As many as a device may have scheduled: a year of one a week for a few cards. */
export const MOST_REMINDERS = 200;

/** Plain text: no control characters but line ends, and none that turn the direction of writing. */
const PLAIN = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*(\n[^\p{Cc}\u202a-\u202e\u2066-\u2069]*)*$/u;

export const reminderSchema = z
  .strictObject({
    /** The device's own name for what it watches. */
    rule: z.string().regex(/^[a-z0-9][a-z0-9:._-]{0,79}$/),
    dueAt: z.iso.datetime({ offset: true }).max(40),
    text: z.string().trim().min(1).max(500).regex(PLAIN),
    language: z.enum(LANGUAGES),
    channel: z.uuid().toLowerCase(),
  })
  .meta({ id: 'Reminder' });

export const remindersBody = z.strictObject({ reminders: z.array(reminderSchema).max(MOST_REMINDERS) });

export const deliverySchema = z
  .object({
    rule: z.string(),
    dueAt: z.string(),
    kind: z.enum(['push', 'email', 'telegram']),
    state: z.enum(['sending', 'waiting', 'sent', 'late', 'failed', 'unknown', 'dropped']),
    reason: z.string().nullable(),
    attempts: z.number().int(),
    changedAt: z.string(),
  })
  .meta({ id: 'Delivery' });

export function reminderAnswer({ rule, dueAt, text, language, channel }: Reminder): z.infer<typeof reminderSchema> {
  return { rule, dueAt: dueAt.toISOString(), text, language, channel };
}

export function deliveryAnswer({ dueAt, changedAt, ...rest }: Delivery): z.infer<typeof deliverySchema> {
  return { ...rest, dueAt: dueAt.toISOString(), changedAt: changedAt.toISOString() };
}
