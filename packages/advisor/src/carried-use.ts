import type { UsageEvent } from '@simwise/engine';

/** What a card carries, and what it takes a number to be: its destination as seen from the card. */
export type Carrier = { readonly uses: readonly UsageEvent[]; readonly seen: ReadonlyMap<string, string> };

/**
 * Use that no card carries (`not-carried`), or that cards carry though nobody asked for so much (`not-asked`): the units of
 * a kind to a destination, and when the first of them falls.
 */
export type Miscarried = {
  readonly code: 'not-carried' | 'not-asked';
  readonly at: UsageEvent['at'];
  readonly kind: UsageEvent['kind'];
  readonly to: string;
  readonly units: number;
};

type Ask = { readonly use: UsageEvent; readonly shares: Map<Load, number>; left: number };
type Load = { readonly use: UsageEvent; readonly carrier: Carrier; left: number };

/**
 * Compares what is asked for with what cards carry, each use at its moment; several cards may share one. A number is asked
 * for as such, and carried as the destination that it is for the card.
 */
export function compareCarried(asked: readonly UsageEvent[], carriers: readonly Carrier[]): Miscarried[] {
  const asks = groupByKey(asked.map((use): Ask => ({ use, shares: new Map(), left: use.amount })));
  const loads = groupByKey(
    carriers.flatMap((carrier) => carrier.uses.map((use): Load => ({ use, carrier, left: use.amount }))),
  );
  for (const [key, own] of asks) for (const ask of own) give(ask, own, loads.get(key) ?? []);
  return [...addUp('not-carried', [...asks.values()].flat()), ...addUp('not-asked', [...loads.values()].flat())];
}

function groupByKey<T extends { readonly use: UsageEvent }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const { at, kind, app = '' } = item.use;
    const key = `${at} ${kind} ${app}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function give(ask: Ask, asks: readonly Ask[], loads: readonly Load[]): void {
  let given: number;
  do {
    given = shareOut(ask, ask.left, { asks, loads, tried: new Set() });
    ask.left -= given;
  } while (given > 0 && ask.left > 0);
}

type Group = { readonly asks: readonly Ask[]; readonly loads: readonly Load[]; readonly tried: Set<Load> };

/** Gives an ask a part of a load that fits; where another ask holds that load, the other is given another one. */
function shareOut(ask: Ask, most: number, group: Group): number {
  for (const load of group.loads) {
    if (group.tried.has(load) || !isFor(load, ask)) continue;
    group.tried.add(load);
    const amount = load.left > 0 ? Math.min(most, load.left) : freed(load, most, group);
    if (amount === 0) continue;
    load.left -= amount;
    ask.shares.set(load, (ask.shares.get(load) ?? 0) + amount);
    return amount;
  }
  return 0;
}

/** Frees a part of a load by moving an ask that holds it to another load. */
function freed(load: Load, most: number, group: Group): number {
  for (const holder of group.asks) {
    const held = holder.shares.get(load) ?? 0;
    const moved = held > 0 ? shareOut(holder, Math.min(most, held), group) : 0;
    if (moved === 0) continue;
    holder.shares.set(load, held - moved);
    load.left += moved;
    return moved;
  }
  return 0;
}

function isFor({ use, carrier }: Load, ask: Ask): boolean {
  return use.to === (carrier.seen.get(ask.use.to) ?? ask.use.to);
}

function addUp(code: Miscarried['code'], items: readonly (Ask | Load)[]): Miscarried[] {
  const sums = new Map<string, Miscarried>();
  for (const { use, left } of items) {
    const { at, kind, to } = use;
    const known = sums.get(`${kind} ${to}`) ?? { code, at, kind, to, units: 0 };
    if (left > 0) sums.set(`${kind} ${to}`, { ...known, units: known.units + left });
  }
  return [...sums.values()];
}
