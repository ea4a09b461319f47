import type { CardInput, Period } from '../card-state.ts';
import type { LocalSecond, OffsetHistory } from '../local-time.ts';
import { type Money, scaleMoney } from '../money.ts';
import type { Offer } from '../offer.ts';
import type { UsageEvent, UsageKind } from '../usage.ts';
import { BulkRunner } from './bulk-runner.ts';
import type { CardRunner, SlotUse } from './card-runner.ts';
import type { ChoiceCard, Outcome, UncertainChoice } from './choice.ts';
import { isOnFastPath } from './fast-path.ts';
import { FastRunner } from './fast-runner.ts';
import { lanesOf } from './lane.ts';
import type { Library } from './library.ts';
import { RaterRunner } from './rater-runner.ts';
import type { Slot } from './scenario.ts';
import type { Timeline } from './timeline.ts';

/** What a run needs besides the choice: the clock of the country, and whether slow data is good enough. */
export type RunTerms = {
  readonly period: Period;
  readonly local: OffsetHistory;
  readonly acceptsThrottle: boolean;
};

/** A card in one world, with the uses of the slots as it sees them. */
type RunningCard = {
  readonly card: ChoiceCard;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly runner: CardRunner;
  readonly uses: readonly SlotUse[];
  /** Where the card shares no use with another and its uses may be summed. */
  readonly bulk: BulkRunner | null;
};

/** Runs one choice through scenarios; what a card is in a world is worked out once. */
export class ChoiceRunner {
  readonly #choice: UncertainChoice;
  readonly #timeline: Timeline;
  readonly #library: Library;
  readonly #terms: RunTerms;
  readonly #byWorld: (readonly RunningCard[])[] = [];
  readonly #cards: RunningCard[][];
  #isFast = true;
  /** For each slot, the cards that carry it, in their order. */
  readonly #carriers: readonly (readonly number[])[];

  constructor(
    choice: UncertainChoice,
    { timeline, library, terms }: { timeline: Timeline; library: Library; terms: RunTerms },
  ) {
    this.#choice = choice;
    this.#timeline = timeline;
    this.#library = library;
    this.#terms = terms;
    this.#cards = choice.cards.map(() => []);
    this.#carriers = timeline.scenarios.slots.map(({ stream }) => carriersOf(choice.cards, stream.kind));
  }

  /** Whether every card is within the rules of the fast path, in every world met so far. */
  get isFast(): boolean {
    return this.#isFast;
  }

  /** Whether what the cards are in a world is worked out. */
  hasMet(world: number): boolean {
    return this.#byWorld[world] !== undefined;
  }

  /** Runs the scenario that the timeline holds. */
  run(world: number): Outcome {
    const cards = this.#cardsIn(world);
    for (const { runner } of cards) runner.start();
    for (const { bulk } of cards) bulk?.run();
    const { amounts, moments } = this.#timeline;
    let isCarried = true;
    if (cards.every(({ bulk }) => bulk !== null) && this.#carriers.every(({ length }) => length > 0))
      return outcomeOf(cards, true);
    for (let index = 0, slot = 0; index < amounts.length; index++) {
      const amount = amounts[index] as number;
      if (amount > 0 && !this.#carry(cards, slot, moments[index] as LocalSecond, amount)) isCarried = false;
      slot = slot + 1 === this.#carriers.length ? 0 : slot + 1;
    }
    return outcomeOf(cards, isCarried);
  }

  /** @returns whether there is a card for it at all. */
  #carry(cards: readonly RunningCard[], slot: number, at: LocalSecond, amount: number): boolean {
    const carriers = this.#carriers[slot] as readonly number[];
    let left = amount;
    for (let index = 0; index < carriers.length && left > 0; index++) {
      const { runner, uses, bulk } = cards[carriers[index] as number] as RunningCard;
      if (bulk) break;
      const use = uses[slot] as SlotUse;
      use.event.at = at;
      use.event.amount = left;
      if (index < carriers.length - 1) left = runner.take(use);
      else runner.feed(use);
    }
    return carriers.length > 0;
  }

  #cardsIn(world: number): readonly RunningCard[] {
    this.#byWorld[world] ??= this.#choice.cards.map((card, index) => this.#cardIn(card, index, world));
    return this.#byWorld[world];
  }

  /** Worlds that differ only in what a card does not know about it have one runner for it. */
  #cardIn(card: ChoiceCard, index: number, world: number): RunningCard {
    const offers = new Map([...card.offers].map(([id, offer]) => [id, this.#library.offerIn(offer, world)]));
    const cards = this.#cards[index] as RunningCard[];
    const known = cards.find((other) => [...offers].every(([id, offer]) => other.offers.get(id) === offer));
    if (known) return known;
    const uses = this.#timeline.scenarios.slots.map(({ stream }, slot) => ({
      slot,
      event: seenFrom(card, stream, this.#timeline.moments[slot] as LocalSecond),
    }));
    const runner = this.#runnerOf(card, offers, uses);
    if (!(runner instanceof FastRunner)) this.#isFast = false;
    const running = { card, offers, uses, runner, bulk: this.#bulkOf(runner, index, uses) };
    cards.push(running);
    return running;
  }

  #bulkOf(runner: CardRunner, index: number, uses: readonly SlotUse[]): BulkRunner | null {
    const own = this.#carriers.flatMap((carriers, slot) => (carriers.includes(index) ? [slot] : []));
    const isShared = own.some((slot) => this.#carriers[slot]?.length !== 1);
    if (isShared || !(runner instanceof FastRunner)) return null;
    const lanes = lanesOf(runner.programs, own);
    return lanes && new BulkRunner(runner, lanes, { timeline: this.#timeline, uses });
  }

  #runnerOf(
    { purchases, refills }: ChoiceCard,
    offers: ReadonlyMap<string, Offer>,
    uses: readonly SlotUse[],
  ): CardRunner {
    const { period, local, acceptsThrottle } = this.#terms;
    const input: CardInput = { offers, purchases, refills, period, local };
    if (!isOnFastPath(input)) return new RaterRunner(input, acceptsThrottle);
    return new FastRunner(
      input,
      uses.map(({ event }) => event),
      { acceptsThrottle, library: this.#library },
    );
  }
}

function carriersOf(cards: readonly ChoiceCard[], kind: UsageKind): number[] {
  return cards.flatMap(({ carries }, index) => (carries.includes(kind) ? [index] : []));
}

/** One literal with every field: uses made by spreading another are read many times more slowly. */
function seenFrom({ numbers }: ChoiceCard, stream: Slot['stream'], at: LocalSecond): UsageEvent {
  const { kind, to, app, over, network, zone } = stream;
  return { at, kind, to: numbers.get(to) ?? to, amount: 0, app, over, network, zone };
}

function outcomeOf(cards: readonly RunningCard[], isCarried: boolean): Outcome {
  let [cost, refills, isServed] = [0, 0, isCarried];
  for (const { card, runner } of cards) {
    const outcome = runner.finish();
    cost += scaleMoney(outcome.total as Money, card.ratio);
    refills += outcome.refills;
    isServed &&= outcome.isServed;
  }
  return { cost, refills, isServed };
}
