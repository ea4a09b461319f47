import type { CompiledCatalog, Names } from '@simwise/catalog';
import { CannotCover } from './cannot-cover.ts';

/**
 * The network a person names by its own name, its id or that of a brand it carries: `Билайн`, `activ`.
 * @throws CannotCover where there is none, or where it is not known which network carries the brand
 */
export function networkNamed({ networks, brands }: CompiledCatalog, text: string): string {
  const known = networks.map(({ id }) => id);
  const network = networks.find((each) => isNamed(each, text)) ?? networks.find(({ names }) => isPartOf(names, text));
  if (network) return network.id;
  const brand = brands.find((each) => isNamed(each, text));
  if (brand?.network !== undefined) return brand.network;
  if (brand?.operator !== undefined) throw new CannotCover({ code: 'network-not-known', brand: text, known });
  throw new CannotCover({ code: 'no-such-network', network: text, known });
}

type Named = { readonly id: string; readonly names: Names };

function isNamed({ id, names }: Named, text: string): boolean {
  return [id, ...Object.values(names)].some((name) => sameName(name, text));
}

/** Of `Tele2 / Altel` either name will do. */
function isPartOf(names: Names, text: string): boolean {
  return Object.values(names).some(
    (name) => name.includes(' / ') && name.split(' / ').some((part) => sameName(part, text)),
  );
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The networks that a brand for sale runs on, in the order of the catalogue: those a person can choose between. */
export function chosenNetworks({ networks, brands }: CompiledCatalog): string[] {
  const carrying = new Set(brands.map(({ network }) => network));
  return networks.map(({ id }) => id).filter((id) => carrying.has(id));
}
