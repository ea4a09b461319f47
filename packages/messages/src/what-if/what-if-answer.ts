import type { Advice, BreakEven, CheapestChoice, DecidingFact, PriceThreshold, WhatIf } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { currencyDecimals, formatMinor, type Money } from '@simwise/engine';
import { adviceAnswer } from '../advice-answer.ts';
import { formatVolume, listText } from '../format.ts';
import type { Wording } from '../wording.ts';

type Named = { readonly kind: string; readonly offers: readonly string[]; readonly cost: string };

/**
 * What would change an answer, as programs read it. Costs are decimal strings in the currency of the stay, prices in that
 * of the offer; days are counted, data is in bytes a day. Where `change` is null there is none up to `knownTo`.
 */
export type WhatIfAnswer = {
  readonly winner: Named | null;
  readonly breakEvens: readonly {
    readonly axis: string;
    readonly toward: string;
    readonly knownTo: number;
    readonly change: {
      readonly before: number;
      readonly at: number;
      readonly to: Named | null;
      readonly proven: boolean;
      readonly text: string;
    } | null;
  }[];
  readonly prices: readonly {
    readonly offer: string;
    readonly currency: string;
    readonly now: string;
    readonly most: string;
    readonly otherwise: Named;
    readonly text: string;
  }[];
  /** `high` is null where nothing may serve. */
  readonly facts: readonly {
    readonly code: string;
    readonly about: string;
    readonly changes: string;
    readonly low: string;
    readonly high: string | null;
    readonly otherwise: Named | null;
    readonly text: string;
  }[];
};

export function whatIfAnswer(found: WhatIf, currency: string, wording: Wording): WhatIfAnswer {
  const named = (choice: CheapestChoice | null) => (choice ? namedChoice(choice, currency) : null);
  return {
    winner: named(found.winner),
    breakEvens: found.breakEvens.map(({ axis, toward, knownTo, change, now }) => ({
      axis,
      toward,
      knownTo,
      change: change && {
        before: change.before,
        at: change.at,
        to: named(change.to),
        proven: change.isProven,
        text: breakEvenText({ axis, toward, knownTo, change, now }, wording) ?? '',
      },
    })),
    prices: found.prices.map((price) => ({
      offer: price.offer,
      currency: price.currency,
      now: decimal(price.now, price.currency),
      most: decimal(price.most, price.currency),
      otherwise: namedChoice(price.otherwise, currency),
      text: priceText(price, wording),
    })),
    facts: factsAnswer(found.facts, currency, wording),
  };
}

/** An advice with what decides it, as programs read it. */
export function explainedAnswer(
  catalog: CompiledCatalog,
  advice: Advice,
  { facts, wording }: { readonly facts: readonly DecidingFact[]; readonly wording: Wording },
) {
  const decides = factsAnswer(facts, advice.stay.currency, wording);
  return { ...adviceAnswer(catalog, advice, wording), decides };
}

function factsAnswer(facts: readonly DecidingFact[], currency: string, wording: Wording): WhatIfAnswer['facts'] {
  return facts.map((each) => ({
    code: each.fact.code,
    about: each.fact.code === 'assumed' ? each.fact.field : each.fact.offer,
    changes: each.changes,
    low: decimal(each.low, currency),
    high: Number.isFinite(each.high) ? decimal(each.high, currency) : null,
    otherwise: each.otherwise && namedChoice(each.otherwise, currency),
    text: decidingText(each, currency, wording),
  }));
}

/** The same for people: where another kind wins, up to which price, and what decides. */
export function whatIfTexts(found: WhatIf, currency: string, wording: Wording): string[] {
  return [...changeTexts(found, wording), ...factTexts(found.facts, currency, wording)];
}

/** From which days, data and prices on another choice would be the best. */
export function changeTexts({ breakEvens, prices }: WhatIf, wording: Wording): string[] {
  const changes = breakEvens.flatMap((each) => breakEvenText(each, wording) ?? []);
  return [
    ...(changes.length > 0 ? changes : [wording.messages.whatIf.steady]),
    ...prices.map((price) => priceText(price, wording)),
  ];
}

/** What decides an answer, for people; nothing where all is known. */
export function factTexts(facts: readonly DecidingFact[], currency: string, wording: Wording): string[] {
  if (facts.length === 0) return [];
  const numbered = facts.map((fact, index) => `${index + 1}. ${decidingText(fact, currency, wording)}`);
  return [`${wording.messages.whatIf.decide}:`, ...numbered];
}

/** The offers bought of a choice and its kind. */
export function foundTitle({ cards, kind }: CheapestChoice, wording: Wording): string {
  const names = cards.map(({ purchases }) =>
    [...new Set(purchases.map(({ offer }) => wording.offerName(offer)))].join(' + '),
  );
  return `${names.join(' & ')} (${wording.messages.kinds[kind]})`;
}

export function namedChoice({ kind, cards, cost }: CheapestChoice, currency: string): Named {
  const offers = cards.flatMap(({ purchases }) => purchases.map(({ offer }) => offer));
  return { kind, offers: [...new Set(offers)], cost: decimal(cost, currency) };
}

function breakEvenText({ axis, toward, change }: BreakEven, wording: Wording): string | null {
  if (!change) return null;
  const { whatIf, units } = wording.messages;
  const title = change.to ? foundTitle(change.to, wording) : whatIf.nothingServes;
  const choice = change.isProven ? title : `${title} ${whatIf.unproven}`;
  if (axis === 'days') {
    const days = units.days(change.at);
    return toward === 'more' ? whatIf.moreDays({ days, choice }) : whatIf.fewerDays({ days, choice });
  }
  if (toward === 'less' && change.at === 0) return whatIf.noData({ choice });
  const data = formatVolume(wording.messages, 'data', change.at);
  return toward === 'more' ? whatIf.moreData({ data, choice }) : whatIf.lessData({ data, choice });
}

function priceText({ offer, currency, now, most, otherwise }: PriceThreshold, wording: Wording): string {
  const { whatIf } = wording.messages;
  const words = {
    offer: wording.offerName(offer),
    most: wording.money(most, currency),
    now: wording.money(now, currency),
    choice: foundTitle(otherwise, wording),
  };
  return now <= most ? whatIf.priceRises(words) : whatIf.priceFalls(words);
}

/** One fact that is not known, and what the cost and the best may be by it. */
export function decidingText(
  { fact, changes, low, high, otherwise }: DecidingFact,
  currency: string,
  wording: Wording,
): string {
  const { whatIf } = wording.messages;
  const money = (amount: number) => wording.money(Math.round(amount) as Money, currency);
  const costs = Number.isFinite(high)
    ? whatIf.costs({ low: money(low), high: money(high) })
    : whatIf.costsAtLeast({ low: money(low) });
  const best = changes !== 'cost' && otherwise ? [whatIf.makesBest({ choice: foundTitle(otherwise, wording) })] : [];
  return `${factName(fact, wording)}: ${listText(wording.messages, [costs, ...best])}.`;
}

function factName(fact: DecidingFact['fact'], wording: Wording): string {
  const { facts, assumed } = wording.messages.whatIf;
  if (fact.code === 'assumed') return assumed[fact.field];
  const offer = wording.offerName(fact.offer);
  if (fact.code === 'rule') return facts.rule({ offer });
  return fact.isOld ? facts.oldPrice({ offer }) : facts.price({ offer });
}

function decimal(amount: number, currency: string): string {
  return formatMinor(Math.round(amount) as Money, currencyDecimals(currency));
}
