import { readCallUse, readDataUse, readMessageUse, readMoney } from '@simwise/catalog';
import { parseDay, parseLocal } from '@simwise/engine';
import * as z from 'zod/mini';
import { KeeperRefused } from './refusal.ts';

/**
 * Everything the keeper knows, as one document: what was said about each card, in the order in which it was said.
 * Nothing derived is kept but what the calendar file needs to be updated in place.
 */
const WRITTEN_DAY = z.string().check(
  z.refine(
    reads((text) => parseDay(text)),
    'a day is written such as 2026-12-01',
  ),
);
const WRITTEN_TIME = z.string().check(
  z.refine(
    reads((text) => parseLocal(text)),
    'a time is written such as 2026-12-01T09:30:00',
  ),
);
const id = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const money = z.string().check(
  z.regex(/^-?\d{1,9}(\.\d{1,2})? [A-Z]{3}$/, 'money is written such as 300.00 KZT'),
  z.refine(
    reads((text) => readMoney(text.replace(/^-/, ''))),
    'money is written such as 300.00 KZT',
  ),
);
/** Bytes, seconds, messages or minor units of money. */
const units = count(0, 2 ** 50);

function count(least: number, most: number) {
  return z.int().check(z.minimum(least), z.maximum(most));
}

function list<T extends z.core.SomeType>(of: T, most: number) {
  return z.array(of).check(z.maxLength(most));
}

function reads(read: (text: string) => unknown): (text: string) => boolean {
  return (text) => {
    try {
      read(text);
      return true;
    } catch {
      return false;
    }
  };
}

export const NAME_LENGTH = 40;

/** Control characters, and those that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** A name of one's own. Five digits could be part of a number, which the keeper does not hold. */
export const cardName = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(NAME_LENGTH),
  z.refine((text) => (text.match(/\d/g) ?? []).length < 5, 'a name holds at most four digits: numbers are not kept'),
  z.refine((text) => !UNSEEN.test(text), 'a name holds no control characters'),
);

const amountLeft = z.strictObject({
  kind: z.enum(['data', 'voice', 'sms', 'mms', 'money']),
  units,
  /** One allowance of the card, by its offer and its place among that offer's allowances. */
  of: z.exactOptional(z.strictObject({ offer: id, index: count(0, 99) })),
  expires: z.exactOptional(WRITTEN_TIME),
});

const saidOnce = {
  /** Grows by one with every entry of a card. */
  id: z.int().check(z.minimum(1)),
  /** The time it speaks of, on the clock of the country. */
  at: WRITTEN_TIME,
  undone: z.exactOptional(z.literal(true)),
};

const entry = z.discriminatedUnion('is', [
  z.strictObject({
    ...saidOnce,
    is: z.literal('state'),
    from: z.enum(['typed', 'reply']),
    balance: z.exactOptional(money),
    left: z.exactOptional(list(amountLeft, 50)),
  }),
  z.strictObject({ ...saidOnce, is: z.literal('top-up'), amount: money }),
  z.strictObject({ ...saidOnce, is: z.literal('purchase'), offer: id }),
  /** The phone's own counter of mobile data, which may start anew at any time. */
  z.strictObject({ ...saidOnce, is: z.literal('counter'), bytes: units }),
  /** Use of whole days from a usage file; a day without use is no day of the list. */
  z.strictObject({
    ...saidOnce,
    is: z.literal('usage'),
    first: WRITTEN_DAY,
    last: WRITTEN_DAY,
    days: list(z.strictObject({ day: WRITTEN_DAY, kind: z.enum(['data', 'voice', 'sms', 'mms']), units }), 10_000),
  }),
]);

const useText = (read: (text: string) => unknown) =>
  z.exactOptional(z.string().check(z.maxLength(200), z.refine(reads(read), 'not an amount of use')));

