import { type Check, inOffer } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { LoadedOffer } from '../load.ts';

/** `kazakhtelecom-altel-internet-pack` names the brand altel: words joined by hyphens, in a row. */
function names(id: string, brand: string): boolean {
  return `-${id}-`.includes(`-${brand}-`);
}

function findingsOf(check: string, offer: LoadedOffer): Finding[] {
  const { id, brand } = offer.source;
  const folder = offer.file.file.split('/')[1] as string;
  if (folder !== brand) {
    const complaint = { found: `brand "${brand}" in offers/${folder}/`, expected: `offers/${brand}/` };
    return [inOffer(check, offer, ['brand'], complaint)];
  }
  const expected = `an id that names the brand, such as "${brand}-${id}"`;
  return names(id, brand) ? [] : [inOffer(check, offer, ['id'], { found: `"${id}"`, expected })];
}

export const idInPlace: Check = {
  name: 'id-in-place',
  protects: 'an offer is found in the folder of its brand, under an id that names the brand',
  run({ offers }) {
    // The stand-in for local cards is of no brand.
    return offers.filter(({ source }) => !source.reference).flatMap((offer) => findingsOf(this.name, offer));
  },
};
