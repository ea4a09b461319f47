import { type Check, inOffer } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { LoadedCatalog, LoadedOffer } from '../load.ts';
import type { Path } from '../source-file.ts';

/** Every id an offer names, with its place and what it must name. */
function referencesOf({
  source,
}: LoadedOffer): { path: Path; id: string; to: 'brand' | 'network' | 'offer' | 'source' }[] {
  const networks = Array.isArray(source.networks) ? source.networks : [];
  const { requires, conflicts = [], eligibility = [] } = source;
  return [
    { path: ['brand'], id: source.brand, to: 'brand' as const },
    ...networks.map((id, i) => ({ path: ['networks', i], id, to: 'network' as const })),
    ...(requires?.offers ?? []).map((id, i) => ({ path: ['requires', 'offers', i], id, to: 'offer' as const })),
    ...(requires?.brands ?? []).map((id, i) => ({ path: ['requires', 'brands', i], id, to: 'brand' as const })),
    ...conflicts.map((id, i) => ({ path: ['conflicts', i], id, to: 'offer' as const })),
    ...eligibility.flatMap((item, i) =>
      typeof item === 'string' ? [] : [{ path: ['eligibility', i], id: item.customerOf, to: 'brand' as const }],
    ),
    ...source.versions.flatMap((version, v) => [
      ...version.sources.map((id, i) => ({ path: ['versions', v, 'sources', i], id, to: 'source' as const })),
      ...packOf(version.unpaid).map((id) => ({
        path: ['versions', v, 'unpaid', 'pack', 'offer'],
        id,
        to: 'offer' as const,
      })),
    ]),
  ];
}

function packOf(unpaid: LoadedOffer['source']['versions'][number]['unpaid']): string[] {
  return typeof unpaid === 'object' && unpaid.pack ? [unpaid.pack.offer] : [];
}

function knownIds({ documents, sources, offers }: LoadedCatalog) {
  return {
    brand: new Set(documents.market.brands.map(({ id }) => id)),
    network: new Set(documents.market.networks.map(({ id }) => id)),
    source: new Set(sources.map(({ source }) => source.id)),
    offer: new Set([...offers.map(({ source }) => source.id), ...documents['left-out'].leftOut.map(({ id }) => id)]),
  };
}

export const knownReferences: Check = {
  name: 'known-references',
  protects: 'every number can be traced to a source, and every pack to the plan it needs',
  run(catalog) {
    const known = knownIds(catalog);
    return catalog.offers.flatMap((offer): Finding[] =>
      referencesOf(offer)
        .filter(({ id, to }) => !known[to].has(id))
        .map(({ path, id, to }) =>
          inOffer(this.name, offer, path, {
            found: `"${id}"`,
            expected: `the id of ${to === 'offer' ? 'an' : 'a'} ${to} on file`,
          }),
        ),
    );
  },
};
