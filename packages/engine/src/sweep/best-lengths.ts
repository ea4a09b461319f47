import { tieOf } from '../optimise/purchase-rules.ts';
import type { SweepLabel } from './sweep-label.ts';
import type { TalkOption } from './talk-option.ts';

/** Ways of taking cards that are compared: one phone card, data cards alone, or a phone card with data cards. */
export const SWEPT_KINDS = ['phone', 'data', 'pair'] as const;

export type SweptKind = (typeof SWEPT_KINDS)[number];

/** The cheapest way found for a kind and a number of days; `cost` in the common currency. */
export type SweptChoice = { readonly cost: number; readonly option: TalkOption; readonly label: SweepLabel };

type Row = {
  readonly objectives: Float64Array;
  /** What a way of this kind must cost less than to matter. */
  readonly toBeat: Float64Array;
  readonly choices: (SweptChoice | null)[];
};

/** The cheapest found of each kind for each number of days, from one day on. */
export class BestLengths {
  readonly #rows: Readonly<Record<SweptKind, Row>>;
  readonly #days: number;

  readonly #isFull: boolean;

  /** @param isFull whether each kind is wanted; else the two cheapest at each length are enough. */
  constructor(days: number, isFull: boolean) {
    this.#isFull = isFull;
    const row = (): Row => ({
      objectives: new Float64Array(days).fill(Number.POSITIVE_INFINITY),
      toBeat: new Float64Array(days).fill(Number.POSITIVE_INFINITY),
      choices: Array.from({ length: days }, () => null),
    });
    this.#rows = { phone: row(), data: row(), pair: row() };
    this.#days = days;
  }

  at(kind: SweptKind, days: number): SweptChoice | null {
    return this.#rows[kind].choices[days - 1] ?? null;
  }

  /** Notes what a label costs for stays of more than `since` days, up to `until`. */
  note(label: SweepLabel, option: TalkOption, [since, until]: readonly [number, number]): void {
    const kind = kindOf(label, option);
    if (kind === null) return;
    const { objectives, choices } = this.#rows[kind];
    const tie = tieOf(label.held.cards + (option.market ? 1 : 0), label.steps);
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
    for (let each = since; each < this.#days; each++) {
      const missing = (dayEnds[each] as number) - label.place - free;
      const cost = label.cost + (option.costs[each] as number) + (missing > 0 ? missing * price : 0);
      for (const kind of kinds) if (cost < (this.#rows[kind].toBeat[each] as number)) return true;
    }
    return false;
  }

  /** Where both other kinds cost less, nobody asks how much more a way of a kind costs. */
  #setToBeat(each: number): void {
    const [phone, data, pair] = SWEPT_KINDS.map((kind) => this.#rows[kind].objectives[each] as number) as [
      number,
      number,
      number,
    ];
    this.#rows.phone.toBeat[each] = this.#isFull ? phone : Math.min(phone, Math.max(data, pair));
    this.#rows.data.toBeat[each] = this.#isFull ? data : Math.min(data, Math.max(phone, pair));
    this.#rows.pair.toBeat[each] = this.#isFull ? pair : Math.min(pair, Math.max(phone, data));
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
