import { type Day, dateFromDay } from '@simwise/engine';
import type { Brand, CompiledCatalog } from './compiled.ts';
import type { Texts } from './formality.ts';
import { nearestTo } from './nearest.ts';
import { daysOfPartialDate } from './partial-date.ts';

/** What a code, an address or a line is for. */
export const CONTACT_PURPOSES = [
  'care',
  'email',
  'office',
  'app',
  'cabinet',
  'bot',
  'order',
  'number-choice',
  'balance',
  'remaining',
  'tariff',
  'own-number',
  'screen-balance',
  'change-tariff',
  'renew',
  'activate',
  'home-zone',
  'credit',
  'credit-menu',
  'credit-on',
  'credit-off',
  'block',
  'portability',
  'registration',
  'call-back',
  'top-up-request',
  'collect-call',
  'voice-mail',
  'top-up',
  'bank-card',
  'foreign-card',
  'bank-app',
  'terminal',
  'voucher',
  'transfer',
  'automatic-top-up',
  'other',
] as const;

export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** A code, an address, a line or a place of a brand; `value` is absent where only that it exists is known. */
export type Contact = {
  readonly purpose: ContactPurpose;
  readonly detail?: Texts;
  readonly value?: string;
  /** The last year, month or day its page can be of; absent where that is undated. */
  readonly seen?: string;
  readonly sources: readonly string[];
};

export const CONTACT_SECTIONS = ['care', 'apps', 'offices', 'codes', 'topUp'] as const;

export type ContactSection = (typeof CONTACT_SECTIONS)[number];

/** What everybody who holds a card needs sooner or later; a brand without one of them is said not to be known. */
const NEEDED: readonly ContactPurpose[] = [
  'care',
  'office',
  'app',
  'balance',
  'remaining',
  'own-number',
  'tariff',
  'foreign-card',
];

export function contactsOf(brand: Brand, section: ContactSection): readonly Contact[] {
  return brand[section] ?? [];
}

export function allContacts(brand: Brand): Contact[] {
  return CONTACT_SECTIONS.flatMap((section) => contactsOf(brand, section));
}

/** The needed purposes for which a brand has nothing on record. */
export function missingPurposes(brand: Brand): ContactPurpose[] {
  const known = new Set(allContacts(brand).map(({ purpose }) => purpose));
  return NEEDED.filter((purpose) => !known.has(purpose));
}

/** How long ago something dated `2019`, `2019-03` or `2019-03-14` was seen, in whole years at least. */
export function yearsSince(seen: string, on: Day): number {
  const [from, to] = [dateFromDay(daysOfPartialDate(seen).last), dateFromDay(on)];
  const isBefore = to.month < from.month || (to.month === from.month && to.dayOfMonth < from.dayOfMonth);
  return Math.max(0, to.year - from.year - (isBefore ? 1 : 0));
}

export type BrandLookup =
  | { readonly is: 'found'; readonly brands: readonly Brand[] }
  | { readonly is: 'no-such-brand'; readonly similar: readonly string[]; readonly known: readonly string[] };

/** The brands a person means by an id or a name of a brand, or all brands of a company by its id or name. */
export function findBrands(catalog: CompiledCatalog, asked: string): BrandLookup {
  const brands = catalog.brands.filter(({ id }) => id !== 'reference');
  const wanted = plainText(asked);
  const calls = ({ id, names }: { id: string; names: object }) => [id, ...Object.values(names)].map(plainText);
  const isMeant = (thing: { id: string; names: object }) => calls(thing).includes(wanted);
  const found = brands.filter(isMeant);
  if (found.length > 0) return { is: 'found', brands: found };
  const companies = catalog.operators.filter((operator) => isMeant(operator) || operator.legalName === asked);
  const owned = brands.filter(({ operator }) => companies.some(({ id }) => id === operator));
  if (owned.length > 0) return { is: 'found', brands: owned };
  const ids = brands.map(({ id }) => id);
  const near = nearestTo(
    wanted,
    brands.flatMap((brand) => calls(brand).map((name) => ({ name, id: brand.id }))),
  );
  return { is: 'no-such-brand', similar: near, known: ids };
}

function plainText(text: unknown): string {
  return String(text).trim().toLowerCase();
}
