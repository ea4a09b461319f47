import type { CompiledCatalog } from '@simwise/catalog';
import {
  type BestLengths,
  type Limits,
  type MarketOffer,
  type OptimiseProblem,
  Optimiser,
  type OptimumSearch,
  Sweep,
  type SweptChoice,
  talkOffersOf,
  type UsageEvent,
} from '@simwise/engine';
import { type Candidate, type Candidates, isPhone } from './candidates.ts';
import type { CardPlan } from './card-plan.ts';
import { marketOf } from './market.ts';
import { numbersIn, resolveNumbers } from './numbers.ts';
import type { SearchMemory } from './search-memory.ts';
import type { Stay } from './stay.ts';
import { type Variant, variantsOf } from './variants.ts';

export type ChoiceKind = 'phone' | 'data' | 'pair';

const KINDS: readonly ChoiceKind[] = ['phone', 'data', 'pair'];

/** Cards that together carry the use of a stay. `cost`: at the middle of every price, in minor units of the stay's currency. */
export type FoundCards = {
  readonly kind: ChoiceKind;
  readonly cards: readonly CardPlan[];
  readonly callsOverInternet: boolean;
  readonly cost: number;
};

/** What a search has ruled out: at the middle of every price no combination of its kind costs less than `lowerBound`. */
export type Proof = { readonly lowerBound: number; readonly excluded: number; readonly nodes: number };

/** How far a search has come: the cheapest cards found by now that serve the stay, and how many steps it took. */
export type SearchProgress = { readonly best: FoundCards | null; readonly steps: number };

export type Scope = 'overall' | ChoiceKind;

const SEARCHED: Readonly<Record<Scope, Limits['kind']>> = { overall: 'any', phone: 'talk', data: 'data', pair: 'pair' };

/**
 * The effort, in units of the optimiser, after which a search stops with what is proven by then: for the best of a kind, and
 * for each choice listed beside it. What is not proven by then hardly ever is.
 */
const EFFORT_TO_PROVE = 11_000_000;
const EFFORT_TO_LIST = 600_000;

/** How many phone cards, those cheapest for calls and messages, are listed in a pair. */
const LISTED_PAIRS = 8;

/** One search to do: within what, over which offers, and what its cards are to carry though they cannot. */
type Task = {
  readonly scope: Scope;
  readonly optimiser: Optimiser;
  readonly callsOverInternet: boolean;
  readonly only?: ReadonlySet<string>;
  readonly effort: number;
  /** The use of the stay, where all offers are searched for it: a pass over its days may find cheaper cards. */
  readonly uses?: readonly UsageEvent[];
  readonly inVain?: readonly UsageEvent[];
  /** Of cards that cannot serve all, none is asked for a local number. */
  readonly needsLocalNumber?: false;
};

/** What is listed: the cheapest of a kind of some offers. */
type Listed = { readonly scope: ChoiceKind; readonly only: ReadonlySet<string> };

/** Finds the cheapest cards for a stay, overall and of each kind, and what is to be listed beside them. */
export class StaySearch {
  readonly #catalog: CompiledCatalog;
  readonly #candidates: ReadonlyMap<string, Candidate>;
  readonly #market: readonly MarketOffer[];
  readonly #variants: readonly Variant[];
  readonly #stay: Stay;
  readonly #proofs = new Map<Scope, Proof>();
  readonly #found = new Map<string, FoundCards>();
  readonly #optimisers = new Map<readonly UsageEvent[], Optimiser>();
  readonly #passes = new Map<readonly UsageEvent[], BestLengths>();
  #best: FoundCards | null = null;
  #steps = 0;

  /** @throws CannotDo where a number that is called is none. */
  constructor(catalog: CompiledCatalog, candidates: Candidates, stay: Stay) {
    this.#catalog = catalog;
    this.#stay = stay;
    this.#variants = variantsOf(catalog, stay);
    this.#market = marketOf(catalog, candidates, numbersIn(stay.profile));
    const all = [...candidates.bases, ...candidates.addOns];
    this.#candidates = new Map(all.map((candidate) => [candidate.facts.id, candidate]));
  }

