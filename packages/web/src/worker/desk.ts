import { type Advice, advise, type Choice, completeStay, parseStay, type Stay, withPosters } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Messages, Wording } from '@simwise/messages';
import { coverRoute, type RouteCoverage } from '@simwise/places';
import { dayIn } from '../day-in.ts';
import { answerView } from './answer-view.ts';
import { askView } from './ask-view.ts';
import { choiceId } from './choice-view.ts';
import { coverageView, type PlaceHitView, placeHits } from './coverage-view.ts';
import { explainView } from './explain-view.ts';
import { formalitiesView } from './formalities-view.ts';
import type { Library } from './library.ts';
import type { Said, Views, What } from './protocol.ts';

type Advised = { readonly catalog: CompiledCatalog; readonly advice: Advice };

/** Answers what the page asks. The newest advice is kept: several pages speak of the same one. */
export class Desk {
  readonly #library: Library;
  #kept: { readonly key: string; readonly advised: Advised } | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  /** @throws CatalogTrouble, CannotDo, CannotCover, BadPoster */
  async tell(what: What, said: Said, messages: Messages): Promise<Partial<Views>> {
    if (what === 'ask') return { ask: await this.#ask(said, messages) };
    if (what === 'coverage') return { coverage: await this.#coverage(said, messages) };
    const { catalog, advice } = await this.#advise(said);
    const wording = new Wording(messages, said.language, catalog);
    const choice = chosenOf(advice, said.choice);
    switch (what) {
      case 'advice':
        return { advice: answerView(catalog, advice, wording) };
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

  async #advise(said: Said): Promise<Advised> {
    const { catalog, stay } = await this.#stayOf(said);
    const { language: _language, choice: _choice, now: _now, ...rest } = said;
    const key = JSON.stringify([rest, stay.start]);
    if (this.#kept?.key === key) return this.#kept.advised;
    const advised = { catalog, advice: advise(catalog, stay, await this.#routeOf(catalog, stay, said.now)) };
    this.#kept = { key, advised };
    return advised;
  }

  async #stayOf({ stay, posters, now }: Said): Promise<{ catalog: CompiledCatalog; stay: Stay }> {
    const plain = await this.#library.catalog();
    const today = dayIn(plain, now);
    const catalog = withPosters(plain, posters, today);
    return { catalog, stay: completeStay(catalog, parseStay(stay), today) };
  }

  /** What is known of the route; null where no places were named, and then nothing of places is loaded. */
  async #routeOf(catalog: CompiledCatalog, { places, days }: Stay, now: number): Promise<RouteCoverage | null> {
    if (places.length === 0) return null;
    return coverRoute(await this.#library.coverageFacts(catalog, now), places, days);
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
