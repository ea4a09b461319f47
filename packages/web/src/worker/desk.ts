import {
  type Advice,
  type AdviceProgress,
  adviseInSteps,
  type Choice,
  completeStay,
  SearchMemory,
  type Stay,
  withPosters,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Messages, Wording } from '@simwise/messages';
import { coverRoute, type RouteCoverage } from '@simwise/places';
import { DAYS, MAP_DAYS } from '../adjustable.ts';
import { dayIn } from '../day-in.ts';
import { drawMap, type MapView } from './answer-map.ts';
import { answerView } from './answer-view.ts';
import { askView } from './ask-view.ts';
import { choiceId } from './choice-view.ts';
import { coverageView, type PlaceHitView, placeHits } from './coverage-view.ts';
import { explainView } from './explain-view.ts';
import { formalitiesView } from './formalities-view.ts';
import { foundChoice } from './found-choice.ts';
import { basisOf, type FoundNews } from './found-row.ts';
import { FoundRows, usesAhead } from './found-rows.ts';
import type { KeeperAnswer, KeeperAsked } from './keeper/keeper-protocol.ts';
import type { Library } from './library.ts';
import type { Said, SoFar, Views, What } from './protocol.ts';
import { type Turn, takeSteps } from './turn.ts';

export type Question = { readonly what: What; readonly said: Said };

type Advised = { readonly catalog: CompiledCatalog; readonly advice: Advice };

/** So many answers are kept: pages speak of the same one, and a slider comes back to where it was. */
const KEPT = 24;

/** Days of the longest stay for which cards are found at once: those of the map, and what the slider for days can say. */
const LENGTHS = [MAP_DAYS.at(-1) as number, DAYS.max] as const;

/** Answers what the page asks. */
export class Desk {
  readonly #library: Library;
  readonly #kept = new Map<string, Advised>();
  readonly #memory = new SearchMemory();
  readonly #tellFound: (news: FoundNews) => void;
  /** Of the last stay that was asked about. */
  #rows: FoundRows | undefined;

  /** @param tellFound hears of each row of cards that is found. */
  constructor(library: Library, tellFound: (news: FoundNews) => void) {
    this.#library = library;
    this.#tellFound = tellFound;
  }