  /** The cheapest of the same offers, each once. */
  get found(): FoundCards[] {
    return [...this.#found.values()];
  }

  /** What is proven over all variants; null where the scope was not searched. */
  proofOf(scope: Scope): Proof | null {
    return this.#proofs.get(scope) ?? null;
  }

  /** The cheapest cards overall, and nothing beside them. */
  *runOverall(): Generator<SearchProgress, void> {
    for (const { uses, callsOverInternet } of this.#variants) {
      const optimiser = new Optimiser(this.#problemOf(uses));
      yield* this.#do({ scope: 'overall', optimiser, uses, callsOverInternet, effort: EFFORT_TO_PROVE });
    }
  }

  /**
   * The cheapest cards overall and of each kind.
   * @param memory of an earlier stay, of which is kept what is still true.
   */
  *runKinds(memory: SearchMemory): Generator<SearchProgress, void> {
    for (const { uses, callsOverInternet } of this.#variants) {
      const optimiser = memory.optimiserFor(`${callsOverInternet}`, this.#problemOf(uses));
      this.#optimisers.set(uses, optimiser);
      const common = { optimiser, uses, callsOverInternet, effort: EFFORT_TO_PROVE };
      const overall = yield* this.#do({ ...common, scope: 'overall' });
      for (const scope of KINDS) {
        if (overall?.kind === scope) this.#prove(scope, overall.proof);
        else yield* this.#do({ ...common, scope });
      }
    }
  }

  /** After `runKinds`: what is to be listed beside the cheapest, and those that come nearest where none serves. */
  *runLists(): Generator<SearchProgress, void> {
    for (const { uses, callsOverInternet } of this.#variants) {
      const optimiser = this.#optimisers.get(uses) ?? new Optimiser(this.#problemOf(uses));
      for (const { scope, only } of yield* this.#toList(optimiser)) {
        yield* this.#do({ scope, optimiser, callsOverInternet, only, effort: EFFORT_TO_LIST });
      }
    }
    yield* this.#searchInVain();
  }

  #problemOf(uses: readonly UsageEvent[]): OptimiseProblem {
    const { start, days, needs } = this.#stay;
    const { offsets: local } = this.#catalog.country;
    const stage = { period: { start, days }, local, acceptsThrottle: needs.throttleAccepted };
    return { market: this.#market, uses, stage };
  }

  /** @returns the kind of what was found, and what is proven of it. */
  *#do(task: Task): Generator<SearchProgress, { kind: ChoiceKind; proof: Proof } | null> {
    const limits = limitsOf(this.#stay, task.scope);
    const { needsLocalNumber = limits.needsLocalNumber } = task;
    const search = task.optimiser.search({ ...limits, needsLocalNumber }, task.only);
    const ended = yield* this.#walk(search, task);
    const solution = search.finish();
    const proof = provenBy(solution?.certificate ?? null, ended);
    if (!task.only && !task.inVain) this.#prove(task.scope, proof);
    const passed = task.uses && !ended ? yield* this.#passOver(task.scope, task.uses) : null;
    const searched = solution && { cards: solution.cards, cost: solution.certificate.cost };
    const best = passed && passed.cost < (searched?.cost ?? Number.POSITIVE_INFINITY) ? passed : searched;
    if (!best) return null;
    const found = this.#foundCards(task, best.cards, best.cost);
    this.#keep(found);
    return { kind: found.kind, proof };
  }

  /** What a pass over the days of the stay finds, where a search has stopped early. */
  *#passOver(scope: Scope, uses: readonly UsageEvent[]): Generator<SearchProgress, SweptChoice | null> {
    const best = this.#passes.get(uses) ?? (yield* this.#newPass(uses));
    this.#passes.set(uses, best);
    const kinds = KINDS.filter((kind) => scope === 'overall' || scope === kind);
    const found = kinds.flatMap((kind) => best.at(kind, this.#stay.days) ?? []);
    return found.sort((a, b) => a.cost - b.cost)[0] ?? null;
  }

  *#newPass(uses: readonly UsageEvent[]): Generator<SearchProgress, BestLengths> {
    const { market, stage } = this.#problemOf(uses);
    return yield* whileAt(
      this.progress,
      new Sweep({ market, stage, limits: limitsOf(this.#stay, 'overall') }).run(uses, true),
    );
  }

  /** @returns whether the search came to its end. */
  *#walk(search: OptimumSearch, task: Task): Generator<SearchProgress, boolean> {
    const run = search.run();
    for (let step = run.next(); !step.done; step = run.next()) {
      const { best, cost, effort } = step.value;
      const isBetter = best && !task.inVain && cost < (this.#best?.cost ?? Number.POSITIVE_INFINITY);
      if (isBetter) this.#best = this.#foundCards(task, best, cost);
      this.#steps += 1;
      yield this.progress;
      if (effort > task.effort) return false;
    }
    return true;
  }

  /** Whether some phone card alone carries all calls and messages. */
  *#isServedByAny(optimiser: Optimiser): Generator<SearchProgress, boolean> {
    for (const phone of talkOffersOf(optimiser.market)) {
      if (Number.isFinite(yield* whileAt(this.progress, optimiser.talk.leastAlone(phone)))) return true;
    }
    return false;
  }

  get progress(): SearchProgress {
    return { best: this.#best, steps: this.#steps };
  }

  #prove(scope: Scope, proof: Proof): void {
    const known = this.#proofs.get(scope) ?? { lowerBound: Number.POSITIVE_INFINITY, excluded: 0, nodes: 0 };
    this.#proofs.set(scope, {
      lowerBound: Math.min(known.lowerBound, proof.lowerBound),
      excluded: known.excluded + proof.excluded,
      nodes: known.nodes + proof.nodes,
    });
  }

  #foundCards({ callsOverInternet, inVain = [] }: Task, solved: readonly PlainCard[], cost: number): FoundCards {
    const plain = solved.map(({ offers, purchases, uses }) => ({
      offers: offers.map(({ offer }) => this.#candidates.get(offer.id) as Candidate),
      purchases,
      uses,
    }));
    const cards = inVain.length === 0 ? plain : this.#givenInVain(plain, inVain);
    return { kind: kindOf(cards), cards, callsOverInternet, cost };
  }

  #keep(found: FoundCards): void {
    const key = found.cards.map(({ offers }) => offers.map(({ facts }) => facts.id).join('+')).join(' & ');
    const known = this.#found.get(key);
    if (!known || found.cost < known.cost) this.#found.set(key, found);
  }

  /** What no card of these serves is asked of the first, so that its statement says so. */
  #givenInVain([first, ...others]: readonly CardPlan[], inVain: readonly UsageEvent[]): CardPlan[] {
    if (!first) return [];
    const { uses } = resolveNumbers(this.#catalog, inVain, (first.offers[0] as Candidate).facts.brand);
    return [{ ...first, uses: [...first.uses, ...uses].sort((a, b) => a.at - b.at) }, ...others];
  }

  /** Each phone card with its add-ons, the data cards of each seller, and pairs with the phone cards cheapest for talk. */
  *#toList(optimiser: Optimiser): Generator<SearchProgress, Listed[]> {
    const phones = talkOffersOf(optimiser.market);
    const dataCards = this.#market.filter(({ role }) => role === 'data');
    const sellers = groupBy(dataCards, ({ offer }) => this.#candidates.get(offer.id)?.facts.brand ?? '');
    const talkers: { phone: MarketOffer; cost: number }[] = [];
    for (const phone of phones) {
      const cost = yield* whileAt(this.progress, optimiser.talk.leastAlone(phone));
      if (Number.isFinite(cost)) talkers.push({ phone: phone.market, cost });
    }
    talkers.sort((a, b) => a.cost - b.cost);
    return [
      ...phones.map(({ market: phone }) => ({ scope: 'phone' as const, only: idsOf(this.#withAddOns(phone)) })),
      ...sellers.map((cards) => ({ scope: 'data' as const, only: idsOf(cards) })),
      ...talkers.slice(0, LISTED_PAIRS).map(({ phone }) => ({
        scope: 'pair' as const,
        only: idsOf([...this.#withAddOns(phone), ...dataCards]),
      })),
    ];
  }

  #withAddOns(phone: MarketOffer): MarketOffer[] {
    return [phone, ...this.#market.filter(({ bases }) => bases.includes(phone.offer.id))];
  }

  /** Where no card of a kind serves all, those that serve most are listed with what they lack. */
  *#searchInVain(): Generator<SearchProgress, void> {
    const { uses, callsOverInternet } = this.#variants.at(-1) as Variant;
    const [data, talk] = [uses.filter(({ kind }) => kind === 'data'), uses.filter(({ kind }) => kind !== 'data')];
    const common = { callsOverInternet, effort: EFFORT_TO_LIST } as const;
    const hasServing = (kind: ChoiceKind) => this.found.some((each) => each.kind === kind);
    const serves = { phone: hasServing('phone'), data: hasServing('data') };
    if (this.#found.size === 0 && talk.length > 0) yield* this.#searchWithoutUnservedTalk(uses, common);
    if (!serves.data && data.length > 0) {
      const optimiser = new Optimiser(this.#problemOf(data));
      const listed = (yield* this.#toList(optimiser)).filter(({ scope }) => scope === 'data');
      for (const task of listed)
        yield* this.#do({ ...common, ...task, optimiser, inVain: talk, needsLocalNumber: false });
    }
    if (!serves.phone && talk.length > 0)
      yield* this.#do({ ...common, scope: 'phone', optimiser: new Optimiser(this.#problemOf(talk)), inVain: data });
  }

  /** Calls and messages of a kind that no phone card can carry are left out of the search. */
  *#searchWithoutUnservedTalk(
    uses: readonly UsageEvent[],
    common: Pick<Task, 'callsOverInternet' | 'effort'>,
  ): Generator<SearchProgress, void> {
    const classes = groupBy(uses, ({ kind, to }) => `${kind} ${to}`);
    const unserved = new Set<UsageEvent>();
    for (const own of classes) {
      if (own[0]?.kind === 'data') continue;
      const optimiser = new Optimiser(this.#problemOf(own));
      if (!(yield* this.#isServedByAny(optimiser))) for (const use of own) unserved.add(use);
      yield this.progress;
    }
    const served = uses.filter((use) => !unserved.has(use));
    if (unserved.size === 0 || served.length === 0) return;
    const optimiser = new Optimiser(this.#problemOf(served));
    for (const scope of ['overall', 'phone'] as const) {
      yield* this.#do({ ...common, scope, optimiser, inVain: [...unserved] });
    }
  }
}

/** The steps of work that leaves a search where it is. */
export function* whileAt<T>(progress: SearchProgress, steps: Generator<unknown, T>): Generator<SearchProgress, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield progress;
  }
}

/** Within what the cheapest cards of a scope are searched. */
export function limitsOf({ needs, device, cards }: Stay, scope: Scope): Limits {
  return {
    kind: SEARCHED[scope],
    cards: scope === 'phone' ? 1 : cards,
    slots: device.simSlots,
    allowsEsim: device.esim,
    needsLocalNumber: needs.localNumber || needs.otp,
  };
}

type PlainCard = { readonly offers: readonly MarketOffer[] } & Pick<CardPlan, 'purchases' | 'uses'>;

/** A search without a find proves that there is none, if it came to its end. */
function provenBy(certificate: Proof | null, ended: boolean): Proof {
  if (certificate) return certificate;
  return { lowerBound: ended ? Number.POSITIVE_INFINITY : 0, excluded: 0, nodes: 0 };
}

/** Data cards, however many, are one kind; else one card is a phone card and several are a pair. */
function kindOf(cards: readonly CardPlan[]): ChoiceKind {
  if (!cards.some(({ offers }) => isPhone(offers[0] as Candidate))) return 'data';
  return cards.length === 1 ? 'phone' : 'pair';
}

function idsOf(offers: readonly MarketOffer[]): Set<string> {
  return new Set(offers.map(({ offer }) => offer.id));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** The cheapest single card for a stay; none where no card serves it alone. */
export function cheapestCard(catalog: CompiledCatalog, candidates: Candidates, stay: Stay): FoundCards[] {
  const search = new StaySearch(catalog, candidates, { ...stay, cards: 1 });
  for (const _ of search.runOverall());
  return search.found.sort((a, b) => a.cost - b.cost).slice(0, 1);
}
