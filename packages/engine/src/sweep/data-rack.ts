import type { Span } from '../optimise/fill.ts';
import type { MarketOffer } from '../optimise/market.ts';
import type { Pack } from '../optimise/pack.ts';
import { isRecurring } from '../optimise/purchase-rules.ts';
import type { PackSupply, SupplyShelf } from '../optimise/supply-shelf.ts';
import { type ByteLine, usableSpans } from './byte-line.ts';
import { withoutOutdone } from './outdone-packs.ts';

/** What may be bought for data at a moment: one cycle of what recurs, else the whole of a pack. */
export type Ware = {
  readonly pack: Pack;
  readonly supply: PackSupply;
  /** Where it is only a volume up to a moment: that volume; null where it is granted in parts. */
  readonly plain: Span | null;
  /** All that it holds, and the use up to which it can be used. */
  readonly volume: number;
  readonly end: number;
  /** Of an add-on with a rate of its own, which hides that of the plan while it lives: what a byte of each use costs. */
  readonly prices: Float64Array | null;
  readonly sellsBytes: boolean;
  /** Whether it holds the less the later in its cycle it is bought. */
  readonly shrinks: boolean;
};

/** Packs that take the same place: one may be bought instead of another. */
export type Group = {
  /** One of them; in what makes a card, takes a slot or is bought once all are alike. */
  readonly market: MarketOffer;
  /** The plan on which they are bought; null for cards of their own. */
  readonly base: string | null;
  readonly packs: readonly Pack[];
  readonly byUse: Map<number, readonly Ware[]>;
};

/** The data packs for sale, by the moment at which they are bought, however much is used. */
export class DataRack {
  readonly #shelf: SupplyShelf;
  readonly groups: readonly Group[];

  /** @param base the plan on which add-ons are bought; null for cards of their own. */
  constructor(offers: readonly MarketOffer[], base: string | null, shelf: SupplyShelf) {
    this.#shelf = shelf;
    const groups = new Map<string, Pack[]>();
    for (const market of offers) {
      const key = `${market.family} ${market.takesSlot} ${market.isOnce ? market.offer.id : ''}`;
      groups.set(key, [...(groups.get(key) ?? []), packOf(market, base, shelf)]);
    }
    this.groups = [...groups.values()].map((packs) => {
      const [{ market }] = packs as [Pack, ...Pack[]];
      return { market, base, packs: withoutOutdone(packs, shelf), byUse: new Map() };
    });
  }

  /** The packs of a group at a use, the cheaper first, without those that another one holds more than for less. */
  waresOf({ packs, byUse }: Group, use: number): readonly Ware[] {
    const known = byUse.get(use);
    if (known) return known;
    const sorted = packs.flatMap((pack) => this.#wareOf(pack, use)).sort((a, b) => a.supply.cost - b.supply.cost);
    const wares: Ware[] = [];
    for (const ware of sorted) if (!wares.some((other) => holdsMore(other, ware))) wares.push(ware);
    byUse.set(use, wares);
    return wares;
  }

  #wareOf(pack: Pack, use: number): Ware[] {
    const supply = this.#shelf.supply(pack, use);
    const spans = usableSpans(supply.spans);
    const [first] = spans;
    if (!Number.isFinite(supply.cost) || !first) return [];
    const plain = spans.length === 1 && first.first === use ? first : null;
    const prices = this.#pricesOf(pack);
    const sellsBytes = prices?.some(Number.isFinite) ?? false;
    const volume = spans.reduce((sum, { amount }) => sum + amount, 0);
    const end = Math.max(...spans.map((span) => span.end));
    const held = { supply: { ...supply, spans }, plain, volume, end };
    return [{ pack, ...held, prices, sellsBytes, shrinks: shrinks(pack) }];
  }

  #pricesOf({ market, base }: Pack): Float64Array | null {
    return base !== null && this.#shelf.hasRate(market) ? this.#shelf.pricesOf(market).prices : null;
  }
}

/** Packs with a rate of their own are not compared. */
function holdsMore({ plain: a, sellsBytes }: Ware, { plain: b, sellsBytes: sells }: Ware): boolean {
  return a !== null && b !== null && !sellsBytes && !sells && a.amount >= b.amount && a.end >= b.end;
}

function shrinks({ base, market }: Pack): boolean {
  const { proration } = market.offer.terms.fee;
  return base !== null && proration !== null && proration.what !== 'fee';
}

