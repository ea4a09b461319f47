import { type CompiledCatalog, type CompiledOffer, type OfferOnDay, offerOn, type Tier } from '@simwise/catalog';
import { type Allowance, AS_RECORDED, type Cycle, type Day, type Offer, read } from '@simwise/engine';
import {
  factAnswer,
  formatMoneyRange,
  formatVolume,
  nameIn,
  type SourceAnswer,
  scopeText,
  type Wording,
} from '@simwise/messages';
import { rateText } from './rate-text.ts';

export const PRICE_FORMS = ['daily', 'weekly', 'monthly', 'once', 'none'] as const;

export type OfferForm = (typeof PRICE_FORMS)[number];

/** An offer in words, as on a day. */
export type OfferView = {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly brandName: string;
  /** The kind of card, or the role of what is no card. */
  readonly kind: string;
  readonly kindText: string;
  readonly form: OfferForm;
  readonly price: string;
  readonly isEstimate: boolean;
  readonly data: string;
  readonly voice: string;
  readonly sms: string;
  readonly rates: string;
  readonly number: NonNullable<CompiledOffer['number']>;
  readonly hotspot: NonNullable<CompiledOffer['hotspot']>;
  readonly networks: string;
  readonly sale: 'open' | 'closed' | 'unknown';
  readonly seen: string;
  /** The last day of its evidence; null where that is not dated. */
  readonly seenDay: Day | null;
  readonly basis: string;
  readonly tier: Tier;
  readonly tierText: string;
  readonly codes: readonly (readonly [action: string, code: string])[];
  readonly notes: string;
  readonly sources: readonly SourceAnswer[];
};

type View = { readonly on: Day; readonly wording: Wording };

/** The offer with the terms of a day; undefined where none are known so early. */
export function offerView(catalog: CompiledCatalog, facts: CompiledOffer, view: View): OfferView | undefined {
  const lookup = offerOn(catalog, facts.id, view.on);
  return lookup.is === 'found' ? viewOf(catalog, lookup.found, view.wording) : undefined;
}

function viewOf(catalog: CompiledCatalog, found: OfferOnDay, wording: Wording): OfferView {
  const { facts, version } = found;
  const plain = read<Offer>(found.offer, AS_RECORDED);
  const { offers } = wording.messages.web;
  const kind = facts.role === 'base' ? (facts.card ?? 'phone') : facts.role;
  return {
    id: facts.id,
    name: wording.offerName(facts.id),
    brand: facts.brand,
    brandName: wording.brandName(facts.brand),
    kind,
    kindText: kindText(kind, wording),
    form: formOf(plain),
    price: priceText(found.offer, wording),
    isEstimate: found.estimate !== undefined && plain.terms.fee.phases.some(({ amount }) => amount !== null),
    data: allowancesText(plain, ['data'], wording),
    voice: allowancesText(plain, ['voice'], wording),
    sms: allowancesText(plain, ['sms', 'mms'], wording),
    rates: plain.terms.rates
      .flatMap((rate) => rateText(rate, plain.currency, wording.messages))
      .join(wording.messages.signs.semicolon),
    number: facts.number ?? 'unknown',
    hotspot: facts.hotspot ?? 'unknown',
    networks: networksText(catalog, facts, wording) || offers.unknown,
    sale: version.sale,
    seen: wording.seen(version.seen),
    seenDay: version.seen?.[1] ?? null,
    tier: found.tier,
    tierText: wording.messages.tiers[found.tier],
    codes: Object.entries(facts.codes ?? {}),
    ...evidenceOf(catalog, found, wording),
  };
}

function evidenceOf(catalog: CompiledCatalog, found: OfferOnDay, wording: Wording) {
  const { basis, sources } = factAnswer(catalog, found, wording);
  return { basis, sources, notes: found.version.notes ?? '' };
}

function kindText(kind: string, { messages }: Wording): string {
  const { cards, web } = messages;
  const roles: Readonly<Record<string, string>> = {
    'add-on': web.offers.addOn,
    'app-pass': web.offers.appPass,
    vas: web.offers.vas,
  };
  return roles[kind] ?? cards[kind as keyof typeof cards];
}

function networksText({ networks }: CompiledCatalog, facts: CompiledOffer, { language, messages }: Wording): string {
  const names = (facts.networks ?? []).map((id) => {
    const network = networks.find((candidate) => candidate.id === id);
    return network ? nameIn(language, network.names) : id;
  });
  return names.join(messages.signs.comma);
}

function formOf({ terms }: Offer): OfferForm {
  const [phase] = terms.fee.phases;
  if (!phase) return 'none';
  const { unit } = phase.every;
  if (phase.times !== null || unit === 'forever') return 'once';
  if (phase.every.unit !== 'days') return 'monthly';
  return phase.every.count === 1 ? 'daily' : phase.every.count <= 7 ? 'weekly' : 'monthly';
}

/** Fees, those that lie between two ends as a range. */
function priceText(offer: OfferOnDay['offer'], { messages }: Wording): string {
  const { offers } = messages.web;
  const low = read<Offer>(offer, { ...AS_RECORDED, end: 'low' });
  const high = read<Offer>(offer, { ...AS_RECORDED, end: 'high' });
  const texts = low.terms.fee.phases.map(({ amount, every, times }, index) => {
    const most = high.terms.fee.phases[index]?.amount ?? null;
    const price = amount === null ? null : formatMoneyRange(messages, { low: amount, high: most }, low.currency);
    const span = periodText(every, messages);
    if (span === '') return price === null ? offers.unknown : offers.once({ price });
    return `${price ?? offers.unknown} / ${span}${times !== null && times > 1 ? ` × ${times}` : ''}`;
  });
  return texts.join(messages.signs.comma) || offers.free;
}

function periodText(every: Cycle, messages: Wording['messages']): string {
  if (every.unit === 'days') return messages.units.days(every.count);
  if (every.unit === 'forever') return '';
  const count = every.unit === 'months' ? every.count : 1;
  return count === 1 ? messages.web.offers.month : messages.units.months(count);
}

function allowancesText({ terms }: Offer, kinds: readonly Allowance['kind'][], { messages }: Wording): string {
  const some = terms.allowances.filter(({ kind }) => kinds.includes(kind));
  return some
    .map(({ kind, amount, scope }) => {
      const where = scopeText(messages, { use: { kind, units: amount, scope } });
      const volume = formatVolume(messages, kind, amount);
      return where === '' ? volume : `${volume}${messages.signs.inBrackets({ text: where })}`;
    })
    .join(messages.signs.semicolon);
}
