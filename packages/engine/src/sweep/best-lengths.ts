import { day } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import { tieOf } from '../optimise/purchase-rules.ts';
import type { SolutionCard } from '../optimise/solution.ts';
import type { SweepLabel } from './sweep-label.ts';
import { cardsOf, type SweptCard, type SweptStay, usesBefore } from './swept-cards.ts';
import type { TalkOption } from './talk-option.ts';

/** Ways of taking cards that are compared: one phone card, data cards alone, or a phone card with data cards. */
export const SWEPT_KINDS = ['phone', 'data', 'pair'] as const;

export type SweptKind = (typeof SWEPT_KINDS)[number];

/** Cards found of a kind for a number of days with what each carries; `cost` is their replay in the common currency. */
export type SweptChoice = { readonly cost: number; readonly cards: readonly SolutionCard[] };

type Best = { readonly cost: number; readonly option: TalkOption; readonly label: SweepLabel };

/** `isFull`: each kind is wanted, else the two cheapest at each length are enough. */
export type LengthsAsked = SweptStay & { readonly isFull: boolean };

type Row = {
  readonly objectives: Float64Array;
  /** What a way of this kind must cost less than to matter. */
  readonly toBeat: Float64Array;
  readonly choices: (Best | null)[];
};

/** The cheapest found of each kind for each number of days, from one day on. */
export class BestLengths {
  readonly #rows: Readonly<Record<SweptKind, Row>>;

  readonly #asked: LengthsAsked;
  readonly #replayed = new Map<SweepLabel, readonly SweptCard[]>();

  constructor(asked: LengthsAsked) {
    const { days } = asked.stage.period;
    this.#asked = asked;
    const row = (): Row => ({
      objectives: new Float64Array(days).fill(Number.POSITIVE_INFINITY),
      toBeat: new Float64Array(days).fill(Number.POSITIVE_INFINITY),
      choices: Array.from({ length: days }, () => null),
    });
    this.#rows = { phone: row(), data: row(), pair: row() };
  }

  /** What the cheapest cards found of a kind are reckoned to cost; infinite where none were found to serve. */
  costAt(kind: SweptKind, days: number): number {
    return this.#rows[kind].choices[days - 1]?.cost ?? Number.POSITIVE_INFINITY;
  }

  /** Whether a phone card is, by now, part of the cheapest of some kind for some number of days. */
  isTaken(option: TalkOption): boolean {
    return SWEPT_KINDS.some((kind) => this.#rows[kind].choices.some((best) => best?.option === option));
  }

  /** The cheapest cards found of a kind, replayed by the rating engine; null where none were found to serve. */
  at(kind: SweptKind, days: number): SweptChoice | null {
    const best = this.#rows[kind].choices[days - 1];
    if (!best) return null;
    const cards = this.#replayed.get(best.label) ?? this.#replay(kind, best);
    const cost = cards.reduce((sum, { costBy }) => sum + costBy(days), 0);
    return Number.isFinite(cost) ? { cost, cards: cards.map(({ card }) => this.#cut(card, days)) } : null;
  }

  /** For the longest stay for which the same purchases are the cheapest. */
  #replay(kind: SweptKind, { label, option }: Best): readonly SweptCard[] {
    const { demand, stage } = this.#asked;
    const longest = this.#rows[kind].choices.findLastIndex((each) => each?.label === label) + 1;
    const stay = { demand, stage: { ...stage, period: { ...stage.period, days: longest } } };
    const cards = cardsOf(label, option, stay);
    this.#replayed.set(label, cards);
    return cards;
  }

  #cut(card: SolutionCard, days: number): SolutionCard {
    const end = localSecondOf(day(this.#asked.stage.period.start + days));
    return { ...card, uses: usesBefore(card.uses, end) };
  }

  /** Notes what a label costs for stays of more than `since` days, up to `until`. */
  note(label: SweepLabel, option: TalkOption, [since, until]: readonly [number, number]): void {
    const kind = kindOf(label, option);
    if (kind === null) return;
    const { objectives, choices } = this.#rows[kind];
    const tie = tieOf(
      label.held.cards + (option.market ? 1 : 0),
      label.steps + Math.max(0, option.purchases.length - 1),
    );
    for (let each = since; each < until; each++) {
      const cost = label.cost + (option.costs[each] as number);
      if (cost + tie >= (objectives[each] as number)) continue;
      objectives[each] = cost + tie;
      choices[each] = { cost, option, label };
      this.#setToBeat(each);
    }
  }

  /** Whether a label may still lead to something cheaper for more than `since` days. */
  mayImprove(label: SweepLabel, option: TalkOption, { since, kinds, dayEnds, price, free }: Prospect): boolean {
    for (let each = since; each < this.#asked.stage.period.days; each++) {
      const missing = (dayEnds[each] as number) - label.place - free;
      const cost = label.cost + (option.costs[each] as number) + (missing > 0 ? missing * price : 0);
      for (const kind of kinds) if (cost < (this.#rows[kind].toBeat[each] as number)) return true;
    }
    return false;
  }

  /** Where both other kinds cost less, nobody asks how much more a way of a kind costs. */
  #setToBeat(each: number): void {
    const { isFull } = this.#asked;
    const [phone, data, pair] = SWEPT_KINDS.map((kind) => this.#rows[kind].objectives[each] as number) as [
      number,
      number,
      number,
    ];
    this.#rows.phone.toBeat[each] = isFull ? phone : Math.min(phone, Math.max(data, pair));
    this.#rows.data.toBeat[each] = isFull ? data : Math.min(data, Math.max(phone, pair));
    this.#rows.pair.toBeat[each] = isFull ? pair : Math.min(pair, Math.max(phone, data));
  }
}

/** What may come of a label: for which kinds, and that a byte beyond some that are `free` costs at least `price`. */
export type Prospect = {
  readonly since: number;
  readonly kinds: readonly SweptKind[];
  readonly dayEnds: Float64Array;
  readonly price: number;
  readonly free: number;
};

export function kindOf({ held: { cards } }: Pick<SweepLabel, 'held'>, { market }: TalkOption): SweptKind | null {
  if (market) return cards > 0 ? 'pair' : 'phone';
  return cards > 0 ? 'data' : null;
}
