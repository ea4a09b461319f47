import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  readonly attempts: Counter<'channel' | 'outcome'>;
  readonly dropped: Counter<'channel' | 'reason'>;
  readonly lateness: Histogram<'channel'>;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly givenUp: Counter;
};

/** The numbers of one process; none of them says anything about a person. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    attempts: new Counter({
      name: 'simwise_send_attempts_total',
      help: 'Attempts to send a reminder, by what became of them.',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    dropped: new Counter({
      name: 'simwise_reminders_dropped_total',
      help: 'Reminders that were not sent, by reason.',
      labelNames: ['channel', 'reason'],
      registers,
    }),
    lateness: new Histogram({
      name: 'simwise_reminder_lateness_seconds',
      help: 'How long after its time a reminder was sent.',
      labelNames: ['channel'],
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 3_600, 86_400],
      registers,
    }),
    requests: new Histogram({
      name: 'simwise_http_request_seconds',
      help: 'How long requests took.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    givenUp: new Counter({
      name: 'simwise_deliveries_given_up_total',
      help: 'Deliveries whose outcome is unknown because a worker ended while sending.',
      registers,
    }),
  };
}
