import { brotliSize } from '@simwise/catalog/build';
import { inFile, type PlaceCheck } from '../check.ts';

const MOST_COVERAGE = 60_000;
const MOST_PLACES = 120_000;

export const smallCoverage: PlaceCheck = {
  name: 'small-coverage',
  protects: 'someone on a slow line has coverage and places after one visit',
  run({ compiled }) {
    const size = (parts: readonly unknown[]) =>
      parts.reduce<number>((sum, part) => sum + brotliSize(JSON.stringify(part)), 0);
    const sizes = [
      { file: 'coverage', bytes: size([compiled.coverage, ...compiled.cells]), most: MOST_COVERAGE },
      { file: 'places', bytes: size([compiled.places]), most: MOST_PLACES },
    ];
    return sizes.flatMap(({ file, bytes, most }) =>
      bytes <= most
        ? []
        : [inFile(this.name, file, { found: `${bytes} bytes compressed`, expected: `at most ${most}` })],
    );
  },
};
