import { type MarketOffer, type Money, type Offer, type Period, rateCard, type SolutionCard } from '@simwise/engine';
import type { CheapestChoice, LeastCost } from './least-cost.ts';
import { EFFORT, type PointBook } from './point-book.ts';
import { CLOSE } from './point-costs.ts';

/**
 * The fee of an offer up to which it is worth taking, in minor units of the offer's currency: at `most`
 * the cheapest with it costs no more than without, at one more it does. `now` is the fee at the middle of what is known of it.
 */
export type PriceThreshold = {
  readonly axis: 'price';
  readonly offer: string;
  readonly currency: string;
  readonly now: Money;
  readonly most: Money;
  /** The cheapest without the offer. */
  readonly otherwise: CheapestChoice;
};

/** Rounds of making the fee dearer; each ends at a bend of the cost, of which there are few. */
const ROUNDS = 24;

/**
 * The threshold of an offer with one fee; null where it has several, where nothing serves without it, where it has no
 * part in the cheapest even for nothing, or where a search could not be ended. The least cost grows with the fee in
 * straight pieces that get ever flatter, so that going along each piece to the cost without the offer never goes too far.
 */
export function* priceThreshold(book: PointBook, id: string): Generator<void, PriceThreshold | null> {
  const offer = book.market.find((each) => each.offer.id === id);
  const now = offer && feeOf(offer.offer);
  if (!offer || now === undefined) return null;
  const without = yield* book.marketFor(book.stay).least('overall', { units: EFFORT }, id);
  if (without.choice === null || without.low < without.high) return null;
  const most = yield* mostOf(book, offer, without.high);
  if (most === null) return null;
  return { axis: 'price', offer: id, currency: offer.offer.currency, now, most, otherwise: without.choice };
}

function* mostOf(book: PointBook, offer: MarketOffer, toBeat: number): Generator<void, Money | null> {
  let [fee, found] = [feeOf(offer.offer) as Money, yield* cheapestAt(book, offer, feeOf(offer.offer) as Money)];
  if (!isPartOf(found, offer)) [fee, found] = [0 as Money, yield* cheapestAt(book, offer, 0 as Money)];
  if (!isPartOf(found, offer)) return null;
  for (let round = 0; round < ROUNDS; round++) {
    if (found.low < found.high) return null;
    const next = isPartOf(found, offer) ? furtherWith(book, found.choice, { offer, fee, toBeat }) : fee;
    if (next === fee || next === null) return next;
    [fee, found] = [next, yield* cheapestAt(book, offer, next)];
  }
  return null;
}

/** Whether an offer is bought in the cheapest choice. */
function isPartOf(found: LeastCost, { offer }: MarketOffer): found is LeastCost & { readonly choice: CheapestChoice } {
  return found.choice?.cards.some(({ purchases }) => purchases.some((each) => each.offer === offer.id)) ?? false;
}

function cheapestAt(book: PointBook, offer: MarketOffer, fee: Money): Generator<void, LeastCost> {
  const market = book.market.map((each) => (each === offer ? withFee(offer, fee) : each));
  return book.marketFor(book.stay, market).least('overall', { units: EFFORT });
}

type Piece = { readonly offer: MarketOffer; readonly fee: Money; readonly toBeat: number };

/** The highest fee at which these cards cost no more than what is to be beaten; null where the fee is not paid at all. */
function furtherWith(book: PointBook, found: CheapestChoice, { offer, fee, toBeat }: Piece): Money | null {
  const costAt = (amount: number) => {
    const changed = withFee(offer, amount as Money);
    return found.cards.reduce((sum, card) => sum + costOfCard(book, card, changed), 0);
  };
  const each = (costAt(fee + PROBE) - costAt(fee)) / PROBE;
  if (each <= 0) return null;
  let most = fee + Math.floor((toBeat - costAt(fee)) / each);
  // parts of a fee are rounded, so that the piece is straight but for a unit or two
  while (most > fee && costAt(most) > toBeat + CLOSE) most -= 1;
  while (costAt(most + 1) <= toBeat + CLOSE) most += 1;
  return most as Money;
}

/** Minor units over which the growth of a cost is measured, so that rounding does not show. */
const PROBE = 1000;

function costOfCard(book: PointBook, card: SolutionCard, changed: MarketOffer): number {
  const { start, days } = book.stay;
  const period: Period = { start, days };
  const offers = card.offers.map((each) => (each.offer.id === changed.offer.id ? changed : each));
  const byId = new Map(offers.map(({ offer }) => [offer.id, offer]));
  const { total } = rateCard({ offers: byId, purchases: card.purchases, period, local: book.local }, card.uses);
  return total * (card.offers[0] as MarketOffer).weight;
}

function feeOf({ terms }: Offer): Money | undefined {
  const [phase, ...others] = terms.fee.phases;
  return phase && others.length === 0 && phase.amount !== null ? phase.amount : undefined;
}

function withFee(market: MarketOffer, amount: Money): MarketOffer {
  const { offer } = market;
  const { fee } = offer.terms;
  const phases = fee.phases.map((phase) => ({ ...phase, amount }));
  return { ...market, offer: { ...offer, terms: { ...offer.terms, fee: { ...fee, phases } } } };
}
