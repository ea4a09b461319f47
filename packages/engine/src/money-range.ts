import type { CardInput } from './card-state.ts';
import type { Money } from './money.ts';
import type { Offer } from './offer.ts';
import { rateCard, type Statement, type TopUpTerms } from './statement.ts';
import { AS_RECORDED, read, readingsOf, type Thoroughness, type Uncertain } from './uncertain.ts';
import type { UsageEvent } from './usage.ts';

/** A total as recorded and its range over everything not known; `high` is null where no upper end is known. */
export type MoneyRange = { readonly amount: Money; readonly low: Money; readonly high: Money | null };

export type UncertainCard = Omit<CardInput, 'offers'> & { readonly offers: ReadonlyMap<string, Uncertain<Offer>> };

/** A statement on the facts as recorded, with the range of its total over all readings of the uncertain ones. */
export type RangedStatement = Statement & { readonly range: MoneyRange };

export type RatingOptions = { readonly topUps?: TopUpTerms; readonly readings?: Thoroughness };

/** Rates a card under the readings of its facts. `uses` is read once for each. @throws RangeError as `Rater` does. */
export function rateUncertainCard(
  card: UncertainCard,
  uses: readonly UsageEvent[],
  { topUps, readings = 'all' }: RatingOptions = {},
): RangedStatement {
  const offers = new Map([...card.offers].filter(([id]) => isNeeded(card, id)));
  const [recorded, ...others] = readingsOf([...offers.values()], readings).map((reading) => {
    const plain = new Map([...offers].map(([id, offer]) => [id, read<Offer>(offer, reading)]));
    return rateCard({ ...card, offers: plain }, uses, topUps);
  });
  const statement = recorded as Statement;
  const all = [statement, ...others];
  const totals = all.map(({ total }) => total);
  const high = all.every(({ isPriced }) => isPriced) ? (Math.max(...totals) as Money) : null;
  return { ...statement, range: { amount: statement.total, low: Math.min(...totals) as Money, high } };
}

/** A purchase needs its offer, what is bought when it runs out, and the packs that start by themselves when its fee is missed. */
function isNeeded(card: UncertainCard, id: string): boolean {
  if (card.purchases.some(({ offer }) => offer === id) || card.refills?.includes(id)) return true;
  return card.purchases.some(({ offer }) => fallbackOf(card.offers.get(offer)) === id);
}

function fallbackOf(offer: Uncertain<Offer> | undefined): string | undefined {
  return offer ? read<Offer>(offer, AS_RECORDED).terms.unpaid?.pack?.offer : undefined;
}
