import { type CompiledCatalog, conversionOn } from '@simwise/catalog';
import type { Certificate, History } from '@simwise/engine';
import type { RouteCoverage } from '@simwise/places';
import type { Candidates, LeftOut } from './candidates.ts';
import { type Asked, type Choice, draftOf, type RatedDraft } from './choice.ts';
import { withFormalities } from './choice-formalities.ts';
import { withCoverage, withoutShutOut } from './coverage-advice.ts';
import { type JudgedChoices, judgeLeading } from './judged-choices.ts';
import { numbersIn, seenFromBrand } from './numbers.ts';
import { noRate } from './price.ts';
import { rankDrafts } from './ranking.ts';
import { SearchMemory } from './search-memory.ts';
import type { Stay } from './stay.ts';
import { type ChoiceKind, type FoundCards, type SearchProgress, StaySearch, whileAt } from './stay-search.ts';

/**
 * An answer: what was compared, the best of each kind, what is proven of them, all choices in the order of their cost, and
 * the leading ones over the ways in which the use may turn out.
 */
export type Advice = JudgedChoices & {
  readonly stay: Stay;
  readonly compared: Compared;
  readonly best: Readonly<Record<'overall' | ChoiceKind, Choice | null>>;
  /** By how much, at the middle of every price, the best of each kind may be beaten by cards that were not tried: a gap of 0 is a proof. */
  readonly proofs: Readonly<Record<'overall' | ChoiceKind, Certificate | null>>;
  readonly choices: readonly Choice[];
  /** What is known of the networks on the route; null where no places were named. */
  readonly route: RouteCoverage | null;
};

export type Compared = {
  readonly offers: number;
  readonly sellers: readonly string[];
  readonly choices: number;
  readonly leftOut: readonly LeftOut[];
};

/**
 * What is known beside the catalogue and the stay: the networks on its route, and what the person used before. With the memory
 * of earlier questions an answer comes sooner.
 */
export type Evidence = {
  readonly route?: RouteCoverage | null;
  readonly history?: History | null;
  readonly memory?: SearchMemory;
};

/** How many of the cheapest choices of each kind are listed. */
const LISTED = 20;

/**
 * The answer for a stay. Same catalogue, stay and evidence, same answer; nothing else enters. @throws
 * CannotDo when no rate of exchange leads to the currency of the stay, or a number that is called is none.
 */
export function advise(catalog: CompiledCatalog, stay: Stay, evidence: Evidence = {}): Advice {
  const steps = adviseInSteps(catalog, stay, evidence);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * How far an answer has come. `part` is there once, as soon as the best of each kind is known: what can be said by then,
 * with no other choices listed beside them and none judged.
 */
export type AdviceProgress = SearchProgress & { readonly part?: () => Advice };

/** The same answer in steps, after each of which a caller may rest, tell how far it has come, or stop. @throws as `advise`. */
export function* adviseInSteps(
  catalog: CompiledCatalog,
  stay: Stay,
  { route = null, history = null, memory = new SearchMemory() }: Evidence = {},
): Generator<AdviceProgress, Advice> {
  const { currency } = catalog.country;
  if (!conversionOn(catalog, currency, stay.currency, stay.start)) throw noRate(catalog, currency, stay.currency);
  const candidates = withoutShutOut(memory.candidatesFor(catalog, stay), stay, route);
  const search = new StaySearch(catalog, candidates, stay);
  const work: Work = { catalog, stay, route, candidates, search };
  yield* search.runKinds(memory);
  yield { ...search.progress, part: () => partOf(work) };
  yield* search.runLists();
  const choices = yield* rankedChoices(work);
  const judging = judgeLeading(catalog, { stay, choices, addOns: candidates.addOns, history });
  return adviceOf(work, choices, yield* whileAt(search.progress, judging));
}

type Work = {
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly route: RouteCoverage | null;
  readonly candidates: Candidates;
  readonly search: StaySearch;
};

function partOf(work: Work): Advice {
  const choices = rankedChoices(work);
  for (let step = choices.next(); ; step = choices.next()) {
    if (step.done) return adviceOf(work, step.value, { judged: [], named: null, judgedOver: null });
  }
}

function* rankedChoices({ catalog, stay, route, candidates, search }: Work): Generator<SearchProgress, Choice[]> {
  const rated = yield* rateLeading(search, askedBy(catalog, stay));
  const drafts = rated.map((draft) => withFormalities(catalog, draft, { stay, route }));
  return withCoverage(rankDrafts(drafts), { catalog, stay, candidates, route });
}

function adviceOf(
  { stay, route, candidates, search }: Work,
  choices: readonly Choice[],
  judged: JudgedChoices,
): Advice {
  const taking = [...candidates.bases, ...candidates.addOns];
  const best = bestOf(choices);
  return {
    stay,
    compared: {
      offers: taking.length,
      sellers: [...new Set(taking.map(({ facts }) => facts.brand))].sort(),
      choices: search.found.length,
      leftOut: candidates.leftOut,
    },
    best,
    proofs: {
      overall: certify(search, 'overall', best.overall),
      phone: certify(search, 'phone', best.phone),
      data: certify(search, 'data', best.data),
      pair: certify(search, 'pair', best.pair),
    },
    choices,
    route,
    ...judged,
  };
}

function* rateLeading(search: StaySearch, asked: Asked): Generator<SearchProgress, RatedDraft[]> {
  const sorted = search.found.sort((a, b) => a.cost - b.cost);
  const leading = (['phone', 'data', 'pair'] as const).flatMap((kind) =>
    sorted.filter(isOfKind(kind)).slice(0, LISTED),
  );
  const drafts: RatedDraft[] = [];
  for (const each of leading) {
    drafts.push(draftOf(each, asked));
    yield search.progress;
  }
  return drafts;
}

function askedBy(catalog: CompiledCatalog, stay: Stay): Asked {
  const { start, days, profile } = stay;
  const numbers = seenFromBrand(catalog, numbersIn(profile), '');
  return {
    stay,
    period: { start, days, local: catalog.country.offsets },
    guessesNetworks: [...numbers.values()].some(({ isGuess }) => isGuess),
  };
}

function isOfKind(kind: ChoiceKind): (found: FoundCards) => boolean {
  return (found) => found.kind === kind;
}

/** Of data cards one is named even where none serves, with what it lacks. */
function bestOf(choices: readonly Choice[]): Advice['best'] {
  const serving = choices.filter(({ serves }) => serves);
  const first = (among: readonly Choice[], kind: ChoiceKind) => among.find((choice) => choice.kind === kind) ?? null;
  return {
    overall: serving[0] ?? null,
    phone: first(serving, 'phone'),
    data: first(serving, 'data') ?? first(choices, 'data'),
    pair: first(serving, 'pair'),
  };
}

function certify(search: StaySearch, scope: 'overall' | ChoiceKind, choice: Choice | null): Certificate | null {
  const proof = search.proofOf(scope);
  if (!proof || !choice?.serves) return null;
  const { cost } = choice;
  const lowerBound = Math.min(cost, proof.lowerBound);
  return { ...proof, cost, lowerBound, gap: cost - lowerBound };
}
