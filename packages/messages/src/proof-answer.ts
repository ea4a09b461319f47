import { type Choice, mainOffer, type RatedCard } from '@simwise/advisor';
import {
  type Certificate,
  currencyDecimals,
  formatLocal,
  formatMinor,
  IN_THE_MIDDLE,
  type Money,
  type Offer,
  type OffsetHistory,
  type Period,
  rateCard,
  read,
} from '@simwise/engine';

/**
 * What is proven of a choice, and what it takes to replay it: no combination of its kind costs less than `lowerBound`. All
 * amounts are decimal strings, in the currency of the stay but for those of a card, which names its own. Costs and bounds
 * are at the middle of every price, rounded to the minor unit.
 */
export type ProofAnswer = {
  readonly cost: string;
  readonly lowerBound: string;
  readonly gap: string;
  readonly excluded: number;
  readonly nodes: number;
  readonly callsOverInternet: boolean;
  readonly cards: readonly CardRecordAnswer[];
};

/** `total` is at the middle of every price, `recorded` on the facts as recorded. Times are on the clock of the country. */
type CardRecordAnswer = {
  readonly offers: readonly string[];
  readonly currency: string;
  readonly total: string;
  readonly recorded: string;
  readonly purchases: readonly { readonly offer: string; readonly at: string; readonly until?: string }[];
  /** Numbers stand as the destinations that they are for the card. */
  readonly uses: readonly {
    readonly at: string;
    readonly kind: string;
    readonly to: string;
    readonly amount: number;
    readonly app?: string;
  }[];
};

type Stage = { readonly currency: string; readonly period: Period; readonly local: OffsetHistory };

export function proofAnswer(choice: Choice, proof: Certificate, stage: Stage): ProofAnswer {
  const decimals = currencyDecimals(stage.currency);
  const [cost, lowerBound] = [Math.round(proof.cost) as Money, Math.round(proof.lowerBound) as Money];
  return {
    cost: formatMinor(cost, decimals),
    lowerBound: formatMinor(lowerBound, decimals),
    gap: formatMinor((cost - lowerBound) as Money, decimals),
    excluded: proof.excluded,
    nodes: proof.nodes,
    callsOverInternet: choice.callsOverInternet,
    cards: choice.cards.map((card) => cardRecord(card, stage)),
  };
}

function cardRecord(card: RatedCard, { period, local }: Stage): CardRecordAnswer {
  const { currency } = mainOffer(card).facts;
  const decimal = (amount: Money) => formatMinor(amount, currencyDecimals(currency));
  const { purchases, uses } = card;
  const offers = new Map(card.offers.map(({ facts, offer }) => [facts.id, read<Offer>(offer, IN_THE_MIDDLE)]));
  return {
    offers: [...offers.keys()],
    currency,
    total: decimal(rateCard({ offers, purchases, period, local }, uses).total),
    recorded: decimal(card.statement.total),
    purchases: purchases.map(({ offer, at, until }) => ({
      offer,
      at: formatLocal(at),
      ...(until === undefined ? {} : { until: formatLocal(until) }),
    })),
    uses: uses.map(({ at, kind, to, amount, app }) => ({
      at: formatLocal(at),
      kind,
      to,
      amount,
      ...(app === undefined ? {} : { app }),
    })),
  };
}
