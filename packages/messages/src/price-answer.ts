import type { PricedCard } from '@simwise/advisor';
import { type CompiledCatalog, conversionOn, type OfferOnDay } from '@simwise/catalog';
import {
  currencyDecimals,
  type Day,
  formatDay,
  formatLocal,
  formatMinor,
  type Line,
  type Money,
  type MoneyRange,
  type Statement,
} from '@simwise/engine';
import { formatVolume, scopeText } from './format.ts';
import { numberFormat } from './locale-forms.ts';
import { type SourceAnswer, sourceAnswers } from './source-answer.ts';
import type { Wording } from './wording.ts';

/** An amount as programs read it: a decimal string; `high` is null where no upper end is known. */
export type TotalAnswer = {
  readonly amount: string;
  readonly currency: string;
  readonly low: string;
  readonly high: string | null;
};

export type LineAnswer = {
  readonly at: string;
  readonly offer: string;
  readonly kind: string;
  readonly text: string;
  readonly amount: string;
};

export type FactAnswer = {
  readonly offer: string;
  readonly name: string;
  readonly seen: { readonly from: string; readonly to: string } | null;
  readonly evidence: string;
  readonly confidence: string;
  readonly tier: string;
  readonly sale: string;
  readonly basis: string;
  readonly estimate: {
    readonly factor: number | null;
    readonly fromYear: number | null;
    readonly toYear: number | null;
  } | null;
  readonly sources: readonly SourceAnswer[];
};

export type PriceAnswer = {
  readonly total: TotalAnswer;
  readonly lines: readonly LineAnswer[];
  readonly remaining: readonly {
    readonly offer: string;
    readonly kind: string;
    readonly amount: number | 'unlimited';
    readonly text: string;
    readonly expires: string | null;
  }[];
  readonly topUps: readonly { readonly at: string; readonly amount: string }[];
  readonly moneyLeft: string;
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly assumptions: readonly string[];
  readonly facts: readonly FactAnswer[];
};

export function priceAnswer(catalog: CompiledCatalog, priced: PricedCard, wording: Wording): PriceAnswer {
  const { statement, currency, offers, warnings } = priced;
  const decimal = (amount: Money) => formatMinor(amount, currencyDecimals(currency));
  return {
    total: totalAnswer(statement.range, currency),
    lines: statement.lines.map((line) => lineAnswer(line, currency, wording)),
    remaining: remainingAnswer(statement, currency, wording),
    topUps: statement.topUps.map(({ at, amount }) => ({ at: formatLocal(at), amount: decimal(amount) })),
    moneyLeft: decimal(statement.moneyLeft),
    warnings: warnings.map((warning) => ({ code: warning.code, text: wording.priceWarning(warning) })),
    assumptions: [wording.messages.assumedIncrements],
    facts: offers.map((offer) => factAnswer(catalog, offer, wording)),
  };
}

export function totalAnswer({ amount, low, high }: MoneyRange, currency: string): TotalAnswer {
  const decimal = (value: Money) => formatMinor(value, currencyDecimals(currency));
  return { amount: decimal(amount), currency, low: decimal(low), high: high === null ? null : decimal(high) };
}

export function lineAnswer(line: Line, currency: string, wording: Wording): LineAnswer {
  const { at, offer, kind, amount } = line;
  const text = wording.line(line, currency);
  return { at: formatLocal(at), offer, kind, text, amount: formatMinor(amount, currencyDecimals(currency)) };
}

/** Buckets that never end are given no day of expiry. */
const LAST_YEAR_SECONDS = 253_402_300_800;

export function remainingAnswer({ left }: Statement, currency: string, wording: Wording): PriceAnswer['remaining'] {
  return left.map(({ offer, use, expires }) => {
    const scope = scopeText(wording.messages, { use });
    const volume = formatVolume(wording.messages, use.kind, use.units, currency);
    const text = scope === '' ? volume : `${volume} (${scope})`;
    const until = expires < LAST_YEAR_SECONDS ? formatLocal(expires) : null;
    return { offer, kind: use.kind, amount: use.units, text, expires: until };
  });
}

export function factAnswer(catalog: CompiledCatalog, offer: OfferOnDay, wording: Wording): FactAnswer {
  const { facts, version, tier, estimate } = offer;
  const growth = estimate?.growth;
  return {
    offer: facts.id,
    name: wording.offerName(facts.id),
    seen: version.seen ? { from: formatDay(version.seen[0]), to: formatDay(version.seen[1]) } : null,
    evidence: version.evidence,
    confidence: version.confidence,
    tier,
    sale: version.sale,
    basis: wording.basis(offer),
    estimate: estimate
      ? {
          factor: growth ? growth.ratio.num / growth.ratio.den : null,
          fromYear: growth?.fromYear ?? null,
          toYear: growth?.toYear ?? null,
        }
      : null,
    sources: sourceAnswers(catalog, version.sources),
  };
}

/** The rate of exchange used, as `1 USD = 502.6 KZT`, with what is on record of it; none where the currencies are the same. */
export function rateSentence(
  catalog: CompiledCatalog,
  pair: { from: string; to: string; on: Day },
  wording: Wording,
): string | null {
  const conversion = conversionOn(catalog, pair.from, pair.to, pair.on);
  if (!conversion || pair.from === pair.to) return null;
  const rate =
    (conversion.ratio.num / conversion.ratio.den) * 10 ** (currencyDecimals(pair.from) - currencyDecimals(pair.to));
  const text = numberFormat(wording.messages.locale, { maximumSignificantDigits: 6 }).format(rate);
  const words = { from: pair.from, to: pair.to, rate: text, day: wording.day(conversion.day) };
  const notes = conversion.notes.join(wording.messages.signs.semicolon);
  return `${wording.messages.command.rate(words)}${notes === '' ? '' : ` (${notes})`}`;
}
