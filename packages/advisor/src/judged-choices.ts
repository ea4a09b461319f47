import type { CompiledCatalog } from '@simwise/catalog';
import {
  ASSUMED_SPREAD,
  type History,
  type Judged,
  type Judgement,
  type JudgeProgress,
  type Named,
  type Spread,
} from '@simwise/engine';
import type { Candidate } from './candidates.ts';
import type { Choice } from './choice.ts';
import { judgeStay, type KnownUse, type StayJudgement } from './judge-stay.ts';
import type { Stay } from './stay.ts';

/** A choice over the ways in which the use may turn out; amounts are in minor units of the stay's currency. */
export type JudgedChoice = Omit<Judged, 'id' | 'isFast'> & { readonly choice: Choice };

/** A choice that is best in one regard. `price`: what it costs more on average than the cheapest. */
export type NamedChoice = { readonly judged: JudgedChoice; readonly price: number };

/** The ways in which a choice can be the best one where nobody knows the use. */
export const REGARDS = ['cheapest', 'safest', 'simplest'] as const;

export type Regard = (typeof REGARDS)[number];

/** What the use was drawn from: the stay's profile with a spread that is assumed, or a history. */
export type JudgedUse =
  | { readonly is: 'profile'; readonly spread: Spread }
  | { readonly is: 'history'; readonly days: number; readonly gaps: History['gaps'] };

/** Over what choices were judged: each met the same scenarios, in the same readings of what is not known (`worlds`). */
export type JudgedOver = {
  readonly use: JudgedUse;
  readonly scenarios: number;
  readonly worlds: number;
  readonly seed: number;
};

/** The leading choices judged, the least expected cost first. All is empty where no choice serves. */
export type JudgedChoices = {
  readonly judged: readonly JudgedChoice[];
  readonly named: Readonly<Record<Regard, NamedChoice>> | null;
  readonly judgedOver: JudgedOver | null;
};

export type JudgeChoicesRequest = {
  readonly stay: Stay;
  /** In the order of their rank. */
  readonly choices: readonly Choice[];
  readonly addOns: readonly Candidate[];
  /** What the use is drawn from; null: the profile of the stay, with the spread that is assumed. */
  readonly history: History | null;
};

/** How many of the leading choices are judged. */
const MOST_JUDGED = 20;

/** One seed for every stay: the same stay has the same answer, and two stays that differ in one thing meet the same luck. */
const SEED = 1;

/** Judges the leading choices that serve, in steps after which a caller may rest. @throws CannotDo as `judgeStay` does. */
export function* judgeLeading(
  catalog: CompiledCatalog,
  { stay, choices, addOns, history }: JudgeChoicesRequest,
): Generator<JudgeProgress, JudgedChoices> {
  const leading = leadingOf(choices);
  if (leading.length === 0) return { judged: [], named: null, judgedOver: null };
  const use: KnownUse = history ? { is: 'history', history } : { is: 'profile', spread: ASSUMED_SPREAD };
  const scenarios = scenariosFor(leading.length, stay.days);
  const result = yield* judgeStay(catalog, { stay, choices: leading, addOns, use, seed: SEED, scenarios });
  const { worlds } = result.judgement;
  return { ...namedOf(result), judgedOver: { use: judgedUse(use), scenarios, worlds, seed: SEED } };
}

/** The best of each kind first, lest one kind crowd out what is simpler or safer; then the others by their rank. */
function leadingOf(choices: readonly Choice[]): Choice[] {
  const serving = choices.filter(({ serves }) => serves);
  const firsts = (['phone', 'data', 'pair'] as const).flatMap(
    (wanted) => serving.find(({ kind }) => kind === wanted) ?? [],
  );
  return [...new Set([...firsts, ...serving])].slice(0, MOST_JUDGED);
}

/** Days of choices run in about half a second: a stay of a month over ten choices has the most scenarios. */
const CHOICE_DAYS = 160_000;
const MOST_SCENARIOS = 512;
const FEWEST_SCENARIOS = 64;

/** A multiple of the 32 readings of what is not known, so that each has as many scenarios as any other. */
const SCENARIOS_AT_ONCE = 32;

/** From 64 to 512 scenarios, fewer for more choices over more days, so that the answer does not wait for them. */
function scenariosFor(choices: number, days: number): number {
  const rounds = Math.floor(CHOICE_DAYS / (choices * days) / SCENARIOS_AT_ONCE);
  return Math.min(MOST_SCENARIOS, Math.max(FEWEST_SCENARIOS, rounds * SCENARIOS_AT_ONCE));
}

function judgedUse(use: KnownUse): JudgedUse {
  if (use.is === 'profile') return use;
  const { days, gaps } = use.history;
  return { is: 'history', days: days.length, gaps };
}

function namedOf({ judgement, of }: StayJudgement<Choice>): Pick<JudgedChoices, 'judged' | 'named'> {
  const byId = new Map(judgement.judged.map((judged) => [judged.id, withChoice(judged, of)]));
  const name = ({ id, price }: Named): NamedChoice => ({ judged: byId.get(id) as JudgedChoice, price });
  const { cheapest, safest, simplest }: Judgement = judgement;
  return {
    judged: [...byId.values()],
    named: { cheapest: name(cheapest), safest: name(safest), simplest: name(simplest) },
  };
}

function withChoice({ id, isFast: _isFast, ...figures }: Judged, of: StayJudgement<Choice>['of']): JudgedChoice {
  return { ...figures, choice: of.get(id) as Choice };
}
