import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledCatalog, CompiledOffer, Language } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { type CounterCard, type CounterRequest, counterCard, type RequestedCard } from '../src/index.ts';

const { catalog: loaded } = loadCatalog(join(dirname(fileURLToPath(import.meta.url)), '../../../catalog/kz'));
if (!loaded) throw new Error('the catalogue does not load');

export const CATALOG: CompiledCatalog = compileCatalog(loaded);

export const LANGUAGES: readonly Language[] = ['zh', 'en', 'ru', 'kk'];

const card = (plan: string, packs: string[] = [], later: string[] = []): RequestedCard => ({ plan, packs, later });

const FOREIGNER = ['register-at-operator', 'face-check', 'number-limit', 'emergency-with-card'];

export function requestFor(cards: readonly RequestedCard[], rules: readonly string[] = FOREIGNER): CounterRequest {
  return { cards, rules, on: parseDay('2026-12-01') };
}

/** Orders of every sort a counter card is made for. */
export const ORDERS: Readonly<Record<string, CounterRequest>> = {
  'a plan': requestFor([card('beeline-prostoy')]),
  'a plan with a pack': requestFor([card('beeline-prostoy', ['beeline-internet-paket-plus-5gb'])]),
  'a plan with a daily pack that starts by itself': requestFor([
    card('beeline-vse-est-840-week', ['beeline-mozhnovse7']),
  ]),
  'a plan of a brand with many services': requestFor([card('activ-pogovorim-990')], ['face-check']),
  'a stand-in of the statistic': requestFor([card('kz-reference-phone-2025')]),
  'a card ordered in an app': requestFor([card('izi-bundles')]),
  'a travel eSIM bought again': requestFor([card('maya-kz-10gb-15d', [], ['maya-kz-5gb-15d'])], ['handset-roaming']),
  'a card from home': requestFor([card('o-kg-roaming-500mb')], ['handset-roaming']),
  'a phone card and a travel eSIM': requestFor([card('beeline-prostoy'), card('maya-kz-10gb-15d')]),
};

export function cardFor(name: string, language: Language = 'en', catalog = CATALOG): CounterCard {
  const request = ORDERS[name];
  if (!request) throw new Error(`no order "${name}"`);
  return counterCard(catalog, request, language);
}

/** The catalogue with one offer changed. */
export function catalogWith(id: string, change: Partial<CompiledOffer>): CompiledCatalog {
  return { ...CATALOG, offers: CATALOG.offers.map((offer) => (offer.id === id ? { ...offer, ...change } : offer)) };
}
