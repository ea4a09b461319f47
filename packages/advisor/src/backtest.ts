import type { CompiledCatalog } from '@simwise/catalog';
import {
  addMonths,
  type Day,
  dayOf,
  firstOfMonth,
  historyOf,
  IN_THE_MIDDLE,
  localSecondOf,
  type Outcome,
  payChoice,
  profileOfHistory,
  type UsageEvent,
  type UsageProfile,
} from '@simwise/engine';
import { advise } from './advise.ts';
import { findCandidates } from './candidates.ts';
import type { Choice } from './choice.ts';
import { BadHistory, readHistory } from './history.ts';
import { idOfChoice } from './judge-stay.ts';
import { mergeParts, type Stay } from './stay.ts';
import { uncertainChoiceOf } from './uncertain-choice.ts';

/** A month paid for: costs are in minor units of the stay's currency. */
export type BacktestMonth = {
  readonly start: Day;
  readonly days: number;
  /** What the months before would have advised, and what the month then came to with it. */
  readonly advised: string;
  readonly paid: number;
  /** Whether the advised cards ran out; then `paid` holds what hindsight would have taken instead, as well. */
  readonly ranOut: boolean;
  /** What would have cost least, of all that was listed before and would be listed with the month known. */
  readonly hindsight: string;
  readonly least: number;
  readonly regret: number;
};

export type Backtest = {
  readonly months: readonly BacktestMonth[];
  readonly skipped: readonly Day[];
  readonly paid: number;
  readonly least: number;
  readonly regret: number;
};

/** `stay` says everything but when and how much. */
export type BacktestRequest = { readonly stay: Stay; readonly uses: readonly UsageEvent[]; readonly today: Day };

/** Months of advice that come before the first one that is paid. */
const FEWEST_MONTHS = 2;

/**
 * Advises on the months up to one, pays that one with what was advised, and compares with hindsight, for every whole month
 * but the first. Months for which nothing can be advised or nothing serves are skipped. @throws BadHistory where there are
 * fewer than two whole months; CannotDo as `advise` does.
 */
export function backtest(catalog: CompiledCatalog, request: BacktestRequest): Backtest {
  const starts = wholeMonths(request);
  const months: BacktestMonth[] = [];
  const skipped: Day[] = [];
  for (const start of starts.slice(1)) {
    const month = new PaidMonth(catalog, request, start).pay(starts[0] as Day);
    if (month) months.push(month);
    else skipped.push(start);
  }
  const sum = (of: 'paid' | 'least' | 'regret') => months.reduce((total, month) => total + month[of], 0);
  return { months, skipped, paid: sum('paid'), least: sum('least'), regret: sum('regret') };
}

/** The first days of the calendar months that a history holds from their first to their last day. */
function wholeMonths({ uses, today }: BacktestRequest): Day[] {
  readHistory(uses, today);
  const [first, last] = [dayOf((uses[0] as UsageEvent).at), dayOf((uses.at(-1) as UsageEvent).at)];
  const starts: Day[] = [];
  for (let start = firstOfMonth(first); start <= last; start = addMonths(start, 1)) {
    if (start >= first && addMonths(start, 1) - 1 <= last) starts.push(start);
  }
  if (starts.length >= FEWEST_MONTHS) return starts;
  throw new BadHistory({ code: 'history-too-short', months: starts.length, first, last });
}

type Paid = { readonly id: string; readonly outcome: Outcome };

class PaidMonth {
  readonly #catalog: CompiledCatalog;
  readonly #request: BacktestRequest;
  readonly #start: Day;
  readonly #end: Day;

  constructor(catalog: CompiledCatalog, request: BacktestRequest, start: Day) {
    this.#catalog = catalog;
    this.#request = request;
    this.#start = start;
    this.#end = addMonths(start, 1);
  }

  pay(since: Day): BacktestMonth | null {
    const uses = this.#usesBetween(this.#start, this.#end);
    const before = this.#stayWith(this.#usesBetween(since, this.#start));
    const known = this.#stayWith(uses);
    if (!before || !known) return null;
    const advice = advise(this.#catalog, before);
    if (!advice.best.overall) return null;
    const advised = this.#paid(advice.best.overall, before, uses);
    const all = [...advice.choices, ...advise(this.#catalog, known).choices].map((choice) =>
      this.#paid(choice, known, uses),
    );
    const best = all.filter(({ outcome }) => outcome.isServed).sort((a, b) => a.outcome.cost - b.outcome.cost)[0];
    return best ? this.#compared(advised, best) : null;
  }

  #compared(advised: Paid, best: Paid): BacktestMonth {
    const ranOut = !advised.outcome.isServed;
    const paid = advised.outcome.cost + (ranOut ? best.outcome.cost : 0);
    return {
      start: this.#start,
      days: this.#end - this.#start,
      advised: advised.id,
      paid,
      ranOut,
      hindsight: best.id,
      least: best.outcome.cost,
      regret: paid - best.outcome.cost,
    };
  }

  #usesBetween(from: Day, until: Day): UsageEvent[] {
    return this.#request.uses.filter(({ at }) => at >= localSecondOf(from) && at < localSecondOf(until));
  }

  /** The month with these uses as its profile; null where there are none. */
  #stayWith(uses: readonly UsageEvent[]): Stay | null {
    if (uses.length === 0) return null;
    const profile: UsageProfile = mergeParts(profileOfHistory(historyOf(uses)));
    return { ...this.#request.stay, start: this.#start, days: this.#end - this.#start, profile };
  }

  #paid(choice: Choice, stay: Stay, uses: readonly UsageEvent[]): Paid {
    const id = idOfChoice(choice);
    const { addOns } = findCandidates(this.#catalog, stay);
    const uncertain = uncertainChoiceOf(this.#catalog, { id, choice, addOns, stay, streams: uses });
    const terms = {
      period: { start: stay.start, days: stay.days },
      local: this.#catalog.country.offsets,
      acceptsThrottle: stay.needs.throttleAccepted,
    };
    return { id, outcome: payChoice(uncertain, uses, { terms, reading: IN_THE_MIDDLE }) };
  }
}
