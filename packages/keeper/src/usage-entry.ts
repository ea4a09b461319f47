import { day, dayOf, formatDay, formatLocal, localSecondOf, type UsageEvent } from '@simwise/engine';
import type { Said } from './changes.ts';
import type { EntryOf } from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

/**
 * What uses in the order of time say of a card: sums of whole days. It speaks of the end of its last day.
 * @throws KeeperRefused where there is no use
 */
export function usageSaid(uses: readonly UsageEvent[]): Extract<Said, { is: 'usage' }> {
  const [first, last] = [uses[0], uses.at(-1)];
  if (!first || !last) throw new KeeperRefused({ code: 'no-use' });
  const sums = new Map<string, EntryOf<'usage'>['days'][number]>();
  for (const { at, kind, amount } of uses) {
    const date = formatDay(dayOf(at));
    const key = `${date} ${kind}`;
    sums.set(key, { day: date, kind, units: (sums.get(key)?.units ?? 0) + amount });
  }
  return {
    is: 'usage',
    at: formatLocal(localSecondOf(day(dayOf(last.at) + 1))),
    first: formatDay(dayOf(first.at)),
    last: formatDay(dayOf(last.at)),
    days: [...sums.values()],
  };
}
