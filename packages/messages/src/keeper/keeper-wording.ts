import { type CompiledCatalog, type Language, readMoney } from '@simwise/catalog';
import {
  type Day,
  dayOf,
  type LocalSecond,
  type Money,
  type MoneyRange,
  parseLocal,
  type UsageKind,
} from '@simwise/engine';
import {
  type Action,
  type Alert,
  type CalendarSpeaker,
  type CardDoubt,
  type DailyUse,
  type DayBand,
  type Entry,
  type Foreseen,
  type KeeperRefusal,
  KeeperRefused,
  type ReminderSpeaker,
  type ReplyDoubt,
  type ReplyReading,
  signedMoney,
} from '@simwise/keeper';
import { formatDate, formatMoney, formatNumber, formatVolume, listText, nameIn } from '../format.ts';
import type { Messages } from '../messages.ts';
import type { Wording } from '../wording.ts';
import type { KeeperMessages } from './messages.ts';

type Kind = UsageKind | 'money';
type CodeOf<C extends Foreseen['code']> = Extract<Foreseen, { code: C }>;

/** Turns what the keeper knows and foresees into sentences of one language. `currency` is that of the card. */
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

  range({ amount, low, high }: MoneyRange, currency: string): string {
    if (high === null) return this.keeper.atLeast({ low: this.money(low, currency) });
    if (low === high) return this.money(amount, currency);
    return this.keeper.range({ low: this.money(low, currency), high: this.money(high, currency) });
  }

  /** The title of a calendar entry: a name of one's own and what comes. */
  title(name: string, foreseen: Foreseen, currency: string): string {
    const { titles, kinds } = this.keeper;
    switch (foreseen.code) {
      case 'runs-out':
        return titles['runs-out']({ name, kind: kinds[foreseen.kind] });
      case 'charge':
        return titles.charge({ name, amount: this.range(foreseen.amount, currency) });
      case 'expires':
        return titles.expires({ name, left: this.volume(foreseen.left.kind, foreseen.left.units, currency) });
      case 'money-out':
      case 'idle':
      case 'handset':
        return titles[foreseen.code]({ name });
      default:
        return titles[foreseen.code]({ name, offer: this.offer(foreseen.offer) });
    }
  }

  /** What is foreseen in full, with what follows and what to do. */
  details(foreseen: Foreseen, currency: string): string {
    const more = foreseen.code === 'charge' ? this.#chargeDetails(foreseen, currency) : [];
    const action = foreseen.action ? this.action(foreseen.action, currency) : [];
    return [this.foreseen(foreseen, currency), ...more, ...action].join(' ');
  }

  foreseen(foreseen: Foreseen, currency: string): string {
    const { foreseen: texts, kinds, after } = this.keeper;
    const day = this.day(foreseen.at);
    switch (foreseen.code) {
      case 'runs-out':
        return texts['runs-out']({
          ...this.#days(foreseen.days, day),
          kind: kinds[foreseen.kind],
          after: after[foreseen.after],
        });
      case 'money-out':
        return texts['money-out'](this.#days(foreseen.days, day));
      case 'ends':
        return texts.ends({ offer: this.offer(foreseen.offer), day, left: this.#amounts(foreseen.left, currency) });
      case 'expires':
        return texts.expires({
          offer: this.offer(foreseen.offer),
          day,
          left: this.#amounts([foreseen.left], currency),
        });
      case 'idle':
      case 'handset':
        return texts[foreseen.code]({ day, days: this.messages.units.days(foreseen.days) });
      default:
        return this.#ofOffer(foreseen, day, currency);
    }
  }

  #ofOffer(
    foreseen: CodeOf<'charge' | 'lost' | 'price-steps' | 'offer-changed' | 'offer-gone'>,
    day: string,
    currency: string,
  ): string {
    const { foreseen: texts } = this.keeper;
    const offer = this.offer(foreseen.offer);
    if (foreseen.code === 'charge') return texts.charge({ offer, day, amount: this.range(foreseen.amount, currency) });
    if (foreseen.code !== 'price-steps') return texts[foreseen.code]({ offer, day });
    const [before, after] = [this.money(foreseen.before, currency), this.money(foreseen.after, currency)];
    return texts['price-steps']({ offer, day, before, after });
  }

  /** Days that the band does not reach are told as never. */
  #days({ p10, p50, p90 }: DayBand, likely: string): { day: string; early: string; late: string } {
    const text = (day: Day | null) => (day === null ? '∞' : formatDate(this.messages, day));
    return { day: p50 === null ? likely : text(p50), early: text(p10), late: text(p90) };
  }

  #amounts(left: readonly { kind: Kind; units: number }[], currency: string): string {
    return left.length === 0
      ? ''
      : listText(
          this.messages,
          left.map(({ kind, units }) => this.volume(kind, units, currency)),
        );
  }

  #chargeDetails({ need, fallback, number }: CodeOf<'charge'>, currency: string): string[] {
    const { need: texts } = this.keeper;
    if (number === 0) return [];
    if (!need) return [texts.unknown];
    if (need.high === 0) return [texts.met];
    const missing =
      need.high === null
        ? texts.open({ amount: this.money(need.low, currency) })
        : texts.missing({ amount: this.range({ amount: need.high, low: need.low, high: need.high }, currency) });
    if (!fallback) return [missing];
    const pack = fallback.pack === undefined ? '' : this.offer(fallback.pack);
    const days = this.messages.units.days(fallback.days);
    const cost = fallback.cost ? [this.keeper.fallbackCost({ days, cost: this.range(fallback.cost, currency) })] : [];
    return [missing, this.keeper.fallback[fallback.do]({ pack }), ...cost];
  }

  /** What to do, as sentences. */
  action({ do: what, offer, code, on, times = 1, topUp, cost, saves, until }: Action, currency: string): string[] {
    const { keeper } = this;
    if (!saves) return [keeper.notSaved];
    const money = topUp === null ? '' : this.money(topUp, currency);
    const day = on === undefined ? '' : formatDate(this.messages, on);
    const words = {
      topUp: money,
      offer: offer === undefined ? '' : this.offer(offer),
      day,
      times: times > 1 ? formatNumber(this.messages, times) : '',
    };
    return [
      ...(what === 'buy' && topUp !== null && topUp > 0 ? [keeper.topUpFirst({ topUp: money })] : []),
      keeper.actions[what](words),
      ...(code === undefined ? [] : [keeper.dial({ code })]),
      keeper.actionCost({ cost: this.money(cost, currency), day: formatDate(this.messages, until) }),
    ];
  }

  /** What may be said through somebody else's hands: no amount, no balance, no number. */
  reminder({ name, cause }: Alert): string {
    const { reminders, kinds } = this.keeper;
    if (cause.code === 'used') {
      return reminders.used({ name, kind: kinds[cause.kind], percent: this.#percent(cause.percent) });
    }
    const { foreseen } = cause;
    const isUnknown = foreseen.code === 'charge' && foreseen.need === null;
    return reminders[isUnknown ? 'charge-unknown' : foreseen.code]({ name, day: this.day(foreseen.at) });
  }

  #percent(percent: number): string {
    return new Intl.NumberFormat(this.messages.locale, { style: 'percent' }).format(percent / 100);
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

  /** The texts of a calendar file; each card counts in a currency of its own. */
  calendarSpeaker(currencyOf: (name: string) => string): CalendarSpeaker {
    return {
      language: this.language,
      calendarName: this.keeper.calendarName,
      title: (name, foreseen) => this.title(name, foreseen, currencyOf(name)),
      details: (name, foreseen) => this.details(foreseen, currencyOf(name)),
      alert: (alert) => this.reminder(alert),
    };
  }

  reminderSpeaker(): ReminderSpeaker {
    return { language: this.language, reminder: (alert) => this.reminder(alert) };
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
