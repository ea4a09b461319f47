import { readMoney } from '../../quantity.ts';
import { type Check, inOffer } from '../check.ts';
import { moneyTexts } from '../compile.ts';

export const oneCurrency: Check = {
  name: 'one-currency',
  protects: 'a statement adds amounts of one currency only',
  run({ offers }) {
    return offers.flatMap((offer) => {
      const currencies = new Set(offer.source.versions.flatMap(moneyTexts).map((text) => readMoney(text).currency));
      if (currencies.size <= 1) return [];
      return [
        inOffer(this.name, offer, ['versions'], {
          found: [...currencies].join(' and '),
          expected: 'one currency in all versions',
        }),
      ];
    });
  },
};
