import type { UsageKind } from '@simwise/engine';
import type { Action, DailyUse, Entry, Fallback, Foreseen, KeeperRefusal, ReplyDoubt, RunOut } from '@simwise/keeper';

type Sentence<P> = (params: P) => string;

/** Parameters of the sentence for each code of a union, its texts in the reader's form. */
type Worded<T> = { readonly [K in Exclude<keyof T, 'code'>]: string };
type ByCode<T extends { code: string }> = { readonly [C in T['code']]: Sentence<Worded<Extract<T, { code: C }>>> };

type Kind = UsageKind | 'money';

/** A band of days: the likely one, an early and a late one, empty where it may not come at all. */
type Days = { day: string; early: string; late: string };

/** Every text of the keeper, once for each language. `name` is the holder's own name for a card. */
export type KeeperMessages = {
  readonly kinds: { readonly [K in Kind]: string };
  readonly calendarName: string;
  /** Titles of calendar entries. */
  readonly titles: {
    readonly 'runs-out': Sentence<{ name: string; kind: string }>;
    readonly 'money-out': Sentence<{ name: string }>;
    readonly charge: Sentence<{ name: string; amount: string }>;
    readonly ends: Sentence<{ name: string; offer: string }>;
    readonly expires: Sentence<{ name: string; left: string }>;
    readonly lost: Sentence<{ name: string; offer: string }>;
    readonly idle: Sentence<{ name: string }>;
    readonly handset: Sentence<{ name: string }>;
    readonly 'price-steps': Sentence<{ name: string; offer: string }>;
    readonly 'offer-changed': Sentence<{ name: string; offer: string }>;
    readonly 'offer-gone': Sentence<{ name: string; offer: string }>;
  };
  /** What is foreseen, in full. */
  readonly foreseen: {
    readonly 'runs-out': Sentence<Days & { kind: string; after: string }>;
    readonly 'money-out': Sentence<Days>;
    readonly charge: Sentence<{ offer: string; day: string; amount: string }>;
    readonly ends: Sentence<{ offer: string; day: string; left: string }>;
    readonly expires: Sentence<{ offer: string; day: string; left: string }>;
    readonly lost: Sentence<{ offer: string; day: string }>;
    readonly idle: Sentence<{ day: string; days: string }>;
    readonly handset: Sentence<{ day: string; days: string }>;
    readonly 'price-steps': Sentence<{ offer: string; day: string; before: string; after: string }>;
    readonly 'offer-changed': Sentence<{ offer: string; day: string }>;
    readonly 'offer-gone': Sentence<{ offer: string }>;
  };
  readonly after: { readonly [A in RunOut['after']]: string };
  readonly need: {
    readonly met: string;
    readonly unknown: string;
    readonly missing: Sentence<{ amount: string }>;
    /** At least so much; nobody knows the price. */
    readonly open: Sentence<{ amount: string }>;
  };
  readonly fallback: { readonly [D in Fallback['do']]: Sentence<{ pack: string }> };
  readonly fallbackCost: Sentence<{ days: string; cost: string }>;
  readonly actions: {
    readonly [D in Action['do']]: Sentence<{ topUp: string; offer: string; day: string; times: string }>;
  };
  readonly dial: Sentence<{ code: string }>;
  readonly topUpFirst: Sentence<{ topUp: string }>;
  readonly actionCost: Sentence<{ cost: string; day: string }>;
  readonly notSaved: string;
  /** What a server may say: no amount, no balance, no number. */
  readonly reminders: {
    readonly [C in Exclude<Foreseen['code'], 'runs-out' | 'offer-gone'>]: Sentence<{ name: string; day: string }>;
  } & {
    readonly used: Sentence<{ name: string; kind: string; percent: string }>;
    readonly 'charge-unknown': Sentence<{ name: string; day: string }>;
  };
  readonly doubts: ByCode<ReplyDoubt>;
  readonly refusals: ByCode<KeeperRefusal>;
  readonly cardDoubts: {
    readonly surplus: Sentence<{ kind: string; amount: string; time: string; entry: string }>;
    readonly contradiction: Sentence<{ time: string; entry: string; other: string }>;
    readonly 'not-granted': Sentence<{ kind: string; time: string; entry: string }>;
  };
  readonly entries: { readonly [I in Entry['is']]: Sentence<{ what: string }> };
  readonly undoneMark: string;
  readonly usedBy: { readonly [B in DailyUse['by']]: string };
  readonly status: {
    readonly balance: string;
    readonly balanceUnknown: string;
    readonly left: string;
    readonly nothingLeft: string;
    readonly use: string;
    readonly perDay: Sentence<{ amount: string; from: string }>;
    readonly spending: string;
    readonly ahead: string;
    readonly nothingAhead: string;
    readonly history: string;
    readonly next: string;
    readonly gone: string;
    readonly noCards: string;
  };
  readonly done: {
    readonly added: Sentence<{ name: string; id: string }>;
    readonly removed: Sentence<{ name: string }>;
    readonly changed: Sentence<{ name: string }>;
    readonly recorded: Sentence<{ name: string }>;
    readonly undone: Sentence<{ what: string }>;
    readonly readAs: string;
    readonly confirm: string;
    readonly notRecorded: string;
    readonly taught: string;
    readonly mark: Sentence<{ numbers: string }>;
    readonly alerts: Sentence<{ used: string; beforeCharge: string; beforeEnd: string; hour: string }>;
    readonly calendar: Sentence<{ file: string }>;
    readonly exported: Sentence<{ file: string }>;
    readonly imported: Sentence<{ cards: string }>;
  };
};
