import { type CompiledCatalog, destinationOf } from '@simwise/catalog';
import type { UsageEvent } from '@simwise/engine';
import { CannotDo } from './cannot-do.ts';

/** Uses with a destination in place of each number, and whether any was told by its prefix. */
export type ResolvedUses = { readonly uses: readonly UsageEvent[]; readonly guessed: boolean };

/** Numbers become destinations as seen from a card of a brand. @throws CannotDo for what is no number. */
export function resolveNumbers(catalog: CompiledCatalog, uses: readonly UsageEvent[], brand: string): ResolvedUses {
  const seen = seenFromBrand(catalog, numbersIn(uses), brand);
  return {
    uses: uses.map((use) => ({ ...use, to: seen.get(use.to)?.to ?? use.to })),
    guessed: [...seen.values()].some(({ isGuess }) => isGuess),
  };
}

/** The phone numbers that are called or written to. */
export function numbersIn(uses: readonly { readonly to: string }[]): string[] {
  return [...new Set(uses.flatMap(({ to }) => (to.startsWith('+') ? [to] : [])))];
}

/** What numbers are for a card of a brand. @throws CannotDo for what is no number. */
export function seenFromBrand(catalog: CompiledCatalog, numbers: readonly string[], brand: string) {
  return new Map(
    numbers.map((number) => {
      const found = destinationOf(catalog, number, brand);
      if (!found) throw new CannotDo({ code: 'bad-number', number });
      return [number, found] as const;
    }),
  );
}
