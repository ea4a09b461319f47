import { staySchema } from '@simwise/advisor';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import {
  coverageQuery,
  languageQuery,
  offerQuery,
  offersQuery,
  placesQuery,
  priceBody,
} from '../../answers/question.ts';
import type { Context } from '../context.ts';
import {
  adviceSchema,
  coverageSchema,
  offerSchema,
  offersSchema,
  placesSchema,
  priceSchema,
} from './answer-schemas.ts';
import { FAILURES } from './responses.ts';

/** What the advisor knows, for other programs: the very answers that the command gives with `--json`. */
export function answerRoutes({ answers, settings }: Context): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/offers',
      {
        schema: {
          summary: 'The offers on record',
          querystring: offersQuery,
          response: { 200: offersSchema, ...FAILURES },
        },
      },
      async (request, reply) => sendJson(reply, await answers.ask({ about: 'offers', query: request.query })),
    );

    const params = z.object({ id: z.string().min(1).max(100) });
    app.get(
      '/offers/:id',
      {
        schema: {
          summary: 'One offer with its rules and sources',
          params,
          querystring: offerQuery,
          response: { 200: offerSchema, ...FAILURES },
        },
      },
      async (request, reply) =>
        sendJson(reply, await answers.ask({ about: 'offer', id: request.params.id, query: request.query })),
    );

    app.get(
      '/places',
      {
        schema: {
          summary: 'Places by name, also misspelled or of earlier times',
          querystring: placesQuery,
          response: { 200: placesSchema, ...FAILURES },
        },
      },
      async (request, reply) => sendJson(reply, await answers.ask({ about: 'places', query: request.query })),
    );

    app.get(
      '/coverage',
      {
        schema: {
          summary: 'What is known of each network at each place of a route',
          querystring: coverageQuery,
          response: { 200: coverageSchema, ...FAILURES },
        },
      },
      async (request, reply) => sendJson(reply, await answers.ask({ about: 'coverage', query: request.query })),
    );

    app.post(
      '/advice',
      {
        config: { rateLimit: { max: Math.ceil(settings.REQUESTS_PER_MINUTE / 5), timeWindow: '1 minute' } },
        schema: {
          summary: 'Which card, or which pair, for a stay',
          querystring: languageQuery,
          body: staySchema,
          response: { 200: adviceSchema, ...FAILURES },
        },
      },
      async (request, reply) =>
        sendJson(reply, await answers.ask({ about: 'advice', stay: request.body, query: request.query })),
    );

    app.post(
      '/price',
      {
        schema: {
          summary: 'What a card costs for a use',
          querystring: languageQuery,
          body: priceBody,
          response: { 200: priceSchema, ...FAILURES },
        },
      },
      async (request, reply) =>
        sendJson(reply, await answers.ask({ about: 'price', body: request.body, query: request.query })),
    );
  };
}

/** Sends JSON that is made already, so that not a byte of it changes; its form is what the schemas say. */
function sendJson(reply: FastifyReply, json: string): never {
  return reply.type('application/json; charset=utf-8').serializer(String).send(json) as never;
}
