import type { ReplyWord } from '@simwise/catalog';
import type { Allowance, LocalSecond } from '@simwise/engine';
import type { AmountLeft } from '../keeper-file.ts';
import type { LeftAmount, ReplyDoubt } from './read-reply.ts';

/** An allowance that a card grants, by its offer and its place among that offer's allowances. */
export type CardAllowance = { readonly offer: string; readonly index: number; readonly allowance: Allowance };

type Placed = Omit<AmountLeft, 'expires'> & { readonly until?: LocalSecond };

/**
 * Matches what a reply says is left with the allowances of the card. One amount of a kind is the total of that kind; of
 * several each goes to the one allowance its words point to, or they are added up with a doubt.
 */
export function placeAmounts(
  amounts: readonly LeftAmount[],
  allowances: readonly CardAllowance[],
): { left: readonly Placed[]; doubts: readonly ReplyDoubt[] } {
  const kinds = [...new Set(amounts.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const ofKind = amounts.filter((amount) => amount.kind === kind);
    const granted = allowances.filter(({ allowance }) => allowance.kind === kind);
    if (granted.length === 0) return { left: ofKind.map(untied), doubts: [{ code: 'not-on-card' as const, kind }] };
    return placeKind(
      ofKind,
      granted.filter(({ allowance }) => allowance.amount !== 'unlimited'),
    );
  });
  return { left: parts.flatMap(({ left }) => left), doubts: parts.flatMap(({ doubts }) => doubts) };
}

function placeKind(
  amounts: readonly LeftAmount[],
  granted: readonly CardAllowance[],
): { left: readonly Placed[]; doubts: readonly ReplyDoubt[] } {
  const [first, ...others] = amounts as readonly [LeftAmount, ...LeftAmount[]];
  if (others.length === 0 && (granted.length <= 1 || !hasTag(first))) return { left: [untied(first)], doubts: [] };
  const targets = amounts.map((amount) => granted.filter(({ allowance }) => fits(amount, allowance)));
  const isClear = targets.every((found) => found.length === 1) && new Set(targets.flat()).size === amounts.length;
  if (isClear) {
    return { left: amounts.map((amount, index) => tied(amount, (targets[index] as CardAllowance[])[0])), doubts: [] };
  }
  const units = amounts.reduce((sum, amount) => sum + amount.units, 0);
  return { left: [{ kind: first.kind, units }], doubts: [{ code: 'which-bucket', kind: first.kind }] };
}

function untied({ kind, units, until }: LeftAmount): Placed {
  return { kind, units, ...(until === undefined ? {} : { until }) };
}

function tied(amount: LeftAmount, target: CardAllowance | undefined): Placed {
  return { ...untied(amount), ...(target ? { of: { offer: target.offer, index: target.index } } : {}) };
}

const TAGS: readonly ReplyWord[] = ['on-net', 'all-networks', 'landline', 'night'];

function hasTag({ words }: LeftAmount): boolean {
  return TAGS.some((tag) => words.has(tag));
}

/** Whether the words about an amount agree with what an allowance is for. */
function fits({ words }: LeftAmount, { scope }: Allowance): boolean {
  const { to, hours } = scope;
  if (words.has('night') !== (hours !== undefined)) return false;
  const isOnNet = to?.every((each) => each === 'on-net') === true;
  if (words.has('on-net')) return isOnNet;
  if (words.has('landline')) return to?.includes('landline') === true;
  if (words.has('all-networks')) return !isOnNet;
  return true;
}
