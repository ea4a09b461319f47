import { readVolume } from '@simwise/catalog';
import { formatDay, formatLocal, localSecondOf } from '@simwise/engine';
import {
  type AdvisedChoice,
  type AmountLeft,
  addAdvised,
  addCard,
  changeCard,
  findCard,
  type Keeper,
  type KeptCard,
  record,
  removeCard,
} from '@simwise/keeper';
import { type KeepOptions, KeepSession } from '../keep-session.ts';
import { readTime, writtenMoney } from '../keep-texts.ts';
import { readCount, readDay, readFile } from '../read-option.ts';
import { type Terminal, UsageError } from '../session.ts';

type Use = { readonly data?: string; readonly calls?: string; readonly sms?: string };

export type AddOptions = KeepOptions &
  Use & {
    readonly offer?: string;
    readonly start?: string;
    readonly name?: string;
    readonly balance?: string;
    readonly advice?: string;
    readonly choice?: string;
  };

/** `simwise keep add`: a card by hand, or every card of an advice. */
export async function keepAdd(terminal: Terminal, options: AddOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const added = options.advice === undefined ? addByHand(keep, options) : addFromAdvice(keep, options, options.advice);
  const known = options.balance === undefined ? added.keeper : withBalance(keep, added, options.balance);
  keep.save(known);
  const texts = added.cards.map(({ id, name }) => keep.words.done.added({ id, name }));
  keep.tell(texts.join('\n'), { added: added.cards.map(({ id, name }) => ({ id, name })) });
  return 0;
}

type Grown = { readonly keeper: Keeper; readonly cards: readonly KeptCard[] };

function addByHand(keep: KeepSession, options: AddOptions): Grown {
  if (options.offer === undefined) {
    throw new UsageError(({ usage }) => usage.keep.addWhat);
  }
  const today = formatDay(keep.session.today(keep.catalog));
  const start = options.start ?? today;
  const offers = options.offer.split(',').map((text) => readHeldOffer(text.trim(), start));
  const name =
    options.name ??
    keep.wording
      .offer(offers[0]?.offer ?? '')
      .replace(/\d{5,}/g, '')
      .slice(0, 40);
  const { keeper, card } = addCard(keep.keeper, keep.catalog, { name, offers, ...expectedUse(options) });
  return { keeper, cards: [card] };
}

function readHeldOffer(text: string, start: string) {
  const match = /^([\w-]+)(?::([\w-]+))?(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(text);
  if (!match) throw new UsageError(({ usage }) => usage.offerForm({ text }));
  const [, offer, payment, on] = match;
  const day = readDay(on ?? start, on === undefined ? '--start' : '--offer');
  return { offer: offer as string, start: localSecondOf(day), ...(payment === undefined ? {} : { payment }) };
}

function expectedUse({ data, calls, sms }: Use): { expected?: NonNullable<KeptCard['expected']> } {
  const expected = {
    ...(data === undefined ? {} : { data }),
    ...(calls === undefined ? {} : { calls }),
    ...(sms === undefined ? {} : { sms }),
  };
  return Object.keys(expected).length === 0 ? {} : { expected };
}

function addFromAdvice(keep: KeepSession, options: AddOptions, file: string): Grown {
  const choice = readChoice(options.choice);
  const request = { answer: parseAnswer(file), ...expectedUse(options), ...(choice === undefined ? {} : { choice }) };
  return addAdvised(keep.keeper, keep.catalog, request);
}

function parseAnswer(file: string): unknown {
  try {
    return JSON.parse(readFile(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(({ usage }) => usage.keep.noAdvice({ file }));
  }
}

const BEST: readonly AdvisedChoice[] = ['overall', 'phone', 'data', 'pair'];

function readChoice(text: string | undefined): AdvisedChoice | undefined {
  if (text === undefined) return undefined;
  const best = BEST.find((name) => name === text);
  return best ?? readCount(text, '--choice');
}

function withBalance(keep: KeepSession, { keeper, cards }: Grown, text: string): Keeper {
  const [card] = cards;
  if (!card || cards.length > 1) throw new UsageError(({ usage }) => usage.keep.severalCards);
  const balance = writtenMoney(text, '--balance');
  const said = { is: 'state', at: formatLocal(keep.now), from: 'typed', balance } as const;
  return record(keeper, card, { said, now: keep.now, catalog: keep.catalog });
}

// --- what is typed in ------------------------------------------------------------------------------------------------

export type SetOptions = KeepOptions &
  Use & {
    readonly balance?: string;
    readonly left?: readonly string[];
    readonly at?: string;
    readonly name?: string;
    readonly handset?: string;
    readonly idleDays?: string;
  };

/** `simwise keep set`: a balance or what is left, and what is known of the card itself. */
export async function keepSet(terminal: Terminal, options: SetOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { id } = keep.card;
  const stated = stateSaid(keep, options);
  const changes = cardChanges(options);
  if (!stated && Object.keys(changes).length === 0) throw new UsageError(({ usage }) => usage.keep.setWhat);
  const changed = changeCard(keep.keeper, keep.card, changes);
  const keeper = stated
    ? record(changed, findCard(changed, id), { said: stated, now: keep.now, catalog: keep.catalog })
    : changed;
  keep.save(keeper);
  const { name } = findCard(keeper, id);
  keep.tell(stated ? keep.words.done.recorded({ name }) : keep.words.done.changed({ name }), { card: id, name });
  return 0;
}

function stateSaid(keep: KeepSession, { balance, left = [], at }: SetOptions) {
  if (balance === undefined && left.length === 0) return undefined;
  return {
    is: 'state',
    at: formatLocal(at === undefined ? keep.now : readTime(at)),
    from: 'typed',
    ...(balance === undefined ? {} : { balance: writtenMoney(balance, '--balance') }),
    ...(left.length === 0 ? {} : { left: left.map(readLeft) }),
  } as const;
}

/** `5GB`, `100min`, `plan#2:100min`, each with `until 2026-12-31` behind it where that is told. */
function readLeft(text: string): AmountLeft {
  const match = /^(?:([\w-]+)#(\d{1,2}):)?([\d.]+ ?\w+)(?: until (\S+))?$/.exec(text.trim());
  if (!match) throw new UsageError(({ usage }) => usage.keep.left({ text }));
  const [, offer, index, amount, until] = match;
  const { kind, units } = readVolume(amount as string);
  return {
    kind,
    units,
    ...(offer === undefined ? {} : { of: { offer, index: Number(index) - 1 } }),
    ...(until === undefined ? {} : { expires: formatLocal(readTime(until)) }),
  };
}

function cardChanges(options: SetOptions) {
  const { name, handset, idleDays } = options;
  const handsetSince =
    handset === 'none' ? null : handset === undefined ? undefined : formatDay(readDay(handset, '--handset'));
  const idle = idleDays === 'none' ? null : idleDays === undefined ? undefined : readCount(idleDays, '--idle-days');
  return {
    ...expectedUse(options),
    ...(name === undefined ? {} : { name }),
    ...(handsetSince === undefined ? {} : { handsetSince }),
    ...(idle === undefined ? {} : { idleDays: idle }),
  };
}

export async function keepRemove(terminal: Terminal, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { card } = keep;
  keep.save(removeCard(keep.keeper, card));
  keep.tell(keep.words.done.removed({ name: card.name }), { removed: card.id });
  return 0;
}
