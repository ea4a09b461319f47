import { type CompiledCatalog, destinationOf } from '@simwise/catalog';
import type { UsageEvent } from '@simwise/engine';
import { CannotDo } from './cannot-do.ts';

/** Uses with a destination in place of each number, and whether any was told by its prefix. */
export type ResolvedUses = { readonly uses: readonly UsageEvent[]; readonly guessed: boolean };

/** Numbers become destinations as seen from a card of a brand. @throws CannotDo for what is no number. */
export function resolveNumbers(catalog: CompiledCatalog, uses: readonly UsageEvent[], brand: string): ResolvedUses {
  let guessed = false;
  const resolved = uses.map((use) => {
    if (!use.to.startsWith('+')) return use;
    const found = destinationOf(catalog, use.to, brand);
    if (!found) throw new CannotDo({ code: 'bad-number', number: use.to });
    guessed ||= found.isGuess;
    return { ...use, to: found.to };
  });
  return { uses: resolved, guessed };
}
