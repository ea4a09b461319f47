import type { Period } from '../card-state.ts';
import type { OffsetHistory } from '../local-time.ts';
import type { Offer } from '../offer.ts';
import { type OpenFacts, openFactsOf, type Reading, read, type Uncertain } from '../uncertain.ts';
import { ScheduleBook } from './schedule.ts';
import type { Worlds } from './worlds.ts';

/** Offers as they are in each world, with their schedules, worked out once for all cards that hold them. */
export class Library {
  readonly #worlds: Worlds;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  readonly #open = new Map<Uncertain<Offer>, OpenFacts>();
  readonly #plain = new Map<Uncertain<Offer>, Map<string, Offer>>();
  readonly #books = new Map<Offer, ScheduleBook>();

  constructor(worlds: Worlds, { period, local }: { readonly period: Period; readonly local: OffsetHistory }) {
    this.#worlds = worlds;
    this.#period = period;
    this.#local = local;
  }

  /** Worlds that differ only in what does not concern the offer give the same object. */
  offerIn(offer: Uncertain<Offer>, world: number): Offer {
    const reading = this.#worlds.readingOf(world, (offer as Offer).brand);
    const known = this.#plain.get(offer) ?? new Map<string, Offer>();
    this.#plain.set(offer, known);
    const key = keyOf(this.#openIn(offer), reading);
    const plain = known.get(key) ?? read<Offer>(offer, reading);
    known.set(key, plain);
    return plain;
  }

  #openIn(offer: Uncertain<Offer>): OpenFacts {
    const open = this.#open.get(offer) ?? openFactsOf([offer]);
    this.#open.set(offer, open);
    return open;
  }

  /** @param offer one that `offerIn` gave, or one made of it. */
  schedulesOf(offer: Offer): ScheduleBook {
    const book = this.#books.get(offer) ?? new ScheduleBook(offer, this.#period, this.#local);
    this.#books.set(offer, book);
    return book;
  }
}

function keyOf({ hasEnds, choices }: OpenFacts, reading: Reading): string {
  const chosen = [...choices.keys()].map((key) => reading.choices.get(key) ?? 0);
  return `${hasEnds ? reading.end : ''} ${chosen.join()}`;
}
