import { type Logger, pino } from 'pino';

/** Writes one JSON object a line to standard error: what happened, never to whom. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: anonymous } }, pino.destination({ dest: 2, sync: false }));
}

/** An error without its message, which may repeat an address or a value: its kind, its code and where it was thrown. */
export function anonymous(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  const code = (error as { code?: unknown }).code;
  const places = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return { type: name, ...(typeof code === 'string' ? { code } : {}), stack: places.join('\n') };
}
