import { type Choice, type ChoiceKind, mainOffer, type RatedCard, type Stay } from '@simwise/advisor';
import type { CompiledCatalog, Tier } from '@simwise/catalog';
import { type Day, dayOf, formatDay, type Line, type Money, type MoneyRange } from '@simwise/engine';
import {
  drawTogether,
  factAnswer,
  formatDate,
  formatMoneyRange,
  hassleText,
  rateSentence,
  type SourceAnswer,
  type Wording,
} from '@simwise/messages';
import type { CoverageFacts } from '@simwise/places';
import type { Advised } from './keeper/keeper-protocol.ts';

/** One choice in words: what to buy, what it costs, why, and what it rests on. */
export type ChoiceView = {
  /** Made of the ids of its offers; the same choice has the same id in another answer. */
  readonly id: string;
  readonly kind: ChoiceKind;
  readonly kindText: string;
  readonly serves: boolean;
  readonly rank: number;
  readonly offers: readonly string[];
  readonly title: string;
  readonly total: TotalView;
  readonly perDay: string;
  readonly perGigabyte: string;
  readonly reasons: readonly string[];
  readonly purchases: readonly { readonly day: string; readonly offer: string }[];
  /** The same for the keeper, by ids. */
  readonly advised: Advised;
  readonly ledgers: readonly LedgerView[];
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
  /** How much trouble it is: steps and cards. */
  readonly hassle: string;
  readonly facts: readonly FactView[];
  readonly rates: readonly string[];
};

/** `high` is null where no upper end is known; amounts are in minor units of the stay's currency. */
export type TotalView = {
  readonly low: number;
  readonly high: number | null;
  readonly text: string;
};

export type LedgerView = {
  readonly card: string;
  readonly lines: readonly { readonly days: string; readonly text: string; readonly amount: string }[];
  readonly sum: string;
};

export type FactView = {
  readonly name: string;
  readonly basis: string;
  readonly tier: Tier;
  readonly tierText: string;
  readonly sources: readonly SourceAnswer[];
};

type View = { readonly stay: Stay; readonly wording: Wording; readonly facts: CoverageFacts | undefined };

export function choiceView(catalog: CompiledCatalog, choice: Choice, { stay, wording, facts }: View): ChoiceView {
  const { kind, serves, rank, cards, total, value } = choice;
  const money = (amount: number) => wording.money(Math.round(amount) as Money, stay.currency);
  return {
    id: choiceId(choice),
    kind,
    kindText: wording.kindOf(choice),
    serves,
    rank,
    offers: cards.flatMap(({ offers }) => offers.map(({ facts }) => facts.id)),
    title: choiceTitle(choice, wording),
    total: totalView(total, stay.currency, wording),
    perDay: Number.isFinite(value.perDay) ? money(value.perDay) : '',
    perGigabyte: value.perGigabyte !== null && Number.isFinite(value.perGigabyte) ? money(value.perGigabyte) : '',
    reasons: choice.reasons.map((reason) => wording.why(reason, stay.currency)),
    purchases: purchasesOf(cards, wording),
    advised: advisedOf(choice, wording),
    ledgers: cards.map((card) => ledgerView(card, wording)),
    changes: choice.breaks.map((item) => wording.breaks(item)),
    warnings: choice.warnings.map((warning) => wording.warning(warning, facts)),
    hassle: hassleText(choice.hassle, wording),
    facts: cards.flatMap((card) => factsOf(catalog, card, wording)),
    rates: [...new Set(cards.flatMap((card) => rateOf(catalog, card, { stay, wording })))],
  };
}

/** Made of the ids of its offers: the same choice has the same id in another answer. */
export function choiceId({ cards }: Choice): string {
  return cards.map(({ offers }) => offers.map(({ facts }) => facts.id).join('+')).join('&');
}

export function choiceTitle({ cards }: Choice, wording: Wording): string {
  return cards.map((card) => cardTitle(card, wording)).join(' & ');
}

function cardTitle({ purchases }: RatedCard, wording: Wording): string {
  return [...new Set(purchases.map(({ offer }) => wording.offerName(offer)))].join(' + ');
}

export function totalView(total: MoneyRange, currency: string, { messages }: Wording): TotalView {
  const { low, high } = total;
  return { low, high, text: formatMoneyRange(messages, total, currency) };
}

function purchasesOf(cards: readonly RatedCard[], wording: Wording): ChoiceView['purchases'] {
  const purchases = cards.flatMap((card) => card.purchases).toSorted((a, b) => a.at - b.at);
  return purchases.map(({ offer, at }) => ({
    day: formatDate(wording.messages, dayOf(at)),
    offer: wording.offerName(offer),
  }));
}

function advisedOf({ rank, cards }: Choice, wording: Wording): Advised {
  return {
    rank,
    cards: cards.map(({ offers }) => ({
      offers: offers.map(({ facts: { id } }) => ({ id, name: wording.offerName(id) })),
    })),
    purchases: cards.flatMap(({ purchases }, card) =>
      purchases.map(({ offer, at }) => ({ day: formatDay(dayOf(at)), offer, card })),
    ),
  };
}

function ledgerView(card: RatedCard, wording: Wording): LedgerView {
  const { currency } = mainOffer(card).facts;
  const { lines, total } = card.statement;
  return {
    card: cardTitle(card, wording),
    lines: drawTogether(lines).map(({ first, last, line }) => ({
      days: daysText(first, last, wording),
      text: wording.line(line, currency),
      amount: line.amount === 0 ? '' : wording.money(line.amount, currency),
    })),
    sum: wording.money(total, currency),
  };
}

function daysText(first: Line, last: Line, { messages }: Wording): string {
  const [from, until] = [formatDate(messages, dayOf(first.at)), formatDate(messages, dayOf(last.at))];
  return from === until ? from : `${from} – ${until}`;
}

function factsOf(catalog: CompiledCatalog, card: RatedCard, wording: Wording): FactView[] {
  return card.offers.map((offer) => {
    const { name, basis, sources } = factAnswer(catalog, offer, wording);
    return { name, basis, tier: offer.tier, tierText: wording.messages.tiers[offer.tier], sources };
  });
}

function rateOf(
  catalog: CompiledCatalog,
  card: RatedCard,
  { stay, wording }: Pick<View, 'stay' | 'wording'>,
): string[] {
  const { from, day: on } = mainOffer(card).conversion;
  const sentence = rateSentence(catalog, { from, to: stay.currency, on: Math.max(on, stay.start) as Day }, wording);
  return sentence === null ? [] : [sentence];
}
