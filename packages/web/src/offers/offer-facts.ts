import type { Messages } from '@simwise/messages';
import type { OfferView } from './offer-view.ts';

export type OfferFact = { readonly name: string; readonly of: (offer: OfferView) => string };

/** What is told of an offer, line by line, alone or beside others. */
export function offerFacts({ web, command, signs }: Messages): readonly OfferFact[] {
  const { rows, number, hotspotWords, estimate } = web.offers;
  const sale = { open: command.open, closed: command.closed, unknown: command.saleUnknown };
  return [
    {
      name: rows.price,
      of: ({ price, isEstimate }) => (isEstimate ? `${price}${signs.inBrackets({ text: estimate })}` : price),
    },
    { name: rows.kind, of: ({ kindText }) => kindText },
    { name: rows.brand, of: ({ brandName }) => brandName },
    { name: rows.data, of: ({ data }) => data || '–' },
    { name: rows.voice, of: ({ voice }) => voice || '–' },
    { name: rows.sms, of: ({ sms }) => sms || '–' },
    { name: rows.rates, of: ({ rates }) => rates || '–' },
    { name: rows.number, of: (offer) => number[offer.number] },
    { name: rows.hotspot, of: ({ hotspot }) => hotspotWords[hotspot] },
    { name: rows.networks, of: ({ networks }) => networks },
    { name: rows.sale, of: (offer) => sale[offer.sale] },
    { name: rows.seen, of: ({ seen }) => seen },
    { name: rows.tier, of: ({ tierText }) => tierText },
  ];
}
