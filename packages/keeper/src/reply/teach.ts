import type { Day } from '@simwise/engine';
import type { TaughtReply } from '../keeper-file.ts';
import { KeeperRefused } from '../refusal.ts';
import { type Amount, kindOf, unitsOf } from './amounts.ts';
import type { LeftAmount, MarkedNumber, Understood } from './read-reply.ts';
import { type Rules, type Scan, scanReply } from './scan.ts';

/**
 * The form of a reply: its words, with `#` for each number and `@` for each date, so that the same reply of another day
 * has the same form, and no number is kept.
 */
export function replyForm({ text, numbers, dates }: Scan): string {
  const marks = [
    ...numbers.map((found) => ({ ...found, mark: '#' })),
    ...dates.map((found) => ({ ...found, mark: '@' })),
  ];
  let form = '';
  let from = 0;
  for (const { start, end, mark } of marks.sort((a, b) => a.start - b.start)) {
    form += text.slice(from, start) + mark;
    from = end;
  }
  return (form + text.slice(from)).replace(/\d/g, '').replace(/\s+/g, ' ').trim().slice(0, 2000);
}

export type Meaning = TaughtReply['meanings'][number];

/** What is to be kept of a lesson: a mark for each number of the reply. @throws KeeperRefused where some are missing. */
export function lessonOf(
  text: string,
  { brand, rules, today }: { brand: string; rules: Rules; today: Day },
  meanings: readonly Meaning[],
): TaughtReply {
  const scan = scanReply(text, rules, today);
  if (meanings.length !== scan.numbers.length || meanings.length === 0) {
    throw new KeeperRefused({ code: 'bad-marks', numbers: scan.numbers.length, marks: meanings.length });
  }
  return { brand, form: replyForm(scan), meanings };
}

type Taken = { readonly meaning: MarkedNumber['meaning']; readonly balance?: number; readonly left?: LeftAmount };

/** Reads the numbers of a reply as they were marked. */
export function applyTaught(amounts: readonly Amount[], { meanings }: TaughtReply, currency: string): Understood {
  const taken = amounts.map((amount, index) => takeAs(amount, meanings[index] ?? { is: 'nothing' }, currency));
  return {
    balances: taken.flatMap(({ balance }) => (balance === undefined ? [] : [balance])),
    left: taken.flatMap(({ left }) => left ?? []),
    meanings: taken.map(({ meaning }) => meaning),
    doubts: [],
  };
}

function takeAs({ number, words, until }: Amount, meaning: Meaning, currency: string): Taken {
  if (meaning.is === 'nothing') return { meaning: 'nothing' };
  const unit = meaning.is === 'left' ? meaning.unit : currency;
  const units = unitsOf(number.text, unit);
  if (units === null) return { meaning: 'nothing' };
  if (meaning.is === 'balance') return { meaning: 'balance', balance: units };
  if (units < 0) return { meaning: 'nothing' };
  return { meaning: 'left', left: { kind: kindOf(unit), units, words, ...(until === undefined ? {} : { until }) } };
}
