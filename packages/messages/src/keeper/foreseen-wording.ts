import type { Day, UsageKind } from '@simwise/engine';
import type { Action, Alert, CalendarSpeaker, DayBand, Foreseen, ReminderSpeaker } from '@simwise/keeper';
import { formatDate, formatMoneyRange, formatNumber, listText } from '../format.ts';
import { numberFormat } from '../locale-forms.ts';
import { KeeperWording } from './keeper-wording.ts';

type Kind = UsageKind | 'money';
type CodeOf<C extends Foreseen['code']> = Extract<Foreseen, { code: C }>;

/** What is foreseen and what to do about it, for a screen, a calendar and somebody else's hands. */
export class ForeseenWording extends KeeperWording {
  /** The title of a calendar entry: a name of one's own and what comes. */
  title(name: string, foreseen: Foreseen, currency: string): string {
    const { titles, kinds } = this.keeper;
    switch (foreseen.code) {
      case 'runs-out':
        return titles['runs-out']({ name, kind: kinds[foreseen.kind] });
      case 'charge':
        return titles.charge({ name, amount: formatMoneyRange(this.messages, foreseen.amount, currency) });
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
    return [this.foreseen(foreseen, currency), ...more, ...action].join(this.sentenceGap);
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
    if (foreseen.code === 'charge')
      return texts.charge({ offer, day, amount: formatMoneyRange(this.messages, foreseen.amount, currency) });
    if (foreseen.code !== 'price-steps') return texts[foreseen.code]({ offer, day });
    const [before, after] = [this.money(foreseen.before, currency), this.money(foreseen.after, currency)];
    return texts['price-steps']({ offer, day, before, after });
  }

  /** Days that the band does not reach are empty. */
  #days({ p10, p50, p90 }: DayBand, likely: string): { day: string; early: string; late: string } {
    const text = (day: Day | null) => (day === null ? '' : formatDate(this.messages, day));
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
        : texts.missing({ amount: formatMoneyRange(this.messages, need, currency) });
    if (!fallback) return [missing];
    const pack = fallback.pack === undefined ? '' : this.offer(fallback.pack);
    const days = this.messages.units.days(fallback.days);
    const cost = fallback.cost
      ? [this.keeper.fallbackCost({ days, cost: formatMoneyRange(this.messages, fallback.cost, currency) })]
      : [];
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
    return numberFormat(this.messages.locale, { style: 'percent' }).format(percent / 100);
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
