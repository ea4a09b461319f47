import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@simwise/catalog/build';
import { inFile, inYaml, type PlaceCheck } from '../check.ts';

export const licencesApart: PlaceCheck = {
  name: 'licences-apart',
  protects: 'share-alike data never gets into a file under other terms, and always carries its notice',
  run({ root, coverage, compiled }) {
    return coverage.folders.flatMap(({ name, lists }, index): Finding[] => {
      const folder = `coverage/${name}`;
      const licences = [...new Set(lists.map(({ data }) => data.licence))];
      const lost = lists.filter(({ data }) => !existsSync(join(root, folder, data.file)));
      const counted = compiled.cells[index]?.lists ?? [];
      const wrong = lists.filter(({ data }, list) => counted[list] && counted[list].cells !== data.cells);
      return [
        ...(existsSync(join(root, folder, 'LICENSE'))
          ? []
          : [inFile(this.name, folder, { found: 'no LICENSE', expected: 'the terms of these lists' })]),
        ...(licences.length > 1
          ? [inFile(this.name, folder, { found: licences.join(' and '), expected: 'lists under one licence' })]
          : []),
        ...lost.map((list) =>
          inYaml(this.name, list, ['file'], { found: `no ${list.data.file}`, expected: 'the list beside it' }),
        ),
        ...wrong.map((list) =>
          inYaml(this.name, list, ['cells'], {
            found: `${list.data.cells}`,
            expected: 'the number of rows in the list',
          }),
        ),
      ];
    });
  },
};
