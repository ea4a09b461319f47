import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { digest } from '../../store/digest.ts';
import type { Context } from '../context.ts';
import { sendProblem } from '../failures.ts';
import { problemOf, RequestFailure } from '../problems.ts';

const DATABASE_MS = 2_000;

/** For those who run the server: whether it lives, whether it can work, and its numbers. */
export function systemRoutes({ pool, settings, channels, metrics }: Context): FastifyPluginAsyncZod {
  const health = z.object({ status: z.literal('ok') });
  const ready = z.object({ status: z.literal('ready'), channels: z.record(z.string(), z.string()) });
  return async (app) => {
    app.get('/health', { schema: { summary: 'The process lives', response: { 200: health } } }, async () => ({
      status: 'ok' as const,
    }));

    app.get(
      '/ready',
      { schema: { summary: 'The database answers; which channels are on', response: { 200: ready } } },
      async (_request, reply) => {
        const answers = await Promise.race([isAnswering(), timeUp()]);
        if (!answers) return sendProblem(reply, problemOf('not-ready')) as never;
        const states = Object.keys({ push: 0, email: 0, telegram: 0 } as const).map((kind) => [
          kind,
          channels.off[kind as keyof typeof channels.off] ?? 'on',
        ]);
        return { status: 'ready' as const, channels: Object.fromEntries(states) };
      },
    );

    app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
      if (!mayReadMetrics(request.headers.authorization)) throw new RequestFailure('no-token');
      return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    });
  };

  function isAnswering(): Promise<boolean> {
    return pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  function mayReadMetrics(header: string | undefined): boolean {
    const { METRICS_TOKEN } = settings;
    return METRICS_TOKEN === undefined || timingSafeEqual(digest(header ?? ''), digest(`Bearer ${METRICS_TOKEN}`));
  }
}

async function timeUp(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, DATABASE_MS).unref());
  return false;
}
