import { day } from '../civil-day.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { Demand } from '../optimise/demand.ts';
import { fill, type Span } from '../optimise/fill.ts';
import type { SolutionCard, Stage } from '../optimise/solution.ts';
import type { UsageEvent } from '../usage.ts';
import { costsByDay } from './costs-by-day.ts';
import { boughtIn, type SweepLabel, type WareBought } from './sweep-label.ts';
import type { TalkOption } from './talk-option.ts';

/** The data of a stay; that may go on after its last day. */
export type SweptStay = { readonly demand: Demand; readonly stage: Stage };

/** A card with what it carries, and what it has cost by the end of the last of so many days. */
export type SweptCard = { readonly card: SolutionCard; readonly costBy: (days: number) => number };

type CardDraft = {
  readonly isPhone: boolean;
  readonly bought: WareBought[];
  /** What it carries of each use of data. */
  readonly data: Float64Array;
};

/** The cards of a label; the phone card first. */
export function cardsOf(label: SweepLabel, option: TalkOption, stay: SweptStay): SweptCard[] {
  return draftsOf(label, option, stay.demand).map((draft) => {
    const card = solutionCard(draft, option, stay);
    return { card, costBy: costOf({ draft, card, sellsBytes: hasPayment(label) }, option, stay) };
  });
}

function draftsOf(label: SweepLabel, { market, spans }: TalkOption, demand: Demand): CardDraft[] {
  const newDraft = (isPhone: boolean): CardDraft => {
    const draft = { isPhone, bought: [], data: new Float64Array(demand.uses.length) };
    drafts.push(draft);
    return draft;
  };
  const drafts: CardDraft[] = [];
  const plan = market && newDraft(true);
  const owned: { readonly span: Span; readonly owner: CardDraft }[] = [];
  if (plan) owned.push(...spans.map((span) => ({ span, owner: plan })));
  for (const bought of boughtIn(label)) {
    const owner = ownerOf(bought, drafts) ?? newDraft(false);
    owner.bought.push(bought);
    owned.push(...bought.ware.supply.spans.map((span) => ({ span, owner })));
  }
  const give = ({ data }: CardDraft, use: number, amount: number) => {
    data[use] = (data[use] as number) + amount;
  };
  const note = (span: number, use: number, amount: number) =>
    give((owned[span] as { owner: CardDraft }).owner, use, amount);
  const { unserved } = fill(
    demand,
    owned.map(({ span }) => span),
    note,
  );
  // beyond the packs only the plan sells data
  if (plan) for (const [use, amount] of unserved.entries()) give(plan, use, amount);
  return drafts;
}

/** An add-on belongs to the phone card, a top-up to the card of its family; else it is a card of its own. */
function ownerOf({ ware: { pack } }: WareBought, drafts: readonly CardDraft[]): CardDraft | undefined {
  const { base, market } = pack;
  if (base !== null) return drafts[0];
  const { family } = market;
  return drafts.find(({ bought }) => family !== null && bought[0]?.ware.pack.market.family === family);
}

function solutionCard({ isPhone, bought, data }: CardDraft, option: TalkOption, stay: SweptStay): SolutionCard {
  const { demand, stage } = stay;
  const { start, days } = stage.period;
  const end = localSecondOf(day(start + days));
  const carried = demand.uses.flatMap((use, index) => {
    const amount = data[index] as number;
    if (amount === 0 || use.at >= end) return [];
    return amount === use.amount ? [use] : [{ ...use, amount }];
  });
  const purchases = bought.map(({ ware, use }) => purchaseOf(ware, demand.moments[use] as LocalSecond));
  return {
    offers: [...new Set([...(isPhone ? option.offers : []), ...bought.map(({ ware }) => ware.pack.market)])],
    purchases: isPhone ? [...option.purchases, ...purchases] : purchases,
    uses: isPhone ? inOrder(usesBefore(option.talk, end), carried) : carried,
  };
}

function purchaseOf({ pack, supply }: WareBought['ware'], at: LocalSecond): Purchase {
  return { offer: pack.market.offer.id, at, ...(supply.until === null ? {} : { until: supply.until }) };
}

function inOrder(talk: readonly UsageEvent[], data: readonly UsageEvent[]): UsageEvent[] {
  return [...talk, ...data].sort((a, b) => a.at - b.at);
}

/** Uses come in the order of time. */
export function usesBefore(uses: readonly UsageEvent[], end: LocalSecond): readonly UsageEvent[] {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle] as UsageEvent).at < end) low = middle + 1;
    else high = middle;
  }
  return uses.slice(0, low);
}

/** Whether bytes beyond the packs are paid for. */
function hasPayment(label: SweepLabel): boolean {
  for (let each = label; each.before; each = each.before) if (!each.bought) return true;
  return false;
}

type Drafted = { readonly draft: CardDraft; readonly card: SolutionCard; readonly sellsBytes: boolean };

/**
 * A card that holds one thing for data, and charges no byte, costs what is known of it: the engine has nothing to choose
 * there. Others are replayed.
 */
function costOf({ draft, card, sellsBytes }: Drafted, option: TalkOption, { stage }: SweptStay): SweptCard['costBy'] {
  const { isPhone, bought } = draft;
  const [first, ...others] = bought;
  if (!isPhone && first && others.length === 0) return () => first.ware.supply.cost;
  const isForData = bought.every(({ ware }) =>
    ware.pack.market.offer.terms.allowances.every(({ kind }) => kind === 'data'),
  );
  const isPlain = isPhone && !sellsBytes && isForData && option.spans.length + bought.length <= 1;
  if (isPlain) {
    const packs = bought.reduce((sum, { ware }) => sum + ware.supply.cost, 0);
    return (days) => (option.costs[days - 1] as number) + packs;
  }
  const costs = costsByDay(card, stage);
  return (days) => costs[days - 1] as number;
}
