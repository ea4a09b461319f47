/** Two-sided 95 % of the normal distribution. */
const CONFIDENT = 1.96;
/** In so many of the worlds the other may clearly cost less before the two count as alike. */
const MOST_CONTRARY = 0.05;

/**
 * Whether one choice clearly costs less than another, by the differences on the same scenarios. Two things must hold: the
 * average difference is beyond its sampling error, and there are not several worlds (readings of what nobody knows) in
 * which the other one clearly costs less.
 */
export function isToldApart(less: Float64Array, more: Float64Array, worlds: number): boolean {
  if (!isClearlyLess(less, more, { from: 0, step: 1 })) return false;
  let contrary = 0;
  for (let from = 0; from < worlds; from++) if (isClearlyLess(more, less, { from, step: worlds })) contrary += 1;
  return contrary / worlds < MOST_CONTRARY;
}

type Every = { readonly from: number; readonly step: number };

function isClearlyLess(less: Float64Array, more: Float64Array, { from, step }: Every): boolean {
  let [count, sum, squares] = [0, 0, 0];
  for (let index = from; index < less.length; index += step) {
    const difference = (more[index] as number) - (less[index] as number);
    count += 1;
    sum += difference;
    squares += difference * difference;
  }
  if (count === 0) return false;
  const mean = sum / count;
  const variance = Math.max(0, squares / count - mean * mean);
  return mean > 0 && mean > CONFIDENT * Math.sqrt(variance / count);
}
