import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, dayOf, localFromUtc } from '@simwise/engine';
import {
  CannotCover,
  type CompiledCells,
  type CompiledCoverage,
  type CompiledPlaces,
  type CoverageFacts,
  chosenNetworks,
  PlaceIndex,
  unpackPlaces,
} from '@simwise/places';

/** All that answers come from, compiled; a catalogue need not have places. */
export type Compiled = {
  readonly catalog: CompiledCatalog;
  readonly places: {
    readonly places: CompiledPlaces;
    readonly coverage: CompiledCoverage;
    readonly cells: readonly CompiledCells[];
  } | null;
};

/** The same, made ready to be asked again and again. */
export class Knowledge {
  readonly catalog: CompiledCatalog;
  readonly #places: Compiled['places'];
  #index: PlaceIndex | null = null;

  constructor({ catalog, places }: Compiled) {
    this.catalog = catalog;
    this.#places = places;
  }

  /** The day in the catalogue's country. `now` is in milliseconds since 1970. */
  today(now: number): Day {
    return dayOf(localFromUtc(this.catalog.country.offsets, Math.floor(now / 1_000)));
  }

  /** What is known of coverage; nobody's own reports are among it. @throws CannotCover where no places are known */
  coverage(today: Day): CoverageFacts {
    if (!this.#places) throw new CannotCover({ code: 'no-places' });
    const { places, coverage, cells } = this.#places;
    this.#index ??= new PlaceIndex(unpackPlaces(places));
    const networks = chosenNetworks(this.catalog);
    return { index: this.#index, credits: places.credits, coverage, cells, reports: [], networks, today };
  }
}