  /** @throws CatalogTrouble, CannotDo, CannotCover, BadPoster, Superseded */
  async tell({ what, said }: Question, messages: Messages, turn: Turn<SoFar>): Promise<Partial<Views>> {
    if (what === 'ask') return { ask: await this.#ask(said, messages) };
    if (what === 'coverage') return { coverage: await this.#coverage(said, messages) };
    if (what === 'map') return { map: await this.#map(said, messages, turn) };
    if (what === 'changes') return { changes: await this.#changes(said, messages, turn) };
    const { catalog, advice } = await this.#advise({ what, said }, messages, turn);
    const wording = new Wording(messages, said.language, catalog);
    const choice = chosenOf(advice, said.choice);
    switch (what) {
      case 'advice':
        return { advice: answerView(catalog, { advice, isPart: false }, wording) };
      case 'explain':
        return { explain: explainView(catalog, advice, wording) };
      case 'formalities':
        return { formalities: formalitiesView(catalog, choice, wording) };
      case 'counter': {
        const { counterView } = await import('./counter-view.ts');
        return { counter: counterView(catalog, advice, choice, { language: said.language, wording }) };
      }
    }
  }

  /** Places that a text may mean. @throws CatalogTrouble */
  async search(text: string, wording: (catalog: CompiledCatalog) => Wording): Promise<PlaceHitView[]> {
    const [catalog, places] = await Promise.all([this.#library.catalog(), this.#library.places()]);
    return placeHits(places, text, wording(catalog).coverage());
  }

  /** Serves the keeper's page; its program is loaded with the first request. @throws CatalogTrouble, Refused */
  async keep(asked: KeeperAsked, messages: Messages): Promise<KeeperAnswer> {
    const { serveKeeper } = await import('./keeper/keeper-desk.ts');
    return serveKeeper(asked, this.#library, messages);
  }

  async #advise({ what, said }: Question, messages: Messages, turn: Turn<SoFar>): Promise<Advised> {
    const { catalog, stay } = await this.#stayOf(said);
    const { language, choice: _choice, now: _now, ...rest } = said;
    const key = JSON.stringify([rest, stay.start]);
    const known = this.#kept.get(key);
    if (known) return known;
    const route = await this.#routeOf(catalog, stay, said.now);
    const steps = adviseInSteps(catalog, stay, { route, memory: this.#memory });
    const wording = new Wording(messages, language, catalog);
    let told: AdviceProgress['best'] = null;
    const isNews = ({ best, part }: AdviceProgress) => best !== told || part !== undefined;
    const viewOf = (advice: Advice) => ({ advice: answerView(catalog, { advice, isPart: true }, wording) });
    const tell = ({ best, part }: AdviceProgress) => {
      told = best;
      const found = best && foundChoice(best, stay.currency, wording);
      turn.tell({ found, view: what === 'advice' && part ? viewOf(part()) : {} });
    };
    const advised = { catalog, advice: await takeSteps(steps, { ...turn, tell, isNews }) };
    this.#keep(key, advised);
    return advised;
  }

  #keep(key: string, advised: Advised): void {
    this.#kept.set(key, advised);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  async #stayOf({ stay, posters, now }: Said): Promise<{ catalog: CompiledCatalog; stay: Stay }> {
    const plain = await this.#library.catalog();
    const today = dayIn(plain, now);
    const catalog = withPosters(plain, posters, today);
    return { catalog, stay: completeStay(catalog, stay, today) };
  }

  /** What is known of the route; null where no places were named, and then nothing of places is loaded. */
  async #routeOf(catalog: CompiledCatalog, { places, days }: Stay, now: number): Promise<RouteCoverage | null> {
    if (places.length === 0) return null;
    return coverRoute(await this.#library.coverageFacts(catalog, now), places, days);
  }

  /** Finds cards for what the sliders of an answer may be moved to, until something else is asked. @throws Superseded */
  async workAhead(said: Said, messages: Messages, { isOver }: Pick<Turn<never>, 'isOver'>): Promise<void> {
    const { rows, stay } = await this.#rowsFor(said, messages);
    for (const asked of usesAhead(said, stay)) await takeSteps(rows.row(asked), { isOver, tell: () => undefined });
  }

  async #map(said: Said, messages: Messages, turn: Turn<SoFar>): Promise<MapView> {
    const { rows, stay } = await this.#rowsFor(said, messages);
    const tell = (map: MapView) => turn.tell({ found: null, view: { map } });
    return takeSteps(drawMap({ rows, stay, messages }), { ...turn, tell });
  }

  /** Sliders and map speak of the same rows as long as only days and data are moved. */
  async #rowsFor(said: Said, messages: Messages): Promise<{ rows: FoundRows; stay: Stay }> {
    const { catalog, stay } = await this.#stayOf(said);
    const basis = basisOf(said);
    const longest = LENGTHS.find((days) => days >= stay.days) ?? LENGTHS[0];
    if (!this.#rows?.isOf(basis, longest)) {
      const route = await this.#routeOf(catalog, stay, said.now);
      const wording = new Wording(messages, said.language, catalog);
      this.#rows = new FoundRows({ basis, longest, catalog, stay, route, wording }, this.#tellFound);
    }
    return { rows: this.#rows, stay };
  }

  /** What would change the answer; worked out only when it is asked for, as it takes as long as several answers. */
  async #changes(said: Said, messages: Messages, turn: Turn<SoFar>): Promise<Views['changes']> {
    const { catalog, stay } = await this.#stayOf(said);
    const route = await this.#routeOf(catalog, stay, said.now);
    const { whatIfInSteps, changeTexts, decidingText, pointBook } = await import('./what-would-change.ts');
    const found = await takeSteps(whatIfInSteps(pointBook(catalog, stay, route)), {
      ...turn,
      tell: () => turn.tell({ found: null, view: {} }),
    });
    const wording = new Wording(messages, said.language, catalog);
    const facts = found.facts.map((fact) => decidingText(fact, stay.currency, wording));
    return { changes: changeTexts(found, wording), facts };
  }

  async #coverage(said: Said, messages: Messages): Promise<Views['coverage']> {
    const { catalog, stay } = await this.#stayOf(said);
    const [facts, { shape }] = await Promise.all([
      this.#library.coverageFacts(catalog, said.now),
      this.#library.evidence(),
    ]);
    const route = stay.places.length === 0 ? null : coverRoute(facts, stay.places, stay.days);
    const wording = new Wording(messages, said.language, catalog).coverage();
    return coverageView({ facts, route, shape, wording });
  }

  async #ask({ language, now }: Said, messages: Messages): Promise<Views['ask']> {
    const catalog = await this.#library.catalog();
    return askView(catalog, dayIn(catalog, now), new Wording(messages, language, catalog));
  }
}

/** The choice asked for, where the answer still has it; else the best one, else the first. */
function chosenOf({ best, choices }: Advice, id: string | undefined): Choice | null {
  const asked = id === undefined ? undefined : choices.find((choice) => choiceId(choice) === id);
  return asked ?? best.overall ?? choices[0] ?? null;
}
