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
};

/** The cards of the choice in one world: what is run in bulk, and the slots whose uses are carried one by one. */
type RunningChoice = {
  readonly cards: readonly RunningCard[];
  readonly bulks: readonly BulkRunner[];
  readonly isSingle: readonly boolean[];
};

/** Runs one choice through scenarios; what a card is in a world is worked out once. */
export class ChoiceRunner {
  readonly #choice: UncertainChoice;
  readonly #timeline: Timeline;
  readonly #library: Library;
  readonly #terms: RunTerms;
  readonly #byWorld: RunningChoice[] = [];
  readonly #known: RunningChoice[] = [];
  readonly #cards: RunningCard[][];
  #isFast = true;
  /** For each slot, the cards that carry it, in their order. */
  readonly #carriers: readonly (readonly number[])[];
  /** The cards that share uses with each other. */
  readonly #groups: readonly (readonly number[])[];

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
    this.#groups = groupsOf(choice.cards.length, this.#carriers);
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
    this.#byWorld[world] ??= this.#choiceIn(world);
    const { cards, bulks, isSingle } = this.#byWorld[world];
    for (const { runner } of cards) runner.start();
    for (const bulk of bulks) bulk.run();
    return outcomeOf(cards, isSingle.includes(true) ? this.#carryAll(cards, isSingle) : true);
  }

  /** @returns whether there is a card for each use. */
  #carryAll(cards: readonly RunningCard[], isSingle: readonly boolean[]): boolean {
    const { amounts } = this.#timeline;
    let isCarried = true;
    for (let index = 0, slot = 0; index < amounts.length; index++) {
      if (isSingle[slot] && (amounts[index] as number) > 0 && !this.#carry(cards, index)) isCarried = false;
      slot = slot + 1 === isSingle.length ? 0 : slot + 1;
    }
    return isCarried;
  }

  /** @returns whether there is a card for a use at all. */
  #carry(cards: readonly RunningCard[], index: number): boolean {
    const { amounts, moments } = this.#timeline;
    const slot = index % this.#carriers.length;
    const carriers = this.#carriers[slot] as readonly number[];
    let left = amounts[index] as number;
    for (let place = 0; place < carriers.length && left > 0; place++) {
      const { runner, uses } = cards[carriers[place] as number] as RunningCard;
      const use = uses[slot] as SlotUse;
      use.event.at = moments[index] as LocalSecond;
      use.event.amount = left;
      if (place < carriers.length - 1) left = runner.take(use);
      else runner.feed(use);
    }
    return carriers.length > 0;
  }

  #choiceIn(world: number): RunningChoice {
    const cards = this.#choice.cards.map((card, index) => this.#cardIn(card, index, world));
    const known = this.#known.find((other) => other.cards.every((card, index) => card === cards[index]));
    if (known) return known;
    const bulks: BulkRunner[] = [];
    const isSingle = this.#carriers.map(() => true);
    for (const group of this.#groups) {
      const slots = [...this.#carriers.keys()].filter((slot) => group.includes(this.#carriers[slot]?.[0] ?? -1));
      const bulk = this.#bulkOf(cards, group, slots);
      if (!bulk) continue;
      bulks.push(bulk);
      for (const slot of slots) isSingle[slot] = false;
    }
    const running = { cards, bulks, isSingle };
    this.#known.push(running);
    return running;
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
    const running = { card, offers, uses, runner };
    cards.push(running);
    return running;
  }

  /** Null where uses of these cards cannot be summed. */
  #bulkOf(cards: readonly RunningCard[], group: readonly number[], slots: readonly number[]): BulkRunner | null {
    const fast = group.flatMap((index) => {
      const { runner, uses } = cards[index] as RunningCard;
      return runner instanceof FastRunner ? [{ runner, uses, programs: runner.programs }] : [];
    });
    if (fast.length < group.length) return null;
    const carriers = this.#carriers.map((own) => own.map((index) => group.indexOf(index)));
    const lanes = lanesOf(fast, slots, carriers);
    const carry = (index: number) => this.#carry(cards, index);
    return lanes && new BulkRunner({ cards: fast, lanes, timeline: this.#timeline, carry });
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

/** Cards of which one goes on with the uses of another are together. */
function groupsOf(count: number, carriers: readonly (readonly number[])[]): number[][] {
  let groups = Array.from({ length: count }, (_, card) => [card]);
  for (const own of carriers) {
    const joined = groups.filter((group) => group.some((card) => own.includes(card)));
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups;
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
