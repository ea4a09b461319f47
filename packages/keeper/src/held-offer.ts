import { type CompiledCatalog, type OfferOnDay, offerOn } from '@simwise/catalog';
import { AS_RECORDED, type Day, dayOf, type Offer, parseLocal, read } from '@simwise/engine';
import type { KeptCard, KeptOffer } from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

/** An offer of a card as the catalogue has it for the day the card began; `gone` where it has left the catalogue. */
export type HeldOffer =
  | { readonly is: 'found'; readonly kept: KeptOffer; readonly found: OfferOnDay }
  | { readonly is: 'gone'; readonly kept: KeptOffer };

export function heldOffer(catalog: CompiledCatalog, kept: KeptOffer): HeldOffer {
  const lookup = offerOn(catalog, kept.offer, dayOf(parseLocal(kept.start)), kept.payment);
  return lookup.is === 'found' ? { is: 'found', kept, found: lookup.found } : { is: 'gone', kept };
}

/** An offer with the terms of a day. @throws KeeperRefused where there is none. */
export function offerToHold(catalog: CompiledCatalog, id: string, on: Day, payment?: string): OfferOnDay {
  const lookup = offerOn(catalog, id, on, payment);
  if (lookup.is === 'found') return lookup.found;
  if (lookup.is === 'no-such-offer') {
    throw new KeeperRefused({ code: 'no-such-offer', offer: id, similar: lookup.similar });
  }
  throw new KeeperRefused({ code: 'before-first-version', offer: id, first: formatFirst(lookup.first) });
}

function formatFirst(first: Day): string {
  return new Date(first * 86_400_000).toISOString().slice(0, 10);
}

/** A short print of the terms as the catalogue records them, whatever their age: it changes when they do. */
export function termsPrint({ version }: OfferOnDay): string {
  const { terms, payments } = version;
  return print(JSON.stringify([terms, payments ?? null]));
}

/** FNV-1a of 53 bits, as text; told apart, not kept secret. */
export function print(text: string): string {
  let [low, high] = [0x811c9dc5, 0xc9dc5118];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x01000193);
  }
  return ((high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)).toString(36);
}

/** The currency of a card, that of its first offer still on record; the country's where none is. */
export function currencyOf(catalog: CompiledCatalog, { offers }: KeptCard): string {
  for (const { offer } of offers) {
    const facts = catalog.offers.find(({ id }) => id === offer);
    if (facts) return facts.currency;
  }
  return catalog.country.currency;
}

export function brandOf(catalog: CompiledCatalog, { offers }: KeptCard): string | undefined {
  const brands = offers.map(({ offer }) => catalog.offers.find(({ id }) => id === offer)?.brand);
  return brands.find((brand) => brand !== undefined);
}

/** What is known of an offer as recorded, without its ranges. */
export function recordedOffer({ offer }: OfferOnDay): Offer {
  return read<Offer>(offer, AS_RECORDED);
}
