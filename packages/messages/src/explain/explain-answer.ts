import type { Ability, KindExample, KindExplained, Share } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type ChoiceFormalitiesAnswer, outcomeAnswer, stepAnswer } from '../formalities/formality-answer.ts';
import { type TotalAnswer, totalAnswer } from '../price-answer.ts';
import type { Wording } from '../wording.ts';

/** A kind of card as programs read it. */
export type KindAnswer = {
  readonly kind: string;
  readonly name: string;
  readonly what: string;
  readonly offers: number;
  readonly sellers: number;
  readonly abilities: { readonly [A in Ability]: Share };
  readonly priceForms: readonly string[];
  readonly apps: readonly string[];
  readonly example: ExampleAnswer | null;
};

type ExampleAnswer = Omit<ChoiceFormalitiesAnswer, 'hassle'> & {
  readonly offers: readonly { readonly id: string; readonly name: string }[];
  /** The plan an app pass is bought on top of; its cost is not in the total. */
  readonly on: string | null;
  readonly total: TotalAnswer;
  readonly serves: boolean;
  readonly hassle: ChoiceFormalitiesAnswer['hassle'] | null;
  readonly warnings: readonly string[];
};

export function kindAnswer(
  catalog: CompiledCatalog,
  explained: KindExplained,
  { currency, wording }: { readonly currency: string; readonly wording: Wording },
): KindAnswer {
  const { kind, offers, sellers, abilities, forms, apps, example } = explained;
  const { kinds, what } = wording.messages.explain;
  return {
    kind,
    name: kinds[kind],
    what: what[kind],
    offers,
    sellers,
    abilities,
    priceForms: forms,
    apps,
    example: example ? exampleAnswer(catalog, example, { currency, wording }) : null,
  };
}

function exampleAnswer(
  catalog: CompiledCatalog,
  example: KindExample,
  { currency, wording }: { readonly currency: string; readonly wording: Wording },
): ExampleAnswer {
  const { offers, on, total, serves, choice, formalities, steps, hassle } = example;
  const asked = formalities.filter(({ is }) => is !== 'does-not-apply');
  return {
    offers: offers.map((id) => ({ id, name: wording.offerName(id) })),
    on,
    total: totalAnswer(total, currency),
    serves,
    steps: steps.map((step) => stepAnswer(catalog, step, wording)),
    hassle,
    formalities: asked.map((outcome) => outcomeAnswer(catalog, outcome, wording)),
    warnings: (choice?.warnings ?? []).map((warning) => wording.warning(warning)),
  };
}
