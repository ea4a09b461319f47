import type { Ability, KindExplained } from '@simwise/advisor';
import type { Wording } from '../wording.ts';

/** Whether the offers of a kind can do a thing: all, none, or so many of them. */
export function abilityText({ abilities, apps }: KindExplained, ability: Ability, { messages }: Wording): string {
  const { explain } = messages;
  const { yes, no, unknown } = abilities[ability];
  const all = yes + no + unknown;
  if (all === 0) return '–';
  if (ability === 'internet' && apps.length > 0) return explain.onlySomeApps({ count: apps.length });
  if (yes === all) return explain.yes;
  if (no === all) return explain.no;
  return yes === 0 ? explain.unknown : explain.some({ yes, of: all });
}
