import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { clientKey } from './client-key.ts';
import type { Context } from './context.ts';
import { answerFailures, notFound } from './failures.ts';
import { RequestFailure } from './problems.ts';
import { answerRoutes } from './routes/answer-routes.ts';
import { channelRoutes } from './routes/channel-routes.ts';
import { deviceRoutes } from './routes/device-routes.ts';
import { personRoutes } from './routes/person-routes.ts';
import { reminderRoutes } from './routes/reminder-routes.ts';
import { systemRoutes } from './routes/system-routes.ts';

const SECOND = 1_000;
/** A whole set of reminders, each text in three-byte letters, with room to spare. */
const LARGEST_BODY = 512 * 1024;

/** The HTTP side of the server; it does not listen yet. */
export async function createApp(context: Context, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const { settings } = context;
  const app = fastify({
    loggerInstance: log,
    // Its own lines would hold addresses of callers and secrets in paths.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: 30 * SECOND,
    connectionTimeout: 60 * SECOND,
    keepAliveTimeout: 65 * SECOND,
    genReqId: () => randomUUID(),
    trustProxy: settings.TRUST_PROXY === '' ? false : settings.TRUST_PROXY.split(',').map((each) => each.trim()),
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerFailures(app);
  observe(app, context);
  await setHeaders(app);
  // Before the limits: the files of the app are many, and read from the disk they cost nothing.
  if (context.appFolder !== null) await serveFiles(app, context.appFolder);
  await limit(app, context);
  await describe(app);
  await app.register(systemRoutes(context));
  await app.register(personRoutes(context));
  for (const routes of [deviceRoutes, channelRoutes, reminderRoutes, answerRoutes]) {
    await app.register(routes(context), { prefix: '/v1' });
  }
  app.get('/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  answerOthers(app, context.appFolder !== null);
  return app;
}

/** One line and one number for each request: which route, how it ended, how long it took; not who asked. */
function observe(app: FastifyInstance, { metrics }: Context): void {
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    metrics.requests.observe(labels, reply.elapsedTime / SECOND);
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

async function setHeaders(app: FastifyInstance): Promise<void> {
  const own = ["'self'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        fontSrc: own,
        connectSrc: own,
        workerSrc: own,
        manifestSrc: own,
        imgSrc: ["'self'", 'data:', 'blob:'],
        formAction: own,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
}

async function limit(app: FastifyInstance, { settings }: Context): Promise<void> {
  await app.register(rateLimit, {
    max: settings.REQUESTS_PER_MINUTE,
    timeWindow: 60 * SECOND,
    keyGenerator: ({ ip }) => clientKey(ip),
    errorResponseBuilder: () => new RequestFailure('too-many-requests'),
  });
}

async function describe(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'simwise',
        version: '1',
        description: 'Reminders for SIM cards, and the answers of the advisor. Failures are problem+json.',
      },
      components: { securitySchemes: { deviceKey: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The built web app. Files with a fingerprint in their name never change; all others are asked for anew. */
async function serveFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (response, path) => {
      const isLasting = path.startsWith(join(folder, 'assets'));
      response.setHeader('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Any page that is none of ours is for the app's own router, where there is an app. */
function answerOthers(app: FastifyInstance, hasApp: boolean): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return hasApp && wantsPage && !request.url.startsWith('/v1/')
      ? reply.sendFile('index.html')
      : notFound(request, reply);
  });
}
