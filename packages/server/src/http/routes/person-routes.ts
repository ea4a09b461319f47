import { SERVER_WORDS } from '@simwise/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { confirmChannel, stopChannel } from '../../store/channels.ts';
import type { Context } from '../context.ts';
import { type PersonPage, personPage, preferredLanguage } from '../person-page.ts';
import { PROBLEMS } from '../problems.ts';

/**
 * Pages behind the links in mails. Opening one changes nothing, since mail programs open links on their own; the button
 * does, and so does the POST that mail programs send for "unsubscribe" (RFC 8058).
 */
export function personRoutes({ pool, channels }: Context): FastifyPluginAsyncZod {
  const confirmParams = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
  const stopParams = z.object({ code: z.string().max(200) });
  return async (app) => {
    // Whatever a mail program puts into its POST, the address alone says what is meant.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4_096 }, (_request, _body, done) => done(null, null));

    app.get('/confirm/:token', { schema: { hide: true, params: confirmParams } }, async (request, reply) => {
      const { language, words } = wordsFor(request);
      return answer(reply, { language, text: words.confirmAsk, button: words.confirmButton });
    });

    app.post('/confirm/:token', { schema: { hide: true, params: confirmParams } }, async (request, reply) => {
      const channel = await confirmChannel(pool, request.params.token);
      const { language, words } = wordsFor(request);
      if (!channel) return answer(reply, { language, text: words.linkUsed }, PROBLEMS['link-used'].status);
      return answer(reply, { language: channel.language, text: SERVER_WORDS[channel.language].confirmed });
    });

    app.get('/stop/:code', { schema: { hide: true, params: stopParams } }, async (request, reply) => {
      const { language, words } = wordsFor(request);
      return answer(reply, { language, text: words.stopAsk, button: words.stopButton });
    });

    app.post('/stop/:code', { schema: { hide: true, params: stopParams } }, async (request, reply) => {
      const id = channels.stopLinks.channelOf(request.params.code);
      if (id === null) return answer(reply, { ...wordsOfDeadLink(request) }, 404);
      // A channel that is gone sends nothing any more: for the person it is stopped all the same.
      const channel = await stopChannel(pool, id);
      const language = channel?.language ?? wordsFor(request).language;
      return answer(reply, { language, text: SERVER_WORDS[language].stopped });
    });
  };
}

function wordsFor(request: FastifyRequest) {
  const language = preferredLanguage(request.headers['accept-language']);
  return { language, words: SERVER_WORDS[language] };
}

function wordsOfDeadLink(request: FastifyRequest): PersonPage {
  const { language, words } = wordsFor(request);
  return { language, text: words.linkUsed };
}

function answer(reply: FastifyReply, page: PersonPage, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(personPage(page));
}
