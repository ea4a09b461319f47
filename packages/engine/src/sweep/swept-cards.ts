import { day } from '../civil-day.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import { Demand } from '../optimise/demand.ts';
import { fill, type Span } from '../optimise/fill.ts';
import { type MarketOffer, seenFrom } from '../optimise/market.ts';
import type { SolutionCard, Stage } from '../optimise/solution.ts';
import type { UsageEvent } from '../usage.ts';
import { boughtIn, type SweepLabel, type WareBought } from './sweep-label.ts';
import type { TalkOption } from './talk-option.ts';

/** A stay and all use of it; longer ones may go on after its last day. */
export type SweptStay = { readonly uses: readonly UsageEvent[]; readonly stage: Stage };

type CardDraft = {
  readonly phone: MarketOffer | null;
  readonly bought: WareBought[];
  readonly data: Map<number, number>;
};

/** The cards of a label with who carries what in a stay; the phone card first. */
export function cardsOf(label: SweepLabel, { market, spans }: TalkOption, { uses, stage }: SweptStay): SolutionCard[] {
  const { start, days } = stage.period;
  const end = localSecondOf(day(start + days));
  const within = uses.filter(({ at }) => at < end);
  const demand = new Demand(within.filter(({ kind }) => kind === 'data'));
  const drafts: CardDraft[] = market ? [{ phone: market, bought: [], data: new Map() }] : [];
  const owned: (Span & { readonly owner: CardDraft })[] = spans.map((span) => ({
    ...span,
    owner: drafts[0] as CardDraft,
  }));
  for (const bought of boughtIn(label)) {
    const owner = ownerOf(bought, drafts);
    owner.bought.push(bought);
    owned.push(...bought.ware.supply.spans.map((span) => ({ ...span, owner })));
  }
  const give = ({ data }: CardDraft, use: number, amount: number) => data.set(use, (data.get(use) ?? 0) + amount);
  const { unserved } = fill(demand, owned, (span, use, amount) =>
    give((owned[span] as { owner: CardDraft }).owner, use, amount),
  );
  // beyond the packs only the plan sells data
  for (const [use, amount] of unserved.entries()) if (amount > 0 && drafts[0]) give(drafts[0], use, amount);
  const talk = within.filter(({ kind }) => kind !== 'data');
  return drafts.map((draft) => solutionCard(draft, { demand, talk, start: localSecondOf(start) }));
}

/** An add-on belongs to the phone card, a top-up to the card of its family; else it is a card of its own. */
function ownerOf({ ware: { pack } }: WareBought, drafts: CardDraft[]): CardDraft {
  const { base, market } = pack;
  const isSame = ({ phone, bought }: CardDraft) =>
    base !== null ? phone !== null : market.family !== null && bought[0]?.ware.pack.market.family === market.family;
  const known = drafts.find((draft) => (base === null ? draft.phone === null : true) && isSame(draft));
  if (known) return known;
  const draft: CardDraft = { phone: null, bought: [], data: new Map() };
  drafts.push(draft);
  return draft;
}

type Used = { readonly demand: Demand; readonly talk: readonly UsageEvent[]; readonly start: LocalSecond };

function solutionCard({ phone, bought, data }: CardDraft, { demand, talk, start }: Used): SolutionCard {
  const carried = [...data].map(([use, amount]) => ({ ...(demand.uses[use] as UsageEvent), amount }));
  const own = phone ? [...seenFrom(phone, talk), ...carried] : carried;
  const purchases = bought.map(({ ware, use }) => purchaseOf(ware, demand.moments[use] as LocalSecond));
  return {
    offers: [...new Set([...(phone ? [phone] : []), ...bought.map(({ ware }) => ware.pack.market)])],
    purchases: [...(phone ? [{ offer: phone.offer.id, at: start }] : []), ...purchases],
    uses: own.sort((a, b) => a.at - b.at),
  };
}

function purchaseOf({ pack, supply }: WareBought['ware'], at: LocalSecond): Purchase {
  return { offer: pack.market.offer.id, at, ...(supply.until === null ? {} : { until: supply.until }) };
}

/** Whether no card holds more than one thing for data, and no byte is charged: then the engine has nothing to choose. */
export function isPlain(label: SweepLabel, { spans }: TalkOption): boolean {
  const families = new Set<string>();
  let onPhone = spans.length;
  for (let each: SweepLabel = label; each.before; each = each.before) {
    if (!each.bought) return false;
    const { base, market } = each.bought.ware.pack;
    if (base !== null) onPhone += 1;
    else if (market.family !== null && families.has(market.family)) return false;
    else if (market.family !== null) families.add(market.family);
  }
  return onPhone <= 1;
}
