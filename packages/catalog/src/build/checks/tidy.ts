import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, visit } from 'yaml';
import { type Check, inFile } from '../check.ts';
import type { Finding } from '../finding.ts';
import { isOfferFile, type LoadedCatalog } from '../load.ts';
import { offer, version } from '../schema/offer.ts';
import type { SourceFile } from '../source-file.ts';

const OFFER_KEYS = Object.keys(offer.shape);
const VERSION_KEYS = Object.keys(version.shape);
const WIDTH = 120;

/** The text as the keepers' formatter writes it: keys of offers and versions in the order of the schema, one style. */
export function tidyText(file: SourceFile): string {
  const document = parseDocument(file.text, { version: '1.2' });
  if (isOfferFile(file)) {
    const root = document.contents;
    const common = isMap(root) ? root.get('common', true) : undefined;
    sortKeys(common, [...OFFER_KEYS, 'version']);
    if (isMap(common)) sortKeys(common.get('version', true), VERSION_KEYS);
    const offers = isMap(root) ? root.get('offers', true) : undefined;
    for (const item of isSeq(offers) ? offers.items : []) sortOffer(item);
  }
  visit(document, { Scalar: (_key, node) => quoteCode(node) });
  return document.toString({ lineWidth: WIDTH, singleQuote: true, flowCollectionPadding: true });
}

function sortOffer(item: unknown): void {
  sortKeys(item, OFFER_KEYS);
  const versions = isMap(item) ? item.get('versions', true) : undefined;
  for (const each of isSeq(versions) ? versions.items : []) sortKeys(each, VERSION_KEYS);
}

function sortKeys(node: unknown, order: readonly string[]): void {
  if (!isMap(node)) return;
  const rank = (key: unknown) => {
    const index = order.indexOf(isScalar(key) ? String(key.value) : '');
    return index < 0 ? order.length : index;
  };
  node.items.sort((a, b) => rank(a.key) - rank(b.key));
}

/** Codes to dial keep their quotes: without them `012` would be a number and `*100#` half a comment. */
function quoteCode(node: Scalar<unknown> | Node): void {
  if (isScalar(node) && typeof node.value === 'string' && /^[*#\d][\d*#]*$/.test(node.value))
    node.type = 'QUOTE_SINGLE';
}

function tidiness(check: string, file: SourceFile): Finding[] {
  const tidy = tidyText(file);
  if (tidy === file.text) return [];
  const lines = file.text.split('\n');
  const line = tidy.split('\n').findIndex((text, index) => text !== lines[index]);
  const found = `"${(lines[line] ?? '').trim().slice(0, 60)}"`;
  const expected = `"${(tidy.split('\n')[line] ?? '').trim().slice(0, 60)}"`;
  return [{ ...inFile(check, file, [], { found, expected, fix: () => tidy }), line: line + 1, col: 1 }];
}

export const tidy: Check = {
  name: 'tidy',
  protects: 'a change of one fact is a change of one line',
  run: ({ files }: LoadedCatalog) => [...files.values()].flatMap((file) => tidiness('tidy', file)),
};
