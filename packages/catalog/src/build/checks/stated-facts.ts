import { type Check, inOffer } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { LoadedOffer } from '../load.ts';
import type { Path } from '../source-file.ts';

type Version = LoadedOffer['source']['versions'][number];

/** Facts that must be stated, be it as unknown, since their absence would be read as "none". */
function missingFacts({ source }: LoadedOffer, version: Version): string[] {
  const isLocalBase = source.role === 'base' && source.number === 'local';
  const recurs =
    typeof version.fee !== 'string' && version.fee.some(({ every, times }) => every !== 'once' && times === undefined);
  const byCalendar =
    typeof version.fee !== 'string' && version.fee.some(({ every }) => every.startsWith('calendar month'));
  const isOnce = typeof version.fee !== 'string' && version.fee.every(({ every }) => every === 'once');
  const grants = (version.allowances ?? []).length > 0;
  return [
    ...(isLocalBase && version.simPrice === undefined ? ['simPrice'] : []),
    ...(isLocalBase && recurs && version.unpaid === undefined ? ['unpaid'] : []),
    ...(byCalendar && version.proration === undefined ? ['proration'] : []),
    ...(isOnce && grants && version.validity === undefined ? ['validity'] : []),
  ];
}

function missingOfferFacts({ source }: LoadedOffer): string[] {
  if (source.role !== 'base') return [];
  const facts = { card: source.card, networks: source.networks, number: source.number, hotspot: source.hotspot };
  return Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [name] : []));
}

export const statedFacts: Check = {
  name: 'stated-facts',
  protects: 'a fact nobody has looked up is never taken for "none"',
  run({ offers }) {
    const complain = (offer: LoadedOffer, path: Path, name: string): Finding =>
      inOffer(this.name, offer, path, { found: `no ${name}`, expected: `${name}, or ${name}: unknown` });
    return offers.flatMap((offer) => [
      ...missingOfferFacts(offer).map((name) => complain(offer, [], name)),
      ...offer.source.versions.flatMap((version, index) =>
        missingFacts(offer, version).map((name) => complain(offer, ['versions', index], name)),
      ),
    ]);
  },
};
