import type { Queryable } from '../database/transaction.ts';

/** The name of the task that delivers one reminder; its job is named after the reminder. */
export const DELIVER = 'deliver';

export type Scheduled = { readonly id: string; readonly dueAt: Date };

/**
 * Schedules reminders in the same transaction that stores them: one is never there without the other. A job that
 * fails is no failed delivery but a fault, such as a database that is away; it is tried for about a day.
 */
export async function schedule(client: Queryable, reminders: readonly Scheduled[]): Promise<void> {
  if (reminders.length === 0) return;
  await client.query(
    `SELECT count(*) FROM graphile_worker.add_jobs((
       SELECT array_agg(ROW($1, json_build_object('reminder', id), NULL, due, 25, 'reminder-' || id, 0, NULL)::graphile_worker.job_spec)
       FROM unnest($2::text[], $3::timestamptz[]) AS reminder (id, due)))`,
    [DELIVER, reminders.map(({ id }) => id), reminders.map(({ dueAt }) => dueAt)],
  );
}

/** Takes reminders off the schedule. A job at work right now goes on and finds its reminder gone. */
export async function unschedule(client: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `SELECT count(graphile_worker.remove_job('reminder-' || id)) FROM unnest($1::text[]) AS reminder (id)`,
    [ids],
  );
}

/** Schedules a reminder anew, some time from now by the database's clock. */
export async function comeBack(client: Queryable, id: string, seconds: number): Promise<void> {
  const { rows } = await client.query<{ at: Date }>('SELECT now() + make_interval(secs => $1) AS at', [seconds]);
  await schedule(
    client,
    rows.map(({ at }) => ({ id, dueAt: at })),
  );
}
