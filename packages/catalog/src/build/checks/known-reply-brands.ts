import { type Check, documentFile, inFile } from '../check.ts';

export const knownReplyBrands: Check = {
  name: 'known-reply-brands',
  protects: 'the captions of a brand are used for its replies',
  run(catalog) {
    const known = new Set(catalog.documents.market.brands.map(({ id }) => id));
    const file = documentFile(catalog, 'replies');
    return catalog.documents.replies.brands.flatMap(({ id }, index) =>
      known.has(id)
        ? []
        : [
            inFile(this.name, file, ['brands', index, 'id'], {
              found: `"${id}"`,
              expected: 'the id of a brand on file',
            }),
          ],
    );
  },
};
