/**
 * The steps that lead from an empty database to the tables in use, in order. A step that has been released is never
 * edited: what is to change gets a step of its own.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE simwise.secrets (
    name text PRIMARY KEY,
    value text NOT NULL
  );

  CREATE TABLE simwise.devices (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE simwise.channels (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    device_id uuid NOT NULL REFERENCES simwise.devices ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('push', 'email', 'telegram')),
    state text NOT NULL CHECK (state IN ('pending', 'confirmed', 'stopped', 'gone')),
    language text NOT NULL,
    -- What the channel needs to reach the person; empty for a Telegram chat that has not been told yet.
    address jsonb NOT NULL,
    -- A digest of the address: one address is one recipient, however often it is added.
    target bytea NOT NULL,
    token_hash bytea UNIQUE,
    token_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (device_id, target)
  );
  CREATE INDEX channels_by_target ON simwise.channels (target);
  CREATE INDEX channels_pending ON simwise.channels (token_until) WHERE state = 'pending';

  CREATE TABLE simwise.reminders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    device_id uuid NOT NULL REFERENCES simwise.devices ON DELETE CASCADE,
    channel_id uuid NOT NULL REFERENCES simwise.channels ON DELETE CASCADE,
    rule text NOT NULL,
    due_at timestamptz NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    UNIQUE (device_id, rule, due_at, channel_id)
  );
  CREATE INDEX reminders_by_channel ON simwise.reminders (channel_id);
  CREATE INDEX reminders_by_due ON simwise.reminders (due_at);

  CREATE TABLE simwise.workers (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pools text[] NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE simwise.deliveries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    device_id uuid NOT NULL REFERENCES simwise.devices ON DELETE CASCADE,
    rule text NOT NULL,
    due_at timestamptz NOT NULL,
    target bytea NOT NULL,
    kind text NOT NULL,
    state text NOT NULL
      CHECK (state IN ('sending', 'waiting', 'sent', 'late', 'failed', 'unknown', 'dropped')),
    reason text,
    attempts int NOT NULL DEFAULT 1,
    worker_id int,
    retry_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (device_id, rule, due_at, target)
  );
  CREATE INDEX deliveries_sending ON simwise.deliveries (worker_id) WHERE state = 'sending';
  CREATE INDEX deliveries_by_age ON simwise.deliveries (changed_at);

  -- How often an address was asked to confirm, whoever asked and whatever became of it.
  CREATE TABLE simwise.confirmations (
    target bytea NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX confirmations_by_target ON simwise.confirmations (target, sent_at);

  CREATE TABLE simwise.telegram (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    next_update bigint NOT NULL DEFAULT 0
  );
  INSERT INTO simwise.telegram DEFAULT VALUES;
  `,
];
