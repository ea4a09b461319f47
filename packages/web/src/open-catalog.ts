import type { CompiledCatalog } from '@simwise/catalog';

/** The catalogue could not be fetched, or is not one that this program reads. */
export class CatalogTrouble extends Error {}

/** Fetches the compiled catalogue. @throws CatalogTrouble */
export async function openCatalog(address: string): Promise<CompiledCatalog> {
  const catalog = await fetchJson(address);
  if (isCatalog(catalog)) return catalog;
  throw new CatalogTrouble('not a catalogue of this form');
}

/** Fetches a file of this version. @throws CatalogTrouble */
export async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new CatalogTrouble(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    throw error instanceof CatalogTrouble ? error : new CatalogTrouble(String(error));
  }
}

function isCatalog(value: unknown): value is CompiledCatalog {
  if (typeof value !== 'object' || value === null) return false;
  return 'format' in value && value.format === 1 && 'offers' in value && Array.isArray(value.offers);
}
