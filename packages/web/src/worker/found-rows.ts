import { cheapestAt, LengthFinder, type Stay, stayOffers } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import type { Wording } from '@simwise/messages';
import type { RouteCoverage } from '@simwise/places';
import { bytesOf, dataOf, GIGABYTE, gigabyteSteps } from '../adjustable.ts';
import { foundChoice } from './found-choice.ts';
import { dataSaid, type FoundChoice, type FoundNews, type FoundRow } from './found-row.ts';
import type { Said } from './protocol.ts';

/** What rows rest on. `longest`: days of the longest stay that they are for. */
export type RowFacts = {
  readonly basis: string;
  readonly longest: number;
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly route: RouteCoverage | null;
  readonly wording: Wording;
};

/** A use of data for which cards are to be found: its key, and bytes a day. */
export type DataAsked = { readonly data: string; readonly bytes: number };

/** Finds the cheapest cards for all days of a stay, for one use of data after another; each is worked out and told once. */
export class FoundRows {
  readonly #facts: RowFacts;
  readonly #finder: LengthFinder;
  readonly #tell: (news: FoundNews) => void;
  readonly #rows = new Map<string, FoundRow>();
  /** A pass that was left in the middle: it goes on before another begins. */
  #underWay: Generator<void, void> | undefined;

  /** Data of certain apps stand for all data here: a row is of so much data, whatever it is for. */
  constructor(facts: RowFacts, tell: (news: FoundNews) => void) {
    const { catalog, stay, route, longest } = facts;
    const plain = { ...stay, profile: stay.profile.filter(({ kind }) => kind !== 'data') };
    this.#facts = facts;
    this.#finder = new LengthFinder(stayOffers(catalog, plain, route), longest);
    this.#tell = tell;
  }

  isOf(basis: string, longest: number): boolean {
    return this.#facts.basis === basis && this.#facts.longest >= longest;
  }

  /** Who leaves in the middle loses nothing: the next one to ask goes on from there. */
  *row(asked: DataAsked): Generator<void, FoundRow> {
    for (;;) {
      const known = this.#rows.get(asked.data);
      if (known) return known;
      this.#underWay ??= this.#pass(asked);
      yield* this.#underWay;
      this.#underWay = undefined;
    }
  }

  *#pass({ data, bytes }: DataAsked): Generator<void, void> {
    const costs = yield* this.#finder.find(bytes);
    const { stay, wording, longest } = this.#facts;
    const found: (FoundChoice | null)[] = [];
    for (let days = 1; days <= longest; days++) {
      const best = cheapestAt(costs, days);
      found.push(best && foundChoice(best, stay.currency, wording));
      yield;
    }
    const row = { data, found };
    this.#rows.set(data, row);
    this.#tell({ basis: this.#facts.basis, row });
  }
}

/** How many steps of the slider for data are worked out ahead, half of them to each side. */
const STEPS_AHEAD = 12;

/** The uses of data that may be asked for next: that of the stay, and the steps of the slider around it, the nearest first. */
export function usesAhead({ stay: input }: Said, { profile }: Stay): DataAsked[] {
  const data = profile.filter(({ kind }) => kind === 'data');
  const bytes = data.reduce((sum, { perDay }) => sum + perDay.num / perDay.den, 0);
  const away = (gigabytes: number) => Math.abs(gigabytes - bytes / GIGABYTE);
  const steps = gigabyteSteps().toSorted((a, b) => away(a) - away(b));
  const own = data.some(({ app }) => app !== undefined) ? [] : [{ data: dataSaid(input), bytes: Math.round(bytes) }];
  return [...own, ...steps.slice(0, STEPS_AHEAD).map(askedFor)];
}

/** So many gigabytes a day as the sliders and the map say them. */
export function askedFor(gigabytes: number): DataAsked {
  return { data: dataSaid({ usage: dataOf(gigabytes) }), bytes: bytesOf(gigabytes) };
}
