import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BotApi, botFailure, SHOW, TOKEN } from './support/bot-api.ts';
import { Device } from './support/device.ts';
import { newDatabase } from './support/new-database.ts';
import { eventually, startTestServer, type TestServer } from './support/server.ts';

let server: TestServer;
let device: Device;
let chats = 500;
const bot = new BotApi();

beforeAll(async () => {
  await bot.start();
  server = await startTestServer({
    DATABASE_URL: await newDatabase(),
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API: bot.base,
    SEND_SECONDS: '2',
  });
});

beforeEach(async () => {
  bot.behaviour = SHOW;
  device = await Device.create(server.ask);
});

afterAll(async () => {
  await server.stop();
  await bot.stop();
});

function codeIn(link: string | undefined): string {
  return new URL(link ?? '').searchParams.get('start') ?? '';
}

async function confirmed(language = 'en') {
  const chat = ++chats;
  const { id, link } = await device.add({ kind: 'telegram', language });
  bot.hear(chat, `/start ${codeIn(link)}`);
  await eventually(
    () => device.channels(),
    (all) => all.some((each) => each.id === id && each.state === 'confirmed'),
  );
  return { channel: id, chat };
}

function saidTo(chat: number): readonly string[] {
  return bot.said.all.filter(({ chat_id }) => String(chat_id) === String(chat)).map(({ text }) => text);
}

describe('a chat', () => {
  test('is linked by the code of a link to the bot, and only once', async () => {
    const { id, link, state } = await device.add({ kind: 'telegram', language: 'ru' });
    expect(state).toBe('pending');
    expect(link).toMatch(/^https:\/\/t\.me\/simwise_test_bot\?start=[\w-]{43}$/);
    bot.hear(1, `/start ${codeIn(link)}`);
    await bot.said.first(({ text }) => text === 'Готово. Напоминания будут приходить сюда.');
    bot.hear(2, `/start ${codeIn(link)}`, 'zh');
    await bot.said.first(({ text }) => text.startsWith('此链接已使用'));
    await device.remind({ rule: 'fee', channel: id, text: '<b>*bold*</b>' });
    expect(await device.outcomeOf('fee')).toMatchObject({ state: 'sent' });
    expect(saidTo(1)).toContain('<b>*bold*</b>');
    expect(bot.said.all.some((each) => each.parse_mode !== undefined)).toBe(false);
    expect(saidTo(2)).not.toContain('<b>*bold*</b>');
  });

  test('stops with the button below a message, or with a word', async () => {
    const { channel, chat } = await confirmed();
    bot.press(chat, 'stop');
    await eventually(
      () => device.channels(),
      ([only]) => only?.state === 'stopped',
    );
    await device.remind({ rule: 'stopped', channel });
    expect(await device.outcomeOf('stopped')).toMatchObject({ state: 'dropped', reason: 'stopped' });
    const second = await confirmed();
    bot.hear(second.chat, '/stop');
    await eventually(
      () => device.channels(),
      (all) => all.every(({ state }) => state === 'stopped'),
    );
  });
});

describe('Telegram answering', () => {
  test('429 is left alone for the time it names, by every message of the bot', async () => {
    const { channel, chat } = await confirmed();
    const other = await confirmed();
    const begun = performance.now();
    bot.behaviour = botFailure(429, { retry_after: 2 });
    await device.remind({ rule: 'one', channel });
    await eventually(
      () => device.deliveries(),
      ([first]) => first?.state === 'waiting',
    );
    bot.behaviour = SHOW;
    await device.remind({ rule: 'one', channel, dueAt: new Date() }, { rule: 'two', channel: other.channel });
    expect(await device.outcomeOf('two')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1_900);
    expect(saidTo(chat).length).toBeGreaterThanOrEqual(2);
  });

  test('403 means that the bot was blocked: the channel is gone', async () => {
    const { channel } = await confirmed();
    bot.behaviour = botFailure(403);
    await device.remind({ rule: 'blocked', channel });
    expect(await device.outcomeOf('blocked')).toMatchObject({ state: 'failed' });
    await eventually(
      () => device.channels(),
      ([only]) => only?.state === 'gone',
    );
  });

  test('nothing after it has shown the message: nobody knows, and it is not sent again', async () => {
    const { channel, chat } = await confirmed();
    bot.behaviour = () => undefined;
    await device.remind({ rule: 'silent', channel, text: 'once' });
    expect(await device.outcomeOf('silent')).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(saidTo(chat).filter((text) => text === 'once')).toHaveLength(1);
  });
});
