import type { CompiledCatalog } from '@simwise/catalog';
import { dayOf, formatLocal, type LocalSecond, parseLocal } from '@simwise/engine';
import { currencyOf, heldOffer, offerToHold, recordedOffer, termsPrint } from './held-offer.ts';
import {
  type AlertRules,
  cardName,
  type Entry,
  type Keeper,
  type KeptCard,
  keeperSchema,
  type TaughtReply,
} from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

/** A card to be held: `start` of an offer is the moment it was or will be bought; the first is the base plan's. */
export type NewCard = {
  readonly name: string;
  readonly offers: readonly { readonly offer: string; readonly start: LocalSecond; readonly payment?: string }[];
  readonly expected?: NonNullable<KeptCard['expected']>;
};

type Added<T> = { readonly keeper: Keeper; readonly card: KeptCard } & T;

/** Adds a card. @throws KeeperRefused where the name is taken or an offer cannot be held. */
export function addCard(keeper: Keeper, catalog: CompiledCatalog, added: NewCard): Added<unknown> {
  const name = checkName(keeper, added.name);
  const found = added.offers.map(({ offer, start, payment }) => offerToHold(catalog, offer, dayOf(start), payment));
  checkTogether(found.map(({ facts }) => facts));
  const offers = added.offers.map(({ offer, start, payment }, index) => ({
    offer,
    start: formatLocal(start),
    ...(payment === undefined ? {} : { payment }),
    terms: termsPrint(found[index] as (typeof found)[number]),
  }));
  const expected = added.expected ? { expected: added.expected } : {};
  const card: KeptCard = { id: nextCardId(keeper), name, offers, ...expected, entries: [] };
  return { keeper: { ...keeper, cards: [...keeper.cards, card] }, card };
}

function checkTogether(facts: readonly { id: string; role: string; currency: string }[]): void {
  const plans = [...new Set(facts.filter(({ role }) => role === 'base').map(({ id }) => id))];
  if (plans.length !== 1) throw new KeeperRefused({ code: 'not-one-plan', plans });
  const currencies = [...new Set(facts.map(({ currency }) => currency))];
  if (currencies.length > 1) throw new KeeperRefused({ code: 'mixed-currencies', currencies });
}

