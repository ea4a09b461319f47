import type { CompiledCatalog } from '@simwise/catalog';
import type { Amount } from './amounts.ts';
import { type Scan, wordPattern } from './scan.ts';

/** A brand of another company that a reply names, where it does not name the card's own. */
export function otherBrandIn(
  text: string,
  { catalog, brand }: { catalog: CompiledCatalog; brand: string | undefined },
): string | undefined {
  const own = catalog.brands.find(({ id }) => id === brand);
  const named = catalog.brands.filter(({ names }) => {
    const words = Object.values(names).map((name) => name.toLowerCase());
    return wordPattern(words).test(text);
  });
  const isOwn = ({ id, operator }: { id: string; operator?: string }) =>
    id === brand || (operator !== undefined && operator === own?.operator);
  return named.some(isOwn) ? undefined : named[0]?.id;
}

/** Marks of a part of a longer message, and ends at which no sentence ends. */
const OPEN_END = /(?:…|\.\.\.|[:(,\-–])\s*$/u;
const PART = /(?:^\s*|\s)\(?([1-9])\/([1-9])\)?(?:\s|$)/;

/** Whether a reply looks like a part of a longer one. */
export function isCutOff({ text, words, numbers }: Scan, amounts: readonly Amount[]): boolean {
  if (OPEN_END.test(text)) return true;
  const part = PART.exec(text);
  if (part && Number(part[1]) < Number(part[2]) && !text.includes(`${part[2]}/${part[2]}`)) return true;
  const tail = text.trimEnd().length;
  const last = words.at(-1);
  if (last && last.end === tail && (last.word === 'until' || last.word === 'of')) return true;
  const lastNumber = numbers.at(-1);
  return lastNumber?.end === tail && amounts.at(-1)?.unit === null && !amounts.at(-1)?.words.has('balance');
}
