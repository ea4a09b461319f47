import type { CompiledCatalog } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import { type BrandAnswer, brandAnswer, hasContacts, type Wording } from '@simwise/messages';

/** How to reach each brand of which something is on record, those of the country first. */
export type AskView = { readonly brands: readonly BrandAnswer[] };

export function askView(catalog: CompiledCatalog, on: Day, wording: Wording): AskView {
  const brands = catalog.brands.map((brand) => brandAnswer(catalog, brand, { on, wording }));
  const reachable = brands.filter(hasContacts);
  const isLocal = ({ company }: BrandAnswer) => (company === null ? 1 : 0);
  return { brands: reachable.toSorted((a, b) => isLocal(a) - isLocal(b)) };
}