function checkName({ cards }: Keeper, name: string, except?: string): string {
  const result = cardName.safeParse(name);
  if (!result.success) {
    throw new KeeperRefused({ code: 'bad-name', name, problem: result.error.issues[0]?.message ?? '' });
  }
  const isTaken = cards.some((card) => card.id !== except && isSameName(card.name, result.data));
  if (isTaken) throw new KeeperRefused({ code: 'name-taken', name: result.data });
  return result.data;
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Ids are never given twice while the card they named is held. */
function nextCardId({ cards }: Keeper): string {
  const numbers = cards.map(({ id }) => Number(/^card-(\d+)$/.exec(id)?.[1] ?? 0));
  return `card-${Math.max(0, ...numbers) + 1}`;
}

/** The card of a name or an id; the only one where none is named. @throws KeeperRefused */
export function findCard({ cards }: Keeper, named?: string): KeptCard {
  if (cards.length === 0) throw new KeeperRefused({ code: 'no-card-held' });
  const known = cards.map(({ name }) => name);
  if (named === undefined) {
    if (cards.length === 1) return cards[0] as KeptCard;
    throw new KeeperRefused({ code: 'which-card', known });
  }
  const card = cards.find(({ id, name }) => id === named || isSameName(name, named.trim()));
  if (!card) throw new KeeperRefused({ code: 'no-such-card', card: named, known });
  return card;
}

export function removeCard(keeper: Keeper, card: KeptCard): Keeper {
  return { ...keeper, cards: keeper.cards.filter(({ id }) => id !== card.id) };
}

/** What may be changed of a card; `null` forgets it. */
export type CardChanges = {
  readonly name?: string;
  readonly expected?: KeptCard['expected'] | null;
  readonly handsetSince?: string | null;
  readonly idleDays?: number | null;
};

/** @throws KeeperRefused where the new name cannot be used. */
export function changeCard(keeper: Keeper, card: KeptCard, changes: CardChanges): Keeper {
  const name = changes.name === undefined ? card.name : checkName(keeper, changes.name, card.id);
  const { expected, handsetSince, idleDays, ...rest } = card;
  const kept = { expected, handsetSince, idleDays, ...withoutUndefined({ ...changes, name }) };
  return replaceCard(keeper, { ...rest, ...withoutEmpty(kept) } as KeptCard);
}

function withoutUndefined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function withoutEmpty(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

function replaceCard(keeper: Keeper, changed: KeptCard): Keeper {
  return { ...keeper, cards: keeper.cards.map((card) => (card.id === changed.id ? changed : card)) };
}

/** Something said about a card, before it is numbered. */
export type Said = Entry extends infer E ? (E extends Entry ? Omit<E, 'id' | 'undone'> : never) : never;

/**
 * Records what was said about a card; `now` is the moment of saying it. @throws KeeperRefused for what lies ahead or
 * before the card, speaks of another currency or says nothing.
 */
export function record(
  keeper: Keeper,
  card: KeptCard,
  { said, now, catalog }: { said: Said; now: LocalSecond; catalog: CompiledCatalog },
): Keeper {
  checkTime(card, said, now);
  checkCurrency(catalog, card, said);
  checkContent(catalog, card, said);
  const id = Math.max(0, ...card.entries.map((entry) => entry.id)) + 1;
  return replaceCard(keeper, { ...card, entries: [...card.entries, { id, ...said } as Entry] });
}

function checkTime(card: KeptCard, { at }: Said, now: LocalSecond): void {
  if (parseLocal(at) > now) throw new KeeperRefused({ code: 'in-the-future', at });
  const start = startOf(card);
  if (parseLocal(at) < start) throw new KeeperRefused({ code: 'before-the-card', at, start: formatLocal(start) });
}

/** When the first offer of a card began. */
export function startOf({ offers }: KeptCard): LocalSecond {
  return Math.min(...offers.map(({ start }) => parseLocal(start))) as LocalSecond;
}

function checkCurrency(catalog: CompiledCatalog, card: KeptCard, said: Said): void {
  const text = said.is === 'state' ? said.balance : said.is === 'top-up' ? said.amount : undefined;
  const currency = text?.slice(-3);
  const expected = currencyOf(catalog, card);
  if (currency !== undefined && currency !== expected) {
    throw new KeeperRefused({ code: 'other-currency', currency, expected });
  }
}

function checkContent(catalog: CompiledCatalog, card: KeptCard, said: Said): void {
  if (said.is === 'purchase') offerToHold(catalog, said.offer, dayOf(parseLocal(said.at)));
  if (said.is === 'usage' && said.days.length === 0) throw new KeeperRefused({ code: 'no-use' });
  if (said.is !== 'state') return;
  const { balance, left = [] } = said;
  if (balance === undefined && left.length === 0) throw new KeeperRefused({ code: 'nothing-said' });
  for (const { of } of left) if (of) checkAllowance(catalog, card, of);
}

function checkAllowance(catalog: CompiledCatalog, card: KeptCard, { offer, index }: { offer: string; index: number }) {
  const kept = offersHeld(card).find((candidate) => candidate.offer === offer);
  const held = kept ? heldOffer(catalog, kept) : undefined;
  const allowances = held?.is === 'found' ? recordedOffer(held.found).terms.allowances : [];
  if (!allowances[index]) throw new KeeperRefused({ code: 'no-such-allowance', offer, index });
}

/** The offers a card began with and those bought since. */
export function offersHeld({ offers, entries }: KeptCard): KeptCard['offers'] {
  const bought = entries.flatMap((entry) =>
    entry.is === 'purchase' && !entry.undone ? [{ offer: entry.offer, start: entry.at, terms: '' }] : [],
  );
  return [...offers, ...bought];
}

/** Takes back an entry, the last one that still counts where none is named. It stays in the history, marked. */
export function undo(keeper: Keeper, card: KeptCard, id?: number): Added<{ readonly undone: Entry }> {
  const undone = card.entries.findLast((entry) => (id === undefined ? !entry.undone : entry.id === id));
  if (!undone && id !== undefined) throw new KeeperRefused({ code: 'no-such-entry', entry: id });
  if (!undone || undone.undone) throw new KeeperRefused({ code: 'nothing-to-undo' });
  const entries = card.entries.map((entry) => (entry === undone ? { ...entry, undone: true as const } : entry));
  const changed = { ...card, entries };
  return { keeper: replaceCard(keeper, changed), card: changed, undone };
}

/** @throws KeeperRefused where a rule is out of bounds. */
export function setAlerts(keeper: Keeper, changes: Partial<AlertRules>): Keeper {
  const alerts = { ...keeper.alerts, ...changes };
  const result = keeperSchema.shape.alerts.safeParse(alerts);
  if (result.success) return { ...keeper, alerts: result.data };
  throw new KeeperRefused({ code: 'bad-alerts', problem: result.error.issues[0]?.message ?? '' });
}

/** Keeps what the numbers of a form of reply mean; the newest word on a form holds. */
export function teach(keeper: Keeper, taught: TaughtReply): Keeper {
  const others = keeper.taught.filter(({ brand, form }) => brand !== taught.brand || form !== taught.form);
  return { ...keeper, taught: [...others, taught] };
}
