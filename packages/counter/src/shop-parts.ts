import {
  type CompiledCatalog,
  type CompiledOffer,
  type Contact,
  type ContactPurpose,
  contactsOf,
  type Language,
} from '@simwise/catalog';
import { formatVolume, listText, nameIn } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import { type Extra, extrasOf } from './extras.ts';
import { type Order, orderName, plainTerms, priceText, tradeNames } from './order.ts';
import { activation, codeOf, type Item, isDialled, type Part } from './part.ts';
import { say } from './said.ts';
import type { CounterTexts } from './texts/texts.ts';

/** The tariff, the packs, what is not wanted and what to check: all that is said to the assistant. */
export function shopParts(order: Order, languages: readonly Language[]): Part[] {
  const heading = (pick: (texts: CounterTexts) => string) => say(languages, pick);
  const packs = order.packs.map((pack) => packItem(order, pack, languages));
  const later = order.later.map((pack) => packItem(order, pack, languages));
  return [
    tariffPart(order, languages),
    packs.length > 0
      ? { id: 'packs', heading: heading((texts) => texts.packs), items: packs }
      : { id: 'packs', heading: heading((texts) => texts.noPacks), items: [] },
    ...(later.length > 0 ? [{ id: 'later', heading: heading((texts) => texts.later), items: later } as const] : []),
    { id: 'not', heading: heading((texts) => texts.not), items: extraItems(order, languages) },
    checkPart(order, languages),
  ];
}

function tariffPart(order: Order, languages: readonly Language[]): Part {
  const { plan } = order;
  const price = say(languages, (texts, language) => priceText(order, plan, { texts, language }));
  if (!plan.reference) {
    const items = [{ name: orderName(order, plan), note: price }];
    return { id: 'tariff', heading: say(languages, ({ tariff }) => tariff), items };
  }
  const volumes = say(languages, ({ atLeast }, language) => atLeast({ volumes: volumesText(order, language) }));
  return {
    id: 'tariff',
    heading: say(languages, ({ likeThis }) => likeThis),
    items: [{ said: volumes, short: volumes[0]?.text ?? '', note: price }],
  };
}

/** What a stand-in for offers holds at least: `5 GB, 140 min and 50 SMS`. */
function volumesText({ catalog, plan, on }: Order, language: Language): string {
  const { allowances } = plainTerms(catalog, plan, on);
  const messages = MESSAGES[language];
  return listText(
    messages,
    allowances.map(({ kind, amount }) => formatVolume(messages, kind, amount, plan.currency)),
  );
}

function packItem(order: Order, pack: CompiledOffer, languages: readonly Language[]): Item {
  const note = say(languages, (texts, language) => priceText(order, pack, { texts, language }));
  return { name: { seller: '', names: tradeNames(order.catalog, pack.names) }, ...activation(pack.codes), note };
}

/** What the brand is known to add, and whatever else it may have. */
function extraItems({ catalog, plan, on }: Order, languages: readonly Language[]): Item[] {
  const known = plan.reference ? [] : extrasOf(catalog, plan, on);
  const other = say(languages, ({ extras }) => extras.other);
  return [...known.map((extra) => extraItem(catalog, extra, languages)), { said: other }];
}

function extraItem(catalog: CompiledCatalog, { kind, names, offCode }: Extra, languages: readonly Language[]): Item {
  const said = say(languages, ({ extras }, language) => extras[kind]({ name: nameIn(language, names) }));
  const short = tradeNames(catalog, names).join(' / ');
  if (offCode === null) return { said, short };
  return { said, short, code: codeOf(offCode), note: say(languages, ({ offBy }) => offBy) };
}

const CHECKED: readonly ContactPurpose[] = ['balance', 'remaining', 'tariff', 'own-number'];

function checkPart(order: Order, languages: readonly Language[]): Part {
  const codes = checkCodes(order);
  if (codes.length === 0) return { id: 'check', heading: say(languages, ({ showMe }) => showMe), items: [] };
  const items = codes.map(({ purpose, detail, value = '' }) => ({
    said: say(languages, (_, language) => purposeText(language, purpose, detail?.[language])),
    code: codeOf(value),
  }));
  return { id: 'check', heading: say(languages, ({ check }) => check), items };
}

/** The newest code of the brand for each purpose; a code of the plan itself stands for what is left. */
function checkCodes({ brand, plan }: Order): Contact[] {
  const own = plan.codes?.['check'];
  const ofPlan = isDialled(own) ? [{ purpose: 'remaining', value: own, sources: [] } as const] : [];
  const ofBrand = brand ? contactsOf(brand, 'codes').filter(({ value }) => isDialled(value)) : [];
  const newest = [...ofBrand].sort((a, b) => ((a.seen ?? '') < (b.seen ?? '') ? 1 : -1));
  const picked = CHECKED.flatMap((purpose) => [...ofPlan, ...newest].find((code) => code.purpose === purpose) ?? []);
  return picked.filter(({ value }, index) => picked.findIndex((code) => code.value === value) === index);
}

function purposeText(language: Language, purpose: ContactPurpose, detail: string | undefined): string {
  const { contacts, signs } = MESSAGES[language];
  const text = contacts.purposes[purpose];
  return detail ? `${text}${signs.colon}${detail}` : text;
}
