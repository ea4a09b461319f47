import { ABILITIES, type Advice, explainKinds, type KindExample, type KindExplained } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { abilityText, appName, dependsTexts, hassleText, listText, type Wording } from '@simwise/messages';
import { type TotalView, totalView } from './choice-view.ts';

/** The kinds of card side by side on one person's terms. */
export type ExplainView = {
  readonly intro: string;
  readonly kinds: readonly KindView[];
  /** What each kind can do, a row for each ability, in the order of the kinds. */
  readonly abilities: readonly { readonly name: string; readonly of: readonly string[] }[];
};

export type KindView = {
  readonly kind: KindExplained['kind'];
  readonly name: string;
  readonly what: string;
  readonly offers: string;
  readonly paid: string;
  readonly apps: string;
  readonly example: ExampleView | null;
};

export type ExampleView = {
  readonly title: string;
  readonly total: TotalView;
  readonly hassle: string;
  readonly lacks: string;
  readonly asks: readonly string[];
};

export function explainView(catalog: CompiledCatalog, advice: Advice, wording: Wording): ExplainView {
  const { explain, units } = wording.messages;
  const kinds = explainKinds(catalog, advice);
  return {
    intro: explain.intro({ days: units.days(advice.stay.days) }),
    kinds: kinds.map((kind) => kindView(kind, advice.stay.currency, wording)),
    abilities: ABILITIES.map((ability) => ({
      name: explain.abilities[ability],
      of: kinds.map((kind) => abilityText(kind, ability, wording)),
    })),
  };
}

function kindView(explained: KindExplained, currency: string, wording: Wording): KindView {
  const { explain, signs } = wording.messages;
  const { kind, offers, forms, apps, example } = explained;
  const nameOfApp = (app: string) => appName(wording.messages, app);
  return {
    kind,
    name: explain.kinds[kind],
    what: explain.what[kind],
    offers: offers === 0 ? explain.none : explain.offers(explained),
    paid: forms.map((form) => explain.forms[form]).join(signs.comma) || '–',
    apps: apps.length === 0 ? '' : explain.onlyApps({ apps: listText(wording.messages, apps.map(nameOfApp)) }),
    example: example && exampleView(example, currency, wording),
  };
}

function exampleView(example: KindExample, currency: string, wording: Wording): ExampleView {
  const { explain, signs } = wording.messages;
  const { offers, on, total, hassle, choice, serves, formalities } = example;
  const names = offers.map((id) => wording.offerName(id)).join(' + ');
  const [first] = choice?.warnings ?? [];
  const applies = formalities.flatMap(({ is, rule }) => (is === 'applies' ? [rule.title[wording.language]] : []));
  return {
    title: on === null ? names : `${names}${signs.comma}${explain.onTopOf({ offer: wording.offerName(on) })}`,
    total: totalView(total, currency, wording),
    hassle: hassle ? hassleText(hassle, wording) : '',
    lacks: choice && !serves && first ? wording.warning(first) : '',
    asks: [...applies, ...dependsTexts(formalities, wording)],
  };
}
