import type { Random } from './random.ts';

/** The heavy end of a distribution: what exceeds `threshold` is generalised Pareto with this scale and shape, up to `most`. */
export type Tail = {
  readonly threshold: number;
  readonly scale: number;
  readonly shape: number;
  readonly most: number;
};

const TAIL_SHARE = 0.1;
const FEWEST_EXCESSES = 3;
/** The shape taken for granted, with the weight of this many excesses: few of them say little about it. */
const USUAL_SHAPE = 0.2;
const WEIGHT_OF_USUAL = 10;
const MOST_SHAPE = 0.5;
/** No day is drawn above this many times the largest one seen. */
const MOST_TIMES_SEEN = 10;

/**
 * Fits a tail to the largest tenth of some positive amounts: the shape by probability-weighted moments, drawn towards a
 * usual one where excesses are few, the scale such that the mean excess stays the one seen. Null where they are too few
 * or all alike.
 */
export function fitTail(amounts: readonly number[]): Tail | null {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const first = Math.ceil(sorted.length * (1 - TAIL_SHARE));
  const threshold = sorted[first - 1];
  if (threshold === undefined) return null;
  const excesses = sorted.slice(first).map((amount) => amount - threshold);
  const mean = meanOf(excesses);
  if (excesses.length < FEWEST_EXCESSES || mean === 0) return null;
  const shape = shapeOf(excesses, mean);
  return { threshold, shape, scale: mean * (1 - shape), most: MOST_TIMES_SEEN * (sorted.at(-1) as number) };
}

/** `excesses` in rising order. */
function shapeOf(excesses: readonly number[], mean: number): number {
  const count = excesses.length;
  const weighted = meanOf(excesses.map((excess, rank) => (excess * (count - 1 - rank)) / (count - 1)));
  const spread = mean - 2 * weighted;
  const fitted = spread <= 0 ? 0 : 2 - mean / spread;
  const drawn = (count * fitted + WEIGHT_OF_USUAL * USUAL_SHAPE) / (count + WEIGHT_OF_USUAL);
  return Math.min(MOST_SHAPE, Math.max(0, drawn));
}

/** An amount above the threshold. */
export function drawFromTail({ threshold, scale, shape, most }: Tail, random: Random): number {
  const rest = 1 - random.next();
  const excess = shape < 1e-6 ? -scale * Math.log(rest) : (scale / shape) * (rest ** -shape - 1);
  return Math.min(most, threshold + excess);
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
