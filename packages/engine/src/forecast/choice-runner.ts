import type { CardInput, Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { localSecondOf, type OffsetHistory } from '../local-time.ts';
import { type Money, scaleMoney } from '../money.ts';
import type { Offer } from '../offer.ts';
import { read } from '../uncertain.ts';
import type { UsageEvent, UsageKind } from '../usage.ts';
import type { CardRunner, SlotUse } from './card-runner.ts';
import type { ChoiceCard, Outcome, UncertainChoice } from './choice.ts';
import { isOnFastPath } from './fast-path.ts';
import { FastRunner } from './fast-runner.ts';
import { RaterRunner } from './rater-runner.ts';
import type { Scenarios } from './scenario.ts';
import type { Worlds } from './worlds.ts';

/** What a run needs besides the choice: the clock of the country, and whether slow data is good enough. */
export type RunTerms = {
  readonly period: Period;
  readonly local: OffsetHistory;
  readonly acceptsThrottle: boolean;
};

/** A card in one world, with the uses of the slots as it sees them. */
type RunningCard = { readonly card: ChoiceCard; readonly runner: CardRunner; readonly uses: readonly SlotUse[] };

/** Runs one choice through scenarios; what a card is in a world is worked out once. */
export class ChoiceRunner {
  readonly #choice: UncertainChoice;
  readonly #scenarios: Scenarios;
  readonly #worlds: Worlds;
  readonly #terms: RunTerms;
  readonly #byWorld: (readonly RunningCard[])[] = [];
  readonly #cards: Map<string, RunningCard>[];
  /** For each slot, the cards that carry it, in their order. */
  readonly #carriers: readonly (readonly number[])[];

  constructor(
    choice: UncertainChoice,
    { scenarios, worlds, terms }: { scenarios: Scenarios; worlds: Worlds; terms: RunTerms },
  ) {
    this.#choice = choice;
    this.#scenarios = scenarios;
    this.#worlds = worlds;
    this.#terms = terms;
    this.#cards = choice.cards.map(() => new Map());
    this.#carriers = scenarios.slots.map(({ stream }) => carriersOf(choice.cards, stream.kind));
  }

  /** Whether every card is within the rules of the fast path, in every world met so far. */
  get isFast(): boolean {
    return this.#cards.every((cards) => [...cards.values()].every(({ runner }) => runner instanceof FastRunner));
  }

  /** @param amounts those of the scenario, as `Scenarios.draw` fills them. */
  run(amounts: Float64Array, world: number): Outcome {
    const cards = this.#cardsIn(world);
    for (const { runner } of cards) runner.start();
    const { slots, period } = this.#scenarios;
    let isCarried = true;
    for (let index = 0, slot = 0, offset = 0; index < amounts.length; index++) {
      const amount = amounts[index] as number;
      if (amount > 0) {
        const at = localSecondOf(day(period.start + offset), slots[slot]?.second);
        if (!this.#carry(cards, slot, { at, amount })) isCarried = false;
      }
      slot += 1;
      if (slot < slots.length) continue;
      slot = 0;
      offset += 1;
    }
    return outcomeOf(cards, isCarried);
  }

  /** @returns whether there is a card for it at all. */
  #carry(cards: readonly RunningCard[], slot: number, use: Pick<UsageEvent, 'at' | 'amount'>): boolean {
    const carriers = this.#carriers[slot] as readonly number[];
    let left = use.amount;
    for (let index = 0; index < carriers.length && left > 0; index++) {
      const { runner, uses } = cards[carriers[index] as number] as RunningCard;
      const { event } = uses[slot] as SlotUse;
      const slotUse = { slot, event: { ...event, at: use.at, amount: left } };
      if (index < carriers.length - 1) left = runner.take(slotUse);
      else runner.feed(slotUse);
    }
    return carriers.length > 0;
  }

  #cardsIn(world: number): readonly RunningCard[] {
    this.#byWorld[world] ??= this.#choice.cards.map((card, index) => this.#cardIn(card, index, world));
    return this.#byWorld[world];
  }

  /** Worlds that differ only in what a card does not know about it have one runner for it. */
  #cardIn(card: ChoiceCard, index: number, world: number): RunningCard {
    const offers = new Map(
      [...card.offers].map(([id, offer]) => [
        id,
        read<Offer>(offer, this.#worlds.readingOf(world, (offer as Offer).brand)),
      ]),
    );
    const key = JSON.stringify([...offers]);
    const cards = this.#cards[index] as Map<string, RunningCard>;
    const known = cards.get(key);
    if (known) return known;
    const uses = this.#scenarios.slots.map(({ stream }, slot) => ({ slot, event: seenFrom(card, stream) }));
    const running = { card, uses, runner: this.#runnerOf(card, offers, uses) };
    cards.set(key, running);
    return running;
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
      acceptsThrottle,
    );
  }
}

function carriersOf(cards: readonly ChoiceCard[], kind: UsageKind): number[] {
  return cards.flatMap(({ carries }, index) => (carries.includes(kind) ? [index] : []));
}

function seenFrom({ numbers }: ChoiceCard, stream: Omit<UsageEvent, 'at' | 'amount'>): UsageEvent {
  return { ...stream, to: numbers.get(stream.to) ?? stream.to, at: localSecondOf(day(0)), amount: 0 };
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
