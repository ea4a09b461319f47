import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** A setting that cannot be used; the message names it and what it may be. */
export class BadSettings extends Error {}

const whole = (low: number, high: number, standard: number) =>
  z.coerce.number().int().min(low).max(high).default(standard);
const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** Every setting, by the name of its environment variable; `docs/server.md` says what each is for. */
export const settingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535, 8080),
  PUBLIC_URL: address.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().min(1).default(usualFolder),
  DATABASE_CONNECTIONS: whole(4, 200, 20),
  SENDS_AT_ONCE: whole(0, 1_000, 100),
  ANSWER_THREADS: whole(1, 64, 1),
  SEND_SECONDS: whole(1, 120, 20),
  LATE_SECONDS: whole(1, 86_400, 300),
  TOO_LATE_SECONDS: whole(60, 2_592_000, 86_400),
  KEEP_DAYS: whole(1, 3_650, 90),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000, 300),
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  PUSH_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  PUSH_HOSTS: z.string().default(''),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/)
    .optional(),
  TELEGRAM_API: address.default('https://api.telegram.org'),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Reads the settings from the environment; one that is empty counts as not set. @throws BadSettings naming each */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BadSettings(`settings that cannot be used:\n  ${problems.join('\n  ')}`);
}

/** Where programs of this platform keep their data. */
function usualFolder(): string {
  if (process.getuid?.() === 0) return '/var/lib/simwise';
  const { LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  const home = homedir();
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'simwise');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'simwise');
  return join(XDG_DATA_HOME ?? join(home, '.local', 'share'), 'simwise');
}
