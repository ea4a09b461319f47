import { readUsageCsv } from '@simwise/advisor/usage';
import { readVolume, replyRulesOf } from '@simwise/catalog';
import { dayOf, formatLocal, type UsageEvent } from '@simwise/engine';
import {
  allowancesOf,
  brandOf,
  currencyOf,
  lessonOf,
  type Meaning,
  type ReplyReading,
  ratableCard,
  readReply,
  record,
  type Said,
  teach,
  undo,
  usageSaid,
} from '@simwise/keeper';
import { historyAnswer, replyAnswer } from '@simwise/messages/keeper';
import { type KeepOptions, KeepSession } from '../keep-session.ts';
import { readTime, writtenMoney } from '../keep-texts.ts';
import { fromUsageFile, readCount, readFile } from '../read-option.ts';
import { type Terminal, UsageError } from '../session.ts';

type AtOption = { readonly at?: string };

function say(keep: KeepSession, said: Said): void {
  const { card } = keep;
  keep.save(record(keep.keeper, card, { said, now: keep.now, catalog: keep.catalog }));
  keep.tell(keep.words.done.recorded({ name: card.name }), { card: card.id, recorded: said });
}

function timeOf(keep: KeepSession, { at }: AtOption): string {
  return formatLocal(at === undefined ? keep.now : readTime(at));
}

export async function keepTopUp(terminal: Terminal, amount: string, options: KeepOptions & AtOption): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  say(keep, { is: 'top-up', at: timeOf(keep, options), amount: writtenMoney(amount, 'top-up') });
  return 0;
}

export async function keepBuy(terminal: Terminal, offer: string, options: KeepOptions & AtOption): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  say(keep, { is: 'purchase', at: timeOf(keep, options), offer });
  return 0;
}

export async function keepCounter(
  terminal: Terminal,
  volume: string,
  options: KeepOptions & AtOption,
): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { kind, units } = readVolume(volume);
  if (kind !== 'data') throw new UsageError(({ usage }) => usage.keep.counter({ text: volume }));
  say(keep, { is: 'counter', at: timeOf(keep, options), bytes: units });
  return 0;
}

/** `simwise keep usage`: the use of whole days from a file, none of it after today. */
export async function keepUsage(terminal: Terminal, file: string, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  say(keep, usageSaid(readUses(file)));
  return 0;
}

function readUses(file: string): UsageEvent[] {
  return fromUsageFile('keep usage', file, () => readUsageCsv(readFile(file)));
}

// --- replies ---------------------------------------------------------------------------------------------------------

export type ReadOptions = KeepOptions & AtOption & { readonly yes?: boolean; readonly mark?: string };

/** `simwise keep read`: shows what a pasted reply says, and records it once that is confirmed. */
export async function keepRead(terminal: Terminal, text: string, options: ReadOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  if (options.mark !== undefined) learn(keep, text, options.mark);
  const reading = readText(keep, text, options);
  const currency = currencyOf(keep.catalog, keep.card);
  const answer = replyAnswer(reading, currency, keep.wording);
  const isNothing = reading.balance === undefined && reading.left.length === 0;
  const isSure = !isNothing && (options.yes === true || (!options.json && (await confirms(keep, answer.text))));
  if (isSure)
    keep.save(
      record(keep.keeper, keep.card, {
        said: readingSaid(keep, reading, options),
        now: keep.now,
        catalog: keep.catalog,
      }),
    );
  if (options.json) keep.session.json({ ...answer, recorded: isSure });
  else keep.session.print(readingText(keep, { reading, answer, isSure }));
  return isSure ? 0 : 1;
}

function readText(keep: KeepSession, text: string, options: AtOption): ReplyReading {
  const { catalog, card, keeper } = keep;
  const at = options.at === undefined ? keep.now : readTime(options.at);
  const allowances = allowancesOf(ratableCard(catalog, card));
  const context = { catalog, brand: brandOf(catalog, card), currency: currencyOf(catalog, card), allowances, at };
  return readReply(text, { ...context, taught: keeper.taught });
}

function readingSaid(keep: KeepSession, { balance, left }: ReplyReading, options: AtOption): Said {
  return {
    is: 'state',
    at: timeOf(keep, options),
    from: 'reply',
    ...(balance === undefined ? {} : { balance }),
    ...(left.length === 0 ? {} : { left: [...left] }),
  };
}

async function confirms(keep: KeepSession, lines: readonly string[]): Promise<boolean> {
  if (!keep.session.terminal.isInteractive) return false;
  const { confirm } = await import('@clack/prompts');
  const { done } = keep.words;
  return (await confirm({ message: `${done.readAs}\n${lines.join('\n')}\n${done.confirm}` })) === true;
}

function readingText(
  keep: KeepSession,
  { reading, answer, isSure }: { reading: ReplyReading; answer: ReturnType<typeof replyAnswer>; isSure: boolean },
): string[] {
  const { done } = keep.words;
  const numbers = reading.numbers.map(({ text }, index) => `${index + 1}) ${text.trim()}`).join('  ');
  return [
    ...(answer.text.length > 0 ? [done.readAs, ...answer.text.map((line) => `  ${line}`)] : []),
    ...answer.doubts.map((doubt) => `! ${doubt.text}`),
    ...(isSure ? [done.recorded({ name: keep.card.name })] : [done.notRecorded]),
    ...(isSure || reading.numbers.length === 0 ? [] : [done.mark({ numbers })]),
  ];
}

function learn(keep: KeepSession, text: string, marks: string): void {
  const brand = brandOf(keep.catalog, keep.card) ?? '';
  const rules = replyRulesOf(keep.catalog.replies, brand);
  const lesson = lessonOf(text, { brand, rules, today: dayOf(keep.now) }, marks.split(',').map(readMeaning));
  keep.save(teach(keep.keeper, lesson));
  if (!keep.session.options.json) keep.session.print([keep.words.done.taught]);
}

function readMeaning(text: string): Meaning {
  const mark = text.trim();
  if (mark === 'balance' || mark === 'nothing') return { is: mark };
  const unit = /^left:(GB|MB|KB|min|s|sms|mms)$/.exec(mark)?.[1];
  if (unit !== undefined) return { is: 'left', unit };
  throw new UsageError(({ usage }) => usage.keep.mark({ text: mark }));
}

// --- history ---------------------------------------------------------------------------------------------------------

export async function keepUndo(
  terminal: Terminal,
  options: KeepOptions & { readonly entry?: string },
): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { card } = keep;
  const entry = options.entry === undefined ? undefined : readCount(options.entry, '--entry');
  const { keeper, undone } = undo(keep.keeper, card, entry);
  keep.save(keeper);
  const what = keep.wording.entry(undone, currencyOf(keep.catalog, card));
  keep.tell(keep.words.done.undone({ what }), { card: card.id, undone: undone.id });
  return 0;
}

export async function keepHistory(terminal: Terminal, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const history = historyAnswer({ card: keep.card, currency: currencyOf(keep.catalog, keep.card) }, keep.wording);
  const { undoneMark } = keep.words;
  const lines = history.map(
    ({ id, at, text, undone }) => `${id}  ${keep.wording.time(at)}  ${text}${undone ? ` (${undoneMark})` : ''}`,
  );
  keep.tell(lines.join('\n'), { history });
  return 0;
}
