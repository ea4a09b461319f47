import type { Check } from '../check.ts';
import { brotliSize, compileCatalog } from '../compile.ts';

const MOST_BYTES = 80_000;
/** A quality that takes a hundredth of the time; what it makes small enough, the best one does too. */
const QUICK = 5;

export const smallEnough: Check = {
  name: 'small-enough',
  protects: 'someone on a slow line has the whole catalogue after one visit',
  run(catalog) {
    const json = JSON.stringify(compileCatalog(catalog));
    if (brotliSize(json, QUICK) <= MOST_BYTES) return [];
    const size = brotliSize(json);
    if (size <= MOST_BYTES) return [];
    return [
      {
        file: '.',
        line: 1,
        col: 1,
        check: this.name,
        found: `${size} bytes compressed`,
        expected: `at most ${MOST_BYTES}`,
      },
    ];
  },
};
