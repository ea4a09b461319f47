import type { Pool } from 'pg';
import type { Answers } from '../answers/answers.ts';
import type { Channels } from '../channels/channels.ts';
import type { Metrics } from '../metrics.ts';
import type { Settings } from '../settings.ts';
import type { FailedKeys } from './failed-keys.ts';

/** What the routes work with. */
export type Context = {
  readonly pool: Pool;
  readonly settings: Settings;
  readonly channels: Channels;
  readonly answers: Answers;
  readonly metrics: Metrics;
  readonly failedKeys: FailedKeys;
  /** The folder of the built web app, or null where there is none. */
  readonly appFolder: string | null;
};
