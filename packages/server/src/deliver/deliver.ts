import type { Pool } from 'pg';
import type { ChannelKind } from '../channels/address.ts';
import type { Prepared, Senders } from '../channels/sender.ts';
import type { Metrics } from '../metrics.ts';
import { claim, type DueReminder, drop, readDue, recordOutcome, settleUnclaimed } from '../store/deliveries.ts';
import { comeBack } from '../store/schedule.ts';
import { insist } from './insist.ts';
import { lateText } from './late-text.ts';

/** What a delivery works with. */
export type Delivering = {
  readonly pool: Pool;
  readonly senders: Senders;
  readonly metrics: Metrics;
  readonly lateSeconds: number;
  readonly tooLateSeconds: number;
  readonly sendSeconds: number;
  /** The number under which this worker is known to be alive. */
  readonly worker: () => number;
  /** Ends when the program is told to stop, and waiting is no use any more. */
  readonly stopping: AbortSignal;
};

/** While a channel is switched off its reminders wait for it, as long as they are not too late. */
const OFF_SECONDS = 300;

/** Delivers one reminder, once, or records why not. @throws where the database is away; the queue then tries again */
export async function deliver(context: Delivering, reminder: string): Promise<void> {
  const due = await readDue(context.pool, reminder);
  if (!due) return;
  const refusal = reasonToDrop(context, due);
  if (refusal) return dropDue(context, due, refusal);
  const sender = context.senders[due.channel.kind];
  if (!sender) return comeBack(context.pool, reminder, OFF_SECONDS);
  const isLate = due.lateSeconds > context.lateSeconds;
  const { id, rule, language, channel } = due;
  const text = isLate ? `${lateText(language, due.lateSeconds)} ${due.text}` : due.text;
  const ttlSeconds = Math.max(1, Math.round(context.tooLateSeconds - due.lateSeconds));
  // All that can be done before is done before: between the claim and the sending a crash leaves the outcome unknown.
  const prepared = await sender.prepare({ id, rule, text, language, ttlSeconds }, channel);
  await sendClaimed(context, due, { prepared, isLate });
}

async function sendClaimed(
  context: Delivering,
  { id, channel, lateSeconds }: DueReminder,
  { prepared, isLate }: { readonly prepared: Prepared; readonly isLate: boolean },
): Promise<void> {
  const { pool, metrics, stopping } = context;
  const claimed = await claim(pool, id, context.worker());
  if (!claimed) return settleUnclaimed(pool, id);
  const outcome = await prepared.send(AbortSignal.timeout(context.sendSeconds * 1_000));
  metrics.attempts.inc({ channel: channel.kind, outcome: outcome.is });
  if (outcome.is === 'delivered') metrics.lateness.observe({ channel: channel.kind }, Math.max(0, lateSeconds));
  // Once sent, the outcome must not get lost with a database that is away for a while.
  const attempt = { reminder: id, channel: channel.id, claim: claimed, isLate };
  await insist(() => recordOutcome(pool, attempt, outcome), stopping);
}

function reasonToDrop({ tooLateSeconds }: Delivering, { lateSeconds, channel }: DueReminder): string | null {
  if (channel.state !== 'confirmed') return channel.state === 'pending' ? 'not confirmed' : channel.state;
  return lateSeconds > tooLateSeconds ? 'too late' : null;
}

async function dropDue({ pool, metrics }: Delivering, { id, channel }: DueReminder, reason: string): Promise<void> {
  await drop(pool, id, reason);
  metrics.dropped.inc({ channel: channel.kind satisfies ChannelKind, reason });
}
