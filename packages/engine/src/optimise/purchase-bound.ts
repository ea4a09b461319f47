import { type CoverAsk, CoverBound } from './cover.ts';
import type { Demand } from './demand.ts';
import { fill, type Span } from './fill.ts';
import { MonthBound, type MonthStage } from './month-bound.ts';
import { isMonthly, type Month } from './month-coverages.ts';
import type { Pack } from './pack.ts';
import { coverOffers } from './purchase-rules.ts';

/** What is there, and what it leaves unserved: of each use, and bytes in all of uses that nothing bought later can serve. */
export type Rest = {
  readonly spans: readonly Span[];
  readonly unserved: Float64Array;
  readonly tooLate: number;
};

/** What packs cost at least that cover what lacks: by the bytes in all, and by those of each month where that says more. */
export class PurchaseBound {
  readonly #demand: Demand;
  readonly #months: readonly Month[];
  readonly #inAll: CoverBound;
  readonly #making: () => Generator<void, MonthBound | null>;
  /** Not there before it is asked for. */
  #byMonth: MonthBound | null | undefined;

  constructor(packs: readonly Pack[], stage: MonthStage & { readonly months: readonly Month[] }) {
    const { demand, shelf, months, cards } = stage;
    this.#demand = demand;
    this.#months = months;
    this.#inAll = new CoverBound(coverOffers(packs, demand.total), cards, demand.total);
    this.#making = function* () {
      return packs.some((pack) => isMonthly(pack, shelf)) ? yield* MonthBound.made(packs, months, stage) : null;
    };
  }

  /** Works out ahead what the rough bound rests on, so that a caller may rest. */
  ready(): Generator<void, void> {
    return this.#inAll.ready();
  }

  /** Works out ahead what the bound by months rests on. */
  *readyByMonth(): Generator<void, void> {
    if (this.#byMonth === undefined) this.#byMonth = yield* this.#making();
  }

  /** A rough bound by the bytes in all; infinite where so much cannot be held. */
  least(ask: CoverAsk): number {
    return this.#inAll.least(ask);
  }

  /** The bound by months for what lacks, never below the rough one; the rough one before `readyByMonth`. */
  leastFor(rest: Rest, ask: CoverAsk): number {
    const least = this.#inAll.least(ask);
    if (!this.#byMonth || ask.bytes <= 0 || !Number.isFinite(least)) return least;
    return Math.max(least, this.#byMonth.least({ ...this.#shareable(rest), ...ask }));
  }

  /** What lacks where uses are served from spans of their own month alone, and what other spans give in any month. */
  #shareable({ spans, unserved, tooLate }: Rest): { lacks: Float64Array; anyMonth: number } {
    const lasting = spans.filter((span) => !this.#isOfOneMonth(span));
    const lacks = lasting.length === 0 ? unserved : fill(this.#demand, spans.filter(this.#isOfOneMonth)).unserved;
    return { lacks, anyMonth: lasting.reduce((sum, span) => sum + this.#demand.usableOf(span), tooLate) };
  }

  readonly #isOfOneMonth = (span: Span): boolean =>
    this.#months.some(({ first, end }) => first <= span.first && span.end <= end);
}
