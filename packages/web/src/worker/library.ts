import type { CompiledCatalog } from '@simwise/catalog';
import {
  type CompiledCells,
  type CompiledCoverage,
  type CompiledPlaces,
  type CoverageFacts,
  chosenNetworks,
  PlaceIndex,
  unpackPlaces,
} from '@simwise/places';
import { dayIn } from '../day-in.ts';
import { fetchJson, openCatalog } from '../open-catalog.ts';
import type { CountryShape } from './country-shape.ts';
import type { DataFiles } from './protocol.ts';

/** The files of this version, each fetched when it is first needed. One that failed is asked for again the next time. */
export class Library {
  readonly #files: DataFiles;
  #catalog: Promise<CompiledCatalog> | undefined;
  #places: Promise<Places> | undefined;
  #evidence: Promise<Evidence> | undefined;
  readonly #opened: (catalog: CompiledCatalog) => void;

  /** @param opened hears of the catalogue before anybody else has it. */
  constructor(files: DataFiles, opened: (catalog: CompiledCatalog) => void) {
    this.#files = files;
    this.#opened = opened;
  }

  /** @throws CatalogTrouble */
  catalog(): Promise<CompiledCatalog> {
    this.#catalog ??= this.#openCatalog().catch((error: unknown) => {
      this.#catalog = undefined;
      throw error;
    });
    return this.#catalog;
  }

  async #openCatalog(): Promise<CompiledCatalog> {
    const catalog = await openCatalog(this.#files.catalog);
    this.#opened(catalog);
    return catalog;
  }

  /** All places, ready to be searched. @throws CatalogTrouble */
  places(): Promise<Places> {
    this.#places ??= openPlaces(this.#files).catch((error: unknown) => {
      this.#places = undefined;
      throw error;
    });
    return this.#places;
  }

  /** @throws CatalogTrouble */
  evidence(): Promise<Evidence> {
    this.#evidence ??= openEvidence(this.#files).catch((error: unknown) => {
      this.#evidence = undefined;
      throw error;
    });
    return this.#evidence;
  }

  /** Everything that is known of coverage. @throws CatalogTrouble */
  async coverageFacts(catalog: CompiledCatalog, now: number): Promise<CoverageFacts> {
    const [{ index, credits }, { coverage, cells }] = await Promise.all([this.places(), this.evidence()]);
    const networks = chosenNetworks(catalog);
    return { index, credits, coverage, cells, reports: [], networks, today: dayIn(catalog, now) };
  }
}

type Places = Pick<CoverageFacts, 'index' | 'credits'>;
type Evidence = Pick<CoverageFacts, 'coverage' | 'cells'> & { readonly shape: CountryShape };

async function openPlaces({ places }: DataFiles): Promise<Places> {
  const compiled = (await fetchJson(places)) as CompiledPlaces;
  return { index: new PlaceIndex(unpackPlaces(compiled)), credits: compiled.credits };
}

async function openEvidence({ coverage, cells, shape }: DataFiles): Promise<Evidence> {
  const [said, drawn, ...seen] = await Promise.all([coverage, shape, ...cells].map(fetchJson));
  return {
    coverage: said as CompiledCoverage,
    shape: drawn as CountryShape,
    cells: seen as CompiledCells[],
  };
}
