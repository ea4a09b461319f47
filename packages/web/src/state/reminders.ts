import { signal } from '@preact/signals';
import type { Reminder } from '@simwise/keeper';
import { forget, keep } from './kept.ts';
import { kept } from './kept-before.ts';
import { NoPush, subscribeToPush, unsubscribeFromPush } from './push-subscription.ts';
import { type Channel, type NewChannel, type OfferedKind, reminderServer, ServerRefusal } from './reminder-server.ts';
import { language } from './session.ts';

/** What the server offers; null where there is none at this address, undefined until it was asked. */
export const offeredKinds = signal<readonly OfferedKind[] | null | undefined>(undefined);
/** The ways to be reminded that this device has added. */
export const reminderChannels = signal<readonly Channel[]>([]);
/** Why the last thing was not done, as a code of the server, of push or `not-kept`; empty where it was done. */
export const reminderProblem = signal('');
/** Whether the server keeps anything of this device. */
export const isWithServer = signal(kept('device') !== null);

let newest: readonly Reminder[] = [];
let last: Promise<unknown> = Promise.resolve();

/** Asks the server what it offers and, where it knows this device, how its channels stand. */
export function lookAtServer(): Promise<boolean> {
  return attempt(async () => {
    offeredKinds.value = await reminderServer.offers().catch(noneHere);
    const key = kept('device');
    if (key !== null && offeredKinds.value !== null) await takeChannels(key);
  });
}

function noneHere(error: unknown): null {
  if (error instanceof ServerRefusal && error.code === 'no-server') return null;
  throw error;
}

/** Nothing is made at the server before the person and the browser allow it. */
export function addPush(publicKey: string): Promise<boolean> {
  return attempt(async () => {
    const subscribed = await subscribeToPush(publicKey);
    await add({ kind: 'push', language: language.peek(), ...subscribed });
  });
}

export function addEmail(address: string): Promise<boolean> {
  return attempt(() => add({ kind: 'email', language: language.peek(), address }));
}

export function addTelegram(): Promise<boolean> {
  return attempt(() => add({ kind: 'telegram', language: language.peek() }));
}

export function removeChannel({ id, kind }: Channel): Promise<boolean> {
  return attempt(async () => {
    const key = kept('device');
    if (key === null) return;
    await reminderServer.removeChannel(key, id);
    if (kind === 'push') await unsubscribeFromPush();
    await takeChannels(key);
  });
}

/** Gives the server the reminders as they are now; without a channel it is told nothing. */
export function sendReminders(reminders: readonly Reminder[]): Promise<boolean> {
  newest = reminders;
  return attempt(async () => {
    const key = kept('device');
    if (key !== null && reminders === newest) await reminderServer.remind(key, reminders, await takeChannels(key));
  });
}

/** Deletes everything the server keeps of this device. @returns false where it still keeps it */
export function deleteFromServer(): Promise<boolean> {
  return attempt(async () => {
    const key = kept('device');
    if (key === null) return;
    await reminderServer.forgetDevice(key).catch(unlessUnknown);
    await unsubscribeFromPush();
    forgetDevice();
  });
}

function unlessUnknown(error: unknown): void {
  if (!(error instanceof ServerRefusal && error.code === 'bad-key')) throw error;
}

function forgetDevice(): void {
  forget('device');
  reminderChannels.value = [];
  isWithServer.value = false;
}

async function add(channel: NewChannel): Promise<void> {
  const known = kept('device');
  const key = known ?? (await makeDevice());
  try {
    const added = await reminderServer.addChannel(key, channel);
    const channels = await channelsNow(key, [added]);
    await reminderServer.remind(key, newest, channels);
    reminderChannels.value = channels;
  } catch (error) {
    // Nothing is left behind at the server by an attempt that came to nothing.
    if (known === null && reminderChannels.value.length === 0) {
      await reminderServer.forgetDevice(key).then(forgetDevice, () => undefined);
    }
    throw error;
  }
}

/** A key that this device does not keep could never delete anything again: then nothing is made. */
async function makeDevice(): Promise<string> {
  const key = await reminderServer.makeDevice();
  keep('device', key);
  if (kept('device') !== key) {
    await reminderServer.forgetDevice(key);
    throw new ServerRefusal('not-kept');
  }
  isWithServer.value = true;
  return key;
}

async function takeChannels(key: string): Promise<readonly Channel[]> {
  reminderChannels.value = await channelsNow(key, []);
  return reminderChannels.value;
}

/** The link to a bot is told once, when its channel is made, and is shown for as long as the page is open. */
async function channelsNow(key: string, added: readonly Channel[]): Promise<readonly Channel[]> {
  const links = new Map([...reminderChannels.value, ...added].map(({ id, link }) => [id, link]));
  return (await reminderServer.channels(key)).map((channel) => {
    const link = links.get(channel.id);
    return link === undefined ? channel : { ...channel, link };
  });
}

/** One thing after the other. @returns whether it was done; `reminderProblem` says why not */
function attempt(work: () => Promise<void>): Promise<boolean> {
  const done = last.then(work).then(
    () => '',
    (error: unknown) => problemOf(error),
  );
  last = done.catch(() => undefined);
  return done.then((problem) => {
    reminderProblem.value = problem;
    return problem === '';
  });
}

function problemOf(error: unknown): string {
  if (!(error instanceof ServerRefusal || error instanceof NoPush)) throw error;
  // The server has forgotten this device, or its database is a new one.
  if (error.code === 'bad-key') forgetDevice();
  return error.code;
}