function packOf(market: MarketOffer, base: string | null, shelf: SupplyShelf): Pack {
  const { rate } = shelf.pricesOf(market);
  const pack = { market, base, cycles: null, coverages: [], volumes: [], rate };
  return isRecurring(pack) && market.offer.terms.renews.unit !== 'forever' ? { ...pack, cycles: 1 } : pack;
}

/** A volume of data up to a place. */
type Volume = { readonly amount: number; readonly to: number };

/**
 * A ware as it serves a certain use of data from the use on at which it is bought. `plain` where it is only a volume, or as
 * good as that; null where it is granted in parts.
 */
export type StockedWare = { readonly ware: Ware; readonly plain: Volume | null };

/** The wares of a group that are worth buying. */
type StockedGroup = { readonly group: Group; readonly wares: readonly StockedWare[] };

/** The packs of a rack for a certain use of data: at each moment only those that no other of their kind is better than. */
export class StockedRack {
  readonly #rack: DataRack;
  readonly #line: ByteLine;
  readonly #byUse: (readonly StockedGroup[] | undefined)[] = [];
  readonly #once = new Map<Group, number>();
  #leastPrice = Number.POSITIVE_INFINITY;

  constructor(rack: DataRack, line: ByteLine) {
    this.#rack = rack;
    this.#line = line;
  }

  /** Looks at the packs of each day, which is to be done first. Rests after every day. */
  *stock(): Generator<void, this> {
    if (this.#rack.groups.length === 0) return this;
    for (const use of this.#line.firstOfDays) {
      for (const group of this.#rack.groups) {
        for (const ware of this.#rack.waresOf(group, use)) this.#note(group, ware, use);
      }
      yield;
    }
    return this;
  }

  #note(group: Group, ware: Ware, use: number): void {
    const served = mostServed(ware, use, this.#line);
    if (group.market.isOnce) this.#once.set(group, Math.max(served, this.#once.get(group) ?? 0));
    else this.#leastPrice = Math.min(this.#leastPrice, ware.supply.cost / served);
  }

  /** The least that a byte of a pack costs, those apart that a customer gets once. */
  get leastPrice(): number {
    return this.#leastPrice;
  }

  /** The most that packs serve which a customer gets once. */
  get onceVolume(): number {
    return [...this.#once.values()].reduce((sum, volume) => sum + volume, 0);
  }

  /** What is worth buying when data lacks at a place in a use. */
  at(use: number): readonly StockedGroup[] {
    this.#byUse[use] ??= this.#rack.groups.map((group) => ({
      group,
      wares: worthwhile(this.#rack.waresOf(group, use), use, this.#line),
    }));
    return this.#byUse[use];
  }
}

function mostServed({ volume, end }: Ware, use: number, { starts }: ByteLine): number {
  return Math.min(volume, (starts[end] as number) - (starts[use] as number));
}

/**
 * Drops what costs no less and serves no more. What a plain pack serves depends on how much of the first use is lacking;
 * where another serves as much both of a whole use and of its last byte, it does so of anything between.
 */
function worthwhile(wares: readonly Ware[], use: number, line: ByteLine): StockedWare[] {
  const [start, next] = [line.starts[use] as number, line.starts[use + 1] as number];
  const stocked: StockedWare[] = [];
  let [whole, last] = [0, 0];
  for (const ware of wares) {
    const plain = volumeOf(ware, use, line);
    if (plain) {
      const served = Math.min(plain.amount, plain.to - start);
      const least = Math.min(plain.amount, plain.to - next + 1);
      if (served <= whole && least <= last && !ware.sellsBytes) continue;
      [whole, last] = [Math.max(whole, served), Math.max(last, least)];
    }
    stocked.push({ ware, plain });
  }
  return stocked;
}

/** A pack of a volume a day that is never used up is as good as one without a limit; null for what cannot be told. */
function volumeOf({ supply: { spans }, plain }: Ware, use: number, { starts }: ByteLine): Volume | null {
  if (plain) return { amount: plain.amount, to: starts[plain.end] as number };
  let end = use;
  for (const span of spans) {
    if (span.first !== end || (starts[span.end] as number) - (starts[span.first] as number) > span.amount) return null;
    end = span.end;
  }
  return { amount: Number.POSITIVE_INFINITY, to: starts[end] as number };
}
