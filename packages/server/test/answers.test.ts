import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, simwise } from '../../cli/test/command.ts';
import { openCompiledCatalog } from '../../cli/test/compiled.ts';
import { answer } from '../src/answers/answer.ts';
import { Knowledge } from '../src/answers/knowledge.ts';
import { type Question, questionSchema } from '../src/answers/question.ts';
import {
  adviceSchema,
  coverageSchema,
  offerSchema,
  offersSchema,
  placesSchema,
  priceSchema,
} from '../src/http/routes/answer-schemas.ts';
import { newDatabase } from './support/new-database.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const compiled = await openCompiledCatalog();
const knowledge = new Knowledge(compiled);

/** The noon at which the command of the tests lives, too. */
const NOW = Date.UTC(2026, 10, 22, 7);
const PLAN = 'altel-business-premium-15gb';

function jsonOf(question: unknown): string {
  const answered = answer(knowledge, questionSchema.parse(question) as Question, NOW);
  if (answered.is !== 'answered') throw new Error(answered.detail);
  return answered.json;
}

describe('the answer of the server is that of the command, byte for byte:', () => {
  test.each([
    [
      'offers',
      { about: 'offers', query: { brand: 'izi', lang: 'ru' } },
      ['offers', '--brand', 'izi', '--lang', 'ru'],
      offersSchema,
    ],
    ['one offer', { about: 'offer', id: PLAN, query: { lang: 'kk' } }, ['offer', PLAN, '--lang', 'kk'], offerSchema],
    [
      'a price',
      {
        about: 'price',
        body: { offers: [{ id: PLAN }], start: '2016-06-01', days: 30, data: '15560MB/month' },
        query: {},
      },
      ['price', '--offer', PLAN, '--start', '2016-06-01', '--days', '30', '--data', '15560MB/month'],
      priceSchema,
    ],
    [
      'the price of a poster',
      {
        about: 'price',
        body: { offers: [{ id: 'poster-1' }], days: 10, posters: ['Wall: 4990 KZT/30d, 20GB'] },
        query: {},
      },
      ['price', '--with', 'Wall: 4990 KZT/30d, 20GB', '--days', '10'],
      priceSchema,
    ],
    [
      'places',
      { about: 'places', query: { q: 'Алма-Ата', limit: '3', lang: 'ru' } },
      ['places', 'Алма-Ата', '--limit', '3', '--lang', 'ru'],
      placesSchema,
    ],
    [
      'coverage of a route',
      { about: 'coverage', query: { place: ['Almaty', 'Saty:2'] } },
      ['coverage', 'Almaty', 'Saty:2'],
      coverageSchema,
    ],
    ['coverage of the country', { about: 'coverage', query: {} }, ['coverage'], coverageSchema],
    [
      'an advice',
      { about: 'advice', stay: { preset: 'transit', days: 2, places: ['Saty'] }, query: { lang: 'zh' } },
      ['advise', '--preset', 'transit', '--days', '2', '--place', 'Saty', '--lang', 'zh'],
      adviceSchema,
    ],
  ])('%s', async (_name, question, command, schema) => {
    const json = jsonOf(question);
    const { out } = await simwise(...command, '--json');
    expect(json).toBe(`${out}\n`);
    expect(schema.safeParse(JSON.parse(json)).error).toBeUndefined();
  });

  test('it says why there is none in the language asked for', async () => {
    const answered = answer(
      knowledge,
      questionSchema.parse({ about: 'offer', id: 'no-such', query: { lang: 'ru' } }),
      NOW,
    );
    const { err } = await simwise('offer', 'no-such', '--lang', 'ru');
    expect(answered.is === 'refused' && `simwise: ${answered.detail}`).toBe(err);
  });
});

describe('over HTTP', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ DATABASE_URL: await newDatabase(), SENDS_AT_ONCE: '0' }, { compiled });
  });

  afterAll(async () => {
    await server.stop();
  });

  test('the body is the very text of the answer', async () => {
    const on = '2026-11-22';
    const { text, headers } = await server.ask(`GET /v1/offers/${PLAN}?on=${on}`);
    expect(text).toBe(jsonOf({ about: 'offer', id: PLAN, query: { on } }));
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toEqual(await answerOf('offer', PLAN, '--on', on));
  });

  test('what cannot be worked out is a problem with a sentence', async () => {
    const { status, body } = await server.ask('GET /v1/offers/no-such?lang=kk');
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'cannot-answer', mayRetry: false } });
  });

  test('a stay in a form of its own is refused field by field', async () => {
    const { status, body } = await server.ask('POST /v1/advice', { body: { days: 'ten' } });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: 'bad-request', fields: [{ path: 'body.days' }] },
    });
  });

  test('the description names every route with its schemas', async () => {
    const { body } = await server.ask('GET /v1/openapi.json');
    const { openapi, paths } = body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).sort()).toEqual([
      '/health',
      '/ready',
      '/v1/advice',
      '/v1/channel-kinds',
      '/v1/channels',
      '/v1/channels/{id}',
      '/v1/coverage',
      '/v1/deliveries',
      '/v1/device',
      '/v1/devices',
      '/v1/offers',
      '/v1/offers/{id}',
      '/v1/places',
      '/v1/price',
      '/v1/reminders',
    ]);
    expect(body).toHaveProperty('components.schemas.Reminder.properties.dueAt.format', 'date-time');
  });
});
