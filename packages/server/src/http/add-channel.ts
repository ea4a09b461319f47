import type * as z from 'zod';
import type { Address } from '../channels/address.ts';
import { askByMail } from '../channels/email.ts';
import { areUsableKeys } from '../channels/push.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Channel, channelsOf, mayAsk, putChannel, removeChannel, takeBackQuestion } from '../store/channels.ts';
import { randomToken } from '../store/digest.ts';
import type { Context } from './context.ts';
import { RequestFailure } from './problems.ts';
import { type addedChannelSchema, channelAnswer, type newChannelSchema } from './routes/channel-schema.ts';

type NewChannelBody = z.infer<typeof newChannelSchema>;
type Added = z.infer<typeof addedChannelSchema>;

const MOST_CHANNELS = 10;
const MOST_QUESTIONS_A_DAY = 3;

/** Adds a channel to a device and sets its confirmation going. @throws RequestFailure saying what stands against it */
export async function addChannel(context: Context, device: string, body: NewChannelBody): Promise<Added> {
  const { pool, channels } = context;
  const off = channels.off[body.kind];
  if (off !== undefined) throw new RequestFailure('channel-off', { detail: off });
  const held = await channelsOf(pool, device);
  if (held.length >= MOST_CHANNELS) throw new RequestFailure('too-many-channels');
  if (body.kind === 'push') return addPush(context, device, body);
  return body.kind === 'email' ? addEmail(context, device, body) : addTelegram(context, device, body);
}

type Body<K extends NewChannelBody['kind']> = Extract<NewChannelBody, { kind: K }>;

/** The browser has asked the person already: nothing is left to confirm. */
async function addPush({ pool, channels }: Context, device: string, body: Body<'push'>): Promise<Added> {
  const { endpoint, keys, language } = body;
  if (!channels.pushHosts.allows(new URL(endpoint))) throw new RequestFailure('endpoint-refused');
  if (!areUsableKeys(keys)) throw new RequestFailure('bad-push-keys');
  const to: Address = { kind: 'push', address: { endpoint, ...keys } };
  return channelAnswer(await putChannel(pool, { device, to, language, token: null }));
}

async function addEmail(context: Context, device: string, { address: mail, language }: Body<'email'>): Promise<Added> {
  const { pool } = context;
  const to: Address = { kind: 'email', address: { mail } };
  const token = randomToken();
  const channel = await inTransaction(pool, async (client) => {
    const put = await putChannel(client, { device, to, language, token });
    if (put.state === 'confirmed' || (await mayAsk(client, to, MOST_QUESTIONS_A_DAY))) return put;
    throw new RequestFailure('asked-often');
  });
  if (channel.state === 'confirmed') return channelAnswer(channel);
  await sendQuestion(context, { mail, token, language }).catch(async (error: unknown) => {
    if (channel.isNew) await removeChannel(pool, device, channel.id);
    if (isUnreachable(error)) await takeBackQuestion(pool, to);
    throw error;
  });
  return channelAnswer(channel);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof RequestFailure && error.problem.code === 'mail-unreachable';
}

async function sendQuestion(
  { channels: { email }, settings }: Context,
  question: { readonly mail: string; readonly token: string; readonly language: Channel['language'] },
): Promise<void> {
  if (!email) throw new RequestFailure('channel-off');
  const outcome = await askByMail(email, question, AbortSignal.timeout(settings.SEND_SECONDS * 1_000));
  if (outcome.is === 'retry') throw new RequestFailure('mail-unreachable', { detail: outcome.reason });
  if (outcome.is === 'failed') throw new RequestFailure('mail-refused', { detail: outcome.reason });
}

async function addTelegram(
  { pool, channels }: Context,
  device: string,
  { language }: Body<'telegram'>,
): Promise<Added> {
  if (!channels.telegram) throw new RequestFailure('channel-off');
  const token = randomToken();
  const to: Address = { kind: 'telegram', address: { chat: null } };
  const channel = await putChannel(pool, { device, to, language, token });
  return { ...channelAnswer(channel), link: `https://t.me/${channels.telegram.bot}?start=${token}` };
}
