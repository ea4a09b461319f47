import { TECHNOLOGIES } from '../compiled.ts';
import type { Cell } from './cell.ts';

/** Counts of cells of one kind that grow as cells are met. */
export class Tally {
  cells = 0;
  bits = 0;
  newest = 0;
  nearest = Number.POSITIVE_INFINITY;

  add({ technology, updated }: Cell, km = 0): void {
    this.cells += 1;
    this.bits |= 1 << TECHNOLOGIES.indexOf(technology);
    this.newest = Math.max(this.newest, updated);
    this.nearest = Math.min(this.nearest, km);
  }
}

/** The tally of a key, begun where there is none yet. */
export function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const tally = new Tally();
  tallies.set(key, tally);
  return tally;
}
