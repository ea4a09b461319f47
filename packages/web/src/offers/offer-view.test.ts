import { offerOn } from '@simwise/catalog';
import { AS_RECORDED, formatDay, type Offer, parseDay, read } from '@simwise/engine';
import { Wording } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../../advisor/test/people.ts';
import { offerView } from './offer-view.ts';

const catalog = builtCatalog();
const wording = new Wording(MESSAGES.en, 'en', catalog);
const TODAY = parseDay('2026-11-22');

/** The sums in front of the first span of a price. */
function sumsIn(price: string): number[] {
  const [sums = ''] = price.split(' / ');
  return (sums.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((each) => Number(each.replaceAll(',', '')));
}

/** Offers with one fee, as it was recorded. */
const WITH_ONE_FEE = catalog.offers.flatMap((offer) => {
  const lookup = offerOn(catalog, offer.id, TODAY);
  if (lookup.is !== 'found') return [];
  const { terms, currency } = read<Offer>(lookup.found.offer, AS_RECORDED);
  const [phase, ...others] = terms.fee.phases;
  if ((currency !== 'KZT' && currency !== 'USD') || !phase?.amount || others.length > 0) return [];
  const view = offerView(catalog, offer, { on: TODAY, wording });
  return view ? [{ id: offer.id, recorded: phase.amount / 100, isOld: lookup.found.estimate !== undefined, view }] : [];
});

describe(`prices on ${formatDay(TODAY)}`, () => {
  it('that are old are shown as the range they may have come to', () => {
    const old = WITH_ONE_FEE.filter(({ isOld }) => isOld);
    expect(old.length).toBeGreaterThan(0);
    for (const { id, recorded, view } of old) {
      const [low = Number.NaN, high = Number.NaN] = sumsIn(view.price);
      expect(view.isEstimate, id).toBe(true);
      if (Number.isNaN(high)) expect(view.price, id).toContain('at least');
      else expect(high, id).toBeGreaterThan(low);
      expect(recorded, id).toBeGreaterThanOrEqual(low);
    }
  });

  it('that were seen lately are shown as they were', () => {
    const lately = WITH_ONE_FEE.filter(({ isOld, view }) => !isOld && !view.price.includes(' to '));
    expect(lately.length).toBeGreaterThan(0);
    for (const { id, recorded, view } of lately) expect(sumsIn(view.price), id).toEqual([recorded]);
  });
});