const card = z.strictObject({
  id,
  name: cardName,
  /** `terms` tells whether the catalogue says the same of the offer today as when the card was added. */
  offers: z
    .array(
      z.strictObject({
        offer: id,
        start: WRITTEN_TIME,
        payment: z.exactOptional(id),
        terms: z.string().check(z.maxLength(16)),
      }),
    )
    .check(z.minLength(1), z.maxLength(40)),
  /** Use as people write it, before anything is known of the real one. */
  expected: z.exactOptional(
    z.strictObject({ data: useText(readDataUse), calls: useText(readCallUse), sms: useText(readMessageUse) }),
  ),
  /** The day a local card was first used in this phone, where the phone is new to the country. */
  handsetSince: z.exactOptional(WRITTEN_DAY),
  /** Days without use or top-up after which the operator blocks the number, as its contract says. */
  idleDays: z.exactOptional(count(1, 3660)),
  entries: list(entry, 10_000),
});

const percent = count(1, 100);
const daysAhead = count(0, 60);

const alertRules = z.strictObject({
  /** Shares of an allowance that are used, in percent. */
  used: list(percent, 10),
  /** Days before a charge that the balance cannot meet. */
  beforeCharge: list(daysAhead, 10),
  /** Days before something ends: validity, a promotion, the window of a handset, the life of a number. */
  beforeEnd: list(daysAhead, 10),
  /** Hour of the day at which alerts come. */
  hour: count(0, 23),
});

/** What each number of a reply of this form means, in their order. */
const taughtReply = z.strictObject({
  brand: id,
  form: z.string().check(z.minLength(1), z.maxLength(2000)),
  meanings: list(
    z.union([
      z.strictObject({ is: z.enum(['balance', 'nothing']) }),
      z.strictObject({ is: z.literal('left'), unit: id }),
    ]),
    60,
  ),
});

/** What the last calendar file said: an event that changes keeps its id and raises its sequence. */
const issuedEvent = z.strictObject({
  uid: z.string().check(z.maxLength(200)),
  sequence: z.int().check(z.minimum(0)),
  said: z.string().check(z.maxLength(16)),
  /** The start, for the file that takes the event back. */
  at: WRITTEN_TIME,
});

export const KEEPER_VERSION = 1;

export const keeperSchema = z.strictObject({
  format: z.literal('simwise-keeper'),
  version: z.literal(KEEPER_VERSION),
  /** Names this keeper in calendar files, so that two people's events never meet. */
  id,
  cards: list(card, 100),
  alerts: alertRules,
  taught: list(taughtReply, 500),
  calendar: list(issuedEvent, 10_000),
});

export type Keeper = Immutable<z.infer<typeof keeperSchema>>;
export type KeptCard = Keeper['cards'][number];
export type KeptOffer = KeptCard['offers'][number];
export type Entry = KeptCard['entries'][number];
export type EntryOf<K extends Entry['is']> = Extract<Entry, { is: K }>;
export type AmountLeft = NonNullable<EntryOf<'state'>['left']>[number];
export type AlertRules = Keeper['alerts'];
export type TaughtReply = Keeper['taught'][number];
export type IssuedEvent = Keeper['calendar'][number];

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

export const DEFAULT_ALERTS: AlertRules = { used: [50, 85, 100], beforeCharge: [3, 1], beforeEnd: [3, 1], hour: 9 };

/** A keeper without cards. `id` is any random text of letters and digits. */
export function newKeeper(keeperId: string): Keeper {
  const empty = { cards: [], taught: [], calendar: [] };
  return { format: 'simwise-keeper', version: KEEPER_VERSION, id: keeperId, ...empty, alerts: DEFAULT_ALERTS };
}

/** Reads the keeper's file. @throws KeeperRefused where it is not one, newer than this program, or damaged. */
export function readKeeperFile(text: string): Keeper {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'simwise-keeper') {
    throw new KeeperRefused({ code: 'not-a-keeper-file' });
  }
  if ('version' in value && typeof value.version === 'number' && value.version > KEEPER_VERSION) {
    throw new KeeperRefused({ code: 'newer-file', version: value.version });
  }
  return checkKeeper(value);
}

function checkKeeper(value: unknown): Keeper {
  const result = keeperSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new KeeperRefused({ code: 'damaged-file', path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeeperRefused({ code: 'not-a-keeper-file' });
  }
}

export function writeKeeperFile(keeper: Keeper): string {
  return `${JSON.stringify(checkKeeper(keeper), null, 2)}\n`;
}
