import { type Check, inOffer } from '../check.ts';

export const idInPlace: Check = {
  name: 'id-in-place',
  protects: 'an offer is found in the folder of its brand, under an id that begins with the seller',
  run({ offers }) {
    return offers.flatMap((offer) => {
      const folder = offer.file.file.split('/')[1] as string;
      const isReference = offer.source.reference === true;
      if (folder === offer.source.brand || isReference) return [];
      return [
        inOffer(this.name, offer, ['brand'], {
          found: `brand "${offer.source.brand}" in offers/${folder}/`,
          expected: `offers/${offer.source.brand}/`,
        }),
      ];
    });
  },
};
