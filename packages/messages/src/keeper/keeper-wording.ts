import { type CompiledCatalog, type Language, readMoney } from '@simwise/catalog';
import { dayOf, type LocalSecond, type Money, parseLocal, type UsageKind } from '@simwise/engine';
import {
  type CardDoubt,
  type DailyUse,
  type Entry,
  type KeeperRefusal,
  KeeperRefused,
  type ReplyDoubt,
  type ReplyReading,
  signedMoney,
} from '@simwise/keeper';
import { formatDate, formatMoney, formatVolume, listText, nameIn } from '../format.ts';
import type { Messages } from '../messages.ts';
import type { Wording } from '../wording.ts';
import type { KeeperMessages } from './messages.ts';

type Kind = UsageKind | 'money';

/** Turns what was said of a card into sentences of one language. `currency` is that of the card. */
export class KeeperWording {
  readonly messages: Messages;
  readonly keeper: KeeperMessages;
  readonly language: Language;
  readonly #wording: Wording;
  readonly #catalog: CompiledCatalog;

  constructor(wording: Wording, language: Language, catalog: CompiledCatalog) {
    this.messages = wording.messages;
    this.keeper = wording.messages.keeper;
    this.language = language;
    this.#wording = wording;
    this.#catalog = catalog;
  }

  /** What stands between two sentences: nothing where the full stop is wide. */
  get sentenceGap(): string {
    return this.language === 'zh' ? '' : ' ';
  }

  offer(id: string): string {
    return this.#wording.offerName(id);
  }

  day(at: LocalSecond): string {
    return formatDate(this.messages, dayOf(at));
  }

  time(text: string): string {
    return `${this.day(parseLocal(text))} ${text.slice(11, 16)}`;
  }

  money(amount: number, currency: string): string {
    return formatMoney(this.messages, Math.round(amount) as Money, currency);
  }

  volume(kind: Kind, units: number, currency: string): string {
    return formatVolume(this.messages, kind, Math.round(units), currency);
  }

  doubt(doubt: ReplyDoubt): string {
    const { doubts, kinds } = this.keeper;
    switch (doubt.code) {
      case 'not-on-card':
      case 'which-bucket':
      case 'only-used':
        return doubts[doubt.code]({ kind: kinds[doubt.kind] });
      case 'other-brand': {
        const brand = this.#catalog.brands.find(({ id }) => id === doubt.brand);
        return doubts['other-brand']({ brand: brand ? nameIn(this.language, brand.names) : doubt.brand });
      }
      case 'number-two-ways':
        return doubts['number-two-ways']({ number: doubt.number });
      default:
        return doubts[doubt.code]({});
    }
  }

  cardDoubt(doubt: CardDoubt, currency: string): string {
    const { cardDoubts, kinds } = this.keeper;
    const words = { time: this.day(doubt.at), entry: `${doubt.entry}` };
    if (doubt.code === 'not-granted') return cardDoubts['not-granted']({ ...words, kind: kinds[doubt.kind] });
    if (doubt.code === 'contradiction') return cardDoubts.contradiction({ ...words, other: `${doubt.other}` });
    const kind = doubt.kind === 'money' ? this.keeper.status.balance : kinds[doubt.kind];
    return cardDoubts.surplus({ ...words, kind, amount: this.volume(doubt.kind, doubt.units, currency) });
  }

  /** What a reading says, to be shown back. */
  reading(
    { balance, left }: Pick<ReplyReading, 'balance'> & { left?: ReplyReading['left'] | undefined },
    currency: string,
  ): string[] {
    const { status, kinds } = this.keeper;
    const money = balance === undefined ? [] : [`${status.balance}: ${this.money(signedMoney(balance), currency)}`];
    const amounts = (left ?? []).map(({ kind, units, of, expires }) => {
      const offer = of ? ` (${this.offer(of.offer)} ${of.index + 1})` : '';
      const until = expires === undefined ? '' : ` ${this.messages.scope.until(this.time(expires))}`;
      return `${kinds[kind]}: ${this.volume(kind, units, currency)}${offer}${until}`;
    });
    return [...money, ...amounts];
  }

  entry(entry: Entry, currency: string): string {
    return this.keeper.entries[entry.is]({ what: this.#said(entry, currency) });
  }

  #said(entry: Entry, currency: string): string {
    switch (entry.is) {
      case 'state':
        return listText(this.messages, this.reading(entry, currency));
      case 'top-up':
        return this.money(readMoney(entry.amount).amount, currency);
      case 'purchase':
        return this.offer(entry.offer);
      case 'counter':
        return this.volume('data', entry.bytes, currency);
      case 'usage':
        return `${this.day(parseLocal(entry.first))} – ${this.day(parseLocal(entry.last))}`;
    }
  }

  use({ kind, perDay, by }: DailyUse, currency: string): string {
    const what = kind === 'money' ? this.keeper.status.spending : this.keeper.kinds[kind];
    return `${what}: ${this.keeper.status.perDay({ amount: this.volume(kind, perDay, currency), from: this.keeper.usedBy[by] })}`;
  }
}

/** What the keeper refuses as a sentence with the way out; null for anything else. */
export function keeperRefusalText({ keeper }: Messages, error: unknown): string | null {
  if (!(error instanceof KeeperRefused)) return null;
  const { refusal } = error;
  const words = Object.entries(refusal).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  const sentence = keeper.refusals[refusal.code as KeeperRefusal['code']] as (params: Record<string, string>) => string;
  return sentence(Object.fromEntries(words));
}
