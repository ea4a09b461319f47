/** The index of the first of some ascending numbers that is not below `key`; their count where all are. */
export function lowerBound(ascending: ArrayLike<number>, key: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
