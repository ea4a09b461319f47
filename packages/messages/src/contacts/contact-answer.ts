import {
  type Brand,
  CONTACT_SECTIONS,
  type CompiledCatalog,
  type Contact,
  type ContactSection,
  contactsOf,
  missingPurposes,
  offerOn,
  yearsSince,
} from '@simwise/catalog';
import { type Day, dateFromDay } from '@simwise/engine';
import { formatPartialDate, nameIn } from '../format.ts';
import { type SourceAnswer, sourceAnswers } from '../source-answer.ts';
import type { Wording } from '../wording.ts';

/** A code, line or address. `dial` is the link by which a phone may dial it, `years` how old the page is at least. */
export type ContactAnswer = {
  readonly purpose: string;
  readonly purposeText: string;
  readonly detail: string | null;
  readonly value: string | null;
  readonly dial: string | null;
  readonly seen: string | null;
  readonly years: number | null;
  readonly ageText: string;
  readonly sources: readonly SourceAnswer[];
};

/** Codes of a pack or a service, by what they do. */
export type PackCodes = {
  readonly offer: string;
  readonly name: string;
  readonly codes: { readonly [A in PackAction]?: string };
  readonly seen: string | null;
  readonly years: number | null;
  readonly ageText: string;
  readonly sources: readonly SourceAnswer[];
};

export const PACK_ACTIONS = ['activate', 'check', 'deactivate'] as const;

export type PackAction = (typeof PACK_ACTIONS)[number];

/** Everything on record about reaching a brand. */
export type BrandAnswer = {
  readonly brand: string;
  readonly name: string;
  readonly company: string | null;
  readonly network: string | null;
  readonly sections: { readonly [S in ContactSection]: readonly ContactAnswer[] };
  readonly packs: readonly PackCodes[];
  readonly notKnown: readonly { readonly purpose: string; readonly text: string }[];
  readonly notes: string | null;
};

export function brandAnswer(catalog: CompiledCatalog, brand: Brand, { on, wording }: View): BrandAnswer {
  const { language, messages } = wording;
  const company = catalog.operators.find(({ id }) => id === brand.operator);
  const network = catalog.networks.find(({ id }) => id === brand.network);
  const sections = CONTACT_SECTIONS.map((section) => [
    section,
    contactsOf(brand, section).map((contact) => contactAnswer(catalog, contact, { on, wording })),
  ]);
  return {
    brand: brand.id,
    name: nameIn(language, brand.names),
    company: company ? nameIn(language, company.names) : null,
    network: network ? nameIn(language, network.names) : null,
    sections: Object.fromEntries(sections) as BrandAnswer['sections'],
    packs: packCodes(catalog, brand, { on, wording }),
    notKnown: isLocal(brand)
      ? missingPurposes(brand).map((purpose) => ({ purpose, text: messages.contacts.purposes[purpose] }))
      : [],
    notes: brand.notes?.[language] ?? null,
  };
}

type View = { readonly on: Day; readonly wording: Wording };

/** Sellers from elsewhere have no codes of the country that could be missing. */
function isLocal({ operator }: Brand): boolean {
  return operator !== undefined;
}

/** Whether there is anything to reach a brand by. */
export function hasContacts({ sections, packs }: BrandAnswer): boolean {
  return packs.length > 0 || Object.values(sections).some((contacts) => contacts.length > 0);
}

function contactAnswer(catalog: CompiledCatalog, contact: Contact, { on, wording }: View): ContactAnswer {
  const { purpose, detail, value, seen, sources } = contact;
  const dated = seen ?? newestOf(catalog, sources);
  return {
    purpose,
    purposeText: wording.messages.contacts.purposes[purpose],
    detail: detail?.[wording.language] ?? null,
    value: value ?? null,
    dial: value === undefined ? null : dialLink(value),
    ...ageOf(dated, { on, wording }),
    sources: sourceAnswers(catalog, sources),
  };
}

/** The newest date of some sources; none where all are undated. */
function newestOf({ sources }: CompiledCatalog, ids: readonly string[]): string | null {
  const dates = sources.flatMap(({ id, seen }) => (ids.includes(id) && seen !== undefined ? [seen] : []));
  return dates.sort().at(-1) ?? null;
}

function ageOf(seen: string | null, { on, wording }: View) {
  const { contacts } = wording.messages;
  if (seen === null) return { seen, years: null, ageText: contacts.undated };
  const years = yearsSince(seen, on);
  const said = formatPartialDate(wording.messages, seen);
  const ageText = years > 0 ? contacts.seenAgo({ seen: said, years }) : contacts.seenLately({ seen: said });
  return { seen, years, ageText };
}

/** `*106#` as `tel:*106%23`. Letters stand for what a person puts in, so nothing with letters can be dialled. */
export function dialLink(value: string): string | null {
  if (!/^[+*#\d][\d*# ]+$/.test(value)) return null;
  return `tel:${value.replaceAll(' ', '').replaceAll('#', '%23')}`;
}

/** The codes of what the brand may still sell. */
function packCodes(catalog: CompiledCatalog, { id: brand }: Brand, { on, wording }: View): PackCodes[] {
  return catalog.offers.flatMap(({ id, brand: seller, codes = {} }) => {
    const dialled = PACK_ACTIONS.flatMap((action) => (isCode(codes[action]) ? [[action, codes[action]]] : []));
    const lookup = seller === brand && dialled.length > 0 ? offerOn(catalog, id, on) : undefined;
    if (lookup?.is !== 'found' || lookup.found.version.sale === 'closed') return [];
    const { seen, sources } = lookup.found.version;
    const year = seen ? String(dateFromDay(seen[1]).year) : null;
    return [
      {
        offer: id,
        name: wording.offerName(id),
        codes: Object.fromEntries(dialled) as PackCodes['codes'],
        ...ageOf(year, { on, wording }),
        sources: sourceAnswers(catalog, sources),
      },
    ];
  });
}

function isCode(value: string | undefined): boolean {
  return value !== undefined && /^[*#]/.test(value);
}
