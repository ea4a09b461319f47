import type { Language } from '@simwise/catalog';
import type { AlertRules, KeptCard, Meaning, Reminder, Said } from '@simwise/keeper';

/** Cards of a choice of the answer: what is bought on which day, and the use the answer was asked for. */
export type Advised = {
  readonly rank: number;
  readonly cards: readonly { readonly offers: readonly { readonly id: string; readonly name: string }[] }[];
  /** `card` is the place among the cards; days are ISO. */
  readonly purchases: readonly { readonly day: string; readonly offer: string; readonly card: number }[];
};

/** Use as the keeper's file writes it. */
export type ExpectedUse = NonNullable<KeptCard['expected']>;

/** A card typed in; amounts of money are in whole units of the card's currency. */
export type TypedCard = {
  readonly name: string;
  readonly offer: string;
  /** ISO day. */
  readonly start: string;
  readonly balance: number | undefined;
};

/** What is on a card as somebody types it: money in whole units, gigabytes, minutes, messages. */
export type TypedState = {
  readonly balance?: number | undefined;
  readonly gigabytes?: number | undefined;
  readonly minutes?: number | undefined;
  readonly messages?: number | undefined;
};

/** Facts about a card as somebody types them; what is not said stays as it was. */
export type TypedFacts = {
  readonly name?: string;
  readonly megabytesPerDay?: number | undefined;
  readonly minutesPerDay?: number | undefined;
  /** ISO day; empty where it is to be forgotten. */
  readonly handsetSince?: string;
  readonly idleDays?: number | undefined;
};

/** What the page asks of the keeper; a card goes by its id. */
export type KeeperRequest =
  | { readonly do: 'look' }
  | { readonly do: 'add'; readonly card: TypedCard }
  | { readonly do: 'take'; readonly advised: Advised; readonly expected: ExpectedUse }
  | { readonly do: 'state'; readonly card: string; readonly state: TypedState }
  | { readonly do: 'top-up'; readonly card: string; readonly amount: number }
  | { readonly do: 'buy'; readonly card: string; readonly offer: string }
  | { readonly do: 'counter'; readonly card: string; readonly gigabytes: number }
  | { readonly do: 'usage'; readonly card: string; readonly csv: string }
  | { readonly do: 'facts'; readonly card: string; readonly facts: TypedFacts }
  | { readonly do: 'alerts'; readonly alerts: AlertRules }
  | { readonly do: 'read'; readonly card: string; readonly text: string }
  | { readonly do: 'teach'; readonly card: string; readonly text: string; readonly marks: readonly Meaning[] }
  | { readonly do: 'record'; readonly card: string; readonly said: Said }
  | { readonly do: 'undo'; readonly card: string; readonly entry: number }
  | { readonly do: 'remove'; readonly card: string }
  | { readonly do: 'import'; readonly text: string }
  | { readonly do: 'calendar' };

/** A request with the keeper's file as the device has it; null where there is none yet. */
export type KeeperAsked = {
  readonly file: string | null;
  readonly request: KeeperRequest;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** What came of a request: the file to be kept from now on, null where there is still none, and what it shows. */
export type KeeperAnswer = {
  readonly file: string | null;
  readonly view: KeeperView;
  readonly reading?: ReadingView;
  /** A calendar file. */
  readonly ics?: string;
};

type Named = { readonly id: string; readonly name: string };

export type KeeperView = {
  /** ISO day in the country. */
  readonly today: string;
  readonly cards: readonly CardView[];
  /** Plans that a card can be added with. */
  readonly plans: readonly Named[];
  readonly alerts: AlertRules;
  /** What a server would be told, and all of it. */
  readonly reminders: readonly Reminder[];
};

export type CardView = Named & {
  readonly offers: readonly string[];
  readonly currency: string;
  /** False where the plan of the card is not on record, so that nothing can be seen ahead. */
  readonly isOnRecord: boolean;
  readonly balance: string;
  readonly left: readonly string[];
  readonly use: readonly string[];
  readonly doubts: readonly string[];
  /** The first thing that asks for something to be done. */
  readonly next: string;
  readonly ahead: readonly { readonly key: string; readonly text: string; readonly stops: boolean }[];
  readonly timeline: TimelineView;
  readonly history: readonly EntryView[];
  /** What can be bought for the plan. */
  readonly packs: readonly Named[];
};

export type EntryView = {
  readonly id: number;
  readonly time: string;
  readonly text: string;
  readonly isUndone: boolean;
};

/** The days ahead: a line for the balance and for each kind of bucket, and the same figures in words. */
export type TimelineView = {
  readonly lines: readonly TimelineLine[];
  readonly rows: readonly { readonly day: string; readonly texts: readonly string[] }[];
  /** What comes, by its place among the days. */
  readonly marks: readonly { readonly index: number; readonly title: string; readonly stops: boolean }[];
};

/** Points are P10, P50, P90 of each day. */
export type TimelineLine = {
  readonly name: string;
  readonly points: readonly (readonly [number, number, number])[];
  /** The most that is drawn, in words. */
  readonly most: string;
};

/** A reply as it was read; `said` is what would be recorded, null where nothing was understood. */
export type ReadingView = {
  readonly lines: readonly string[];
  readonly doubts: readonly string[];
  readonly numbers: readonly string[];
  readonly said: Said | null;
};
