import type { Pool } from 'pg';
import type { ChannelKind } from '../channels/address.ts';
import type { Prepared, Senders } from '../channels/sender.ts';
import type { Metrics } from '../metrics.ts';
import {
  type Attempt,
  type Claim,
  claim,
  type DueReminder,
  drop,
  readDue,
  recordOutcomes,
  recordWaiting,
  settleUnclaimed,
  type Told,
} from '../store/deliveries.ts';
import { comeBack } from '../store/schedule.ts';
import { Batcher } from './batcher.ts';
import { insist } from './insist.ts';
import { lateText } from './late-text.ts';
import type { Outcome } from './outcome.ts';

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

/** Asks the database about many reminders at once. */
type Ledger = {
  readonly due: Batcher<string, DueReminder | null>;
  readonly claims: Batcher<string, Claim | null>;
  readonly outcomes: Batcher<Told, undefined>;
};

/** What delivers one reminder, once, or records why not; it throws where the database is away, and the queue tries again. */
export function deliverer(context: Delivering): (reminder: string) => Promise<void> {
  const { pool, worker } = context;
  const ledger: Ledger = {
    due: new Batcher(async (ids) => {
      const found = await readDue(pool, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    claims: new Batcher(async (ids) => {
      const given = new Map(await claim(pool, ids, worker()));
      // Each claim is for one: should a reminder be asked for twice at once, the second goes without.
      return ids.map((id) => {
        const taken = given.get(id) ?? null;
        given.delete(id);
        return taken;
      });
    }),
    outcomes: new Batcher<Told, undefined>(async (all) => {
      await recordOutcomes(pool, all);
      return all.map(() => undefined);
    }),
  };
  return (reminder) => deliver(context, ledger, reminder);
}

async function deliver(context: Delivering, ledger: Ledger, reminder: string): Promise<void> {
  const due = await ledger.due.ask(reminder);
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
  const claimed = await ledger.claims.ask(reminder);
  if (!claimed) return settleUnclaimed(context.pool, reminder);
  const attempt = { reminder, channel: channel.id, claim: claimed, isLate };
  const outcome = await sendClaimed(context, due, prepared);
  // Once sent, the outcome must not get lost with a database that is away for a while.
  await insist(() => record(context.pool, ledger, { attempt, outcome }), context.stopping);
}

async function sendClaimed(
  { metrics, sendSeconds }: Delivering,
  { channel, lateSeconds }: DueReminder,
  prepared: Prepared,
): Promise<Outcome> {
  const outcome = await prepared.send(AbortSignal.timeout(sendSeconds * 1_000));
  metrics.attempts.inc({ channel: channel.kind, outcome: outcome.is });
  if (outcome.is === 'delivered') metrics.lateness.observe({ channel: channel.kind }, Math.max(0, lateSeconds));
  return outcome;
}

type Made = { readonly attempt: Attempt; readonly outcome: Outcome };

function record(pool: Pool, ledger: Ledger, { attempt, outcome }: Made): Promise<void> {
  return outcome.is === 'retry' ? recordWaiting(pool, attempt, outcome) : ledger.outcomes.ask({ attempt, outcome });
}

function reasonToDrop({ tooLateSeconds }: Delivering, { lateSeconds, channel }: DueReminder): string | null {
  if (channel.state !== 'confirmed') return channel.state === 'pending' ? 'not confirmed' : channel.state;
  return lateSeconds > tooLateSeconds ? 'too late' : null;
}

async function dropDue({ pool, metrics }: Delivering, { id, channel }: DueReminder, reason: string): Promise<void> {
  await drop(pool, id, reason);
  metrics.dropped.inc({ channel: channel.kind satisfies ChannelKind, reason });
}
