import { readingsOf } from '@simwise/engine';
import { type Check, inOffer } from '../check.ts';
import { compileCatalog } from '../compile.ts';

const MOST = 64;

export const fewOpenFacts: Check = {
  name: 'few-open-facts',
  protects: 'the range of a price can be worked out over every reading of what is not known',
  run(catalog) {
    const compiled = new Map(compileCatalog(catalog).offers.map((offer) => [offer.id, offer]));
    return catalog.offers.flatMap((offer) => {
      const versions = compiled.get(offer.source.id)?.versions ?? [];
      return versions.flatMap(({ terms }, index) => {
        const count = readingsOf([terms]).length - 1;
        if (count <= MOST) return [];
        return [
          inOffer(this.name, offer, ['versions', index], {
            found: `${count} readings`,
            expected: `at most ${MOST}; state fewer facts as unknown`,
          }),
        ];
      });
    });
  },
};
