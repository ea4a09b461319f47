import { parseDay } from '@simwise/engine';
import { describe, expect, it } from 'vitest';
import { type Filters, filterOffers, withFilter } from './offer-filters.ts';
import type { OfferView } from './offer-view.ts';

const TODAY = parseDay('2026-11-22');

function offer(id: string, part: Partial<OfferView>): OfferView {
  return {
    id,
    name: id,
    brand: 'kcell',
    brandName: 'Kcell',
    kind: 'phone',
    kindText: '',
    form: 'monthly',
    price: '',
    isEstimate: false,
    data: '',
    voice: '',
    sms: '',
    rates: '',
    number: 'local',
    hotspot: 'allowed',
    networks: '',
    sale: 'open',
    seen: '',
    seenDay: TODAY,
    basis: '',
    tier: 'A',
    tierText: '',
    codes: [],
    notes: '',
    sources: [],
    ...part,
  };
}

const OFFERS = [
  offer('Talks', {}),
  offer('Простой', { brand: 'beeline', form: 'daily', hotspot: 'unknown', sale: 'closed' }),
  offer('Travel 5', { kind: 'travel-esim', number: 'none', form: 'once', seenDay: parseDay('2025-11-22') }),
  offer('Undated', { seenDay: null, sale: 'unknown' }),
];

describe('filters', () => {
  it.each<[Filters, string[]]>([
    [{}, ['Talks', 'Простой', 'Travel 5', 'Undated']],
    [{ name: ' ПРО' }, ['Простой']],
    [{ brand: 'beeline' }, ['Простой']],
    [{ kind: 'travel-esim' }, ['Travel 5']],
    [{ form: 'daily' }, ['Простой']],
    [{ seen: '6' }, ['Talks', 'Простой']],
    [{ seen: '12' }, ['Talks', 'Простой', 'Travel 5']],
    [{ open: 'yes' }, ['Talks', 'Travel 5', 'Undated']],
    [{ hotspot: 'yes' }, ['Talks', 'Travel 5', 'Undated']],
    [{ number: 'yes' }, ['Talks', 'Простой', 'Undated']],
    [{ number: 'yes', open: 'yes', seen: '12' }, ['Talks']],
    [{ brand: 'nobody' }, []],
  ])('%o leaves %o', (filters, names) => {
    expect(filterOffers(OFFERS, filters, TODAY).map(({ name }) => name)).toEqual(names);
  });

  it('goes when its value is emptied', () => {
    expect(withFilter({ brand: 'kcell', open: 'yes' }, 'brand', '')).toEqual({ open: 'yes' });
    expect(withFilter({ open: 'yes' }, 'brand', 'izi')).toEqual({ open: 'yes', brand: 'izi' });
  });
});
