import type { NetworkAnswer } from '@simwise/places';

/** `good`: seen in the last four years, or stated to work; `hint`: seen longer ago. */
export type Evidence = 'good' | 'hint' | 'nothing';

/** From the weakest on. */
export const EVIDENCE: readonly Evidence[] = ['nothing', 'hint', 'good'];

export type Strength = { readonly is: Evidence | 'none'; readonly day: number };

/** The strongest of what speaks for any of some networks at a place; `none` where officials say that none serves it. */
export function strengthOf(answers: readonly NetworkAnswer[], networks: readonly string[]): Strength {
  const own = answers.filter(({ network }) => networks.includes(network));
  if (own.some((answer) => evidenceOf(answer) === 'good')) return { is: 'good', day: 0 };
  const hints = own.filter((answer) => evidenceOf(answer) === 'hint');
  if (hints.length > 0) return { is: 'hint', day: Math.max(...hints.map(({ sightings }) => sightings[0]?.day ?? 0)) };
  return { is: answers.every(({ state }) => state === 'none') ? 'none' : 'nothing', day: 0 };
}

function evidenceOf({ state, isHint, statements, sightings }: NetworkAnswer): Evidence {
  if (state === 'seen' && !isHint) return 'good';
  if (state === 'stated' && statements.some(({ says }) => says === 'works')) return 'good';
  return sightings.length > 0 && state !== 'none' ? 'hint' : 'nothing';
}
