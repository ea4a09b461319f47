import type { CompiledCatalog, Formality, FormalityConditions } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import type { Situation } from './situation.ts';

/** What was asked about a person and how it is; `is` null: not known. */
export type Fact =
  | { readonly fact: YesNoFact; readonly is: boolean | null }
  | { readonly fact: 'citizen'; readonly is: 'home' | 'foreign' | null }
  | { readonly fact: 'handsetBought'; readonly is: 'here' | 'abroad' | null }
  | { readonly fact: 'brands'; readonly is: boolean; readonly brands: readonly string[] }
  | { readonly fact: 'condition'; readonly is: boolean; readonly condition: string }
  | { readonly fact: 'numbersHeld'; readonly is: number | null }
  | { readonly fact: 'handsetUsedBefore'; readonly is: boolean | null; readonly day: Day }
  | { readonly fact: 'daysWithLocalCard'; readonly is: number; readonly limit: number }
  | { readonly fact: 'places'; readonly is: boolean | null; readonly places: readonly string[] }
  /** The rule takes force on a day after the stay began. */
  | { readonly fact: 'since'; readonly is: false; readonly day: Day };

const YES_NO = [
  'localCard',
  'roamingCard',
  'localNumber',
  'appPass',
  'eResident',
  'taxNumber',
  'holdsLocalNumber',
] as const;

export type YesNoFact = (typeof YES_NO)[number];

export type FactName = Fact['fact'];

/**
 * Whether a rule is one for this person, and why. `does-not-apply` names the facts that rule it out; `unknown` the facts
 * about the person that are missing, or that the law itself is not known (`law`), or both.
 */
export type Outcome =
  | { readonly is: 'applies'; readonly rule: Formality; readonly because: readonly Fact[] }
  | { readonly is: 'does-not-apply'; readonly rule: Formality; readonly because: readonly Fact[] }
  | {
      readonly is: 'unknown';
      readonly rule: Formality;
      readonly because: readonly Fact[];
      readonly missing: readonly Fact[];
      readonly law: 'draft' | 'unknown' | null;
    };

/** Every rule of the catalogue, judged for a situation, in the order of the file. */
export function judgeFormalities({ formalities }: CompiledCatalog, situation: Situation): Outcome[] {
  return formalities.map((rule) => judge(rule, situation));
}

type Test = { readonly holds: boolean | null; readonly fact: Fact };

/** All conditions must hold: one that does not decides, whatever else is not known. */
export function judge(rule: Formality, situation: Situation): Outcome {
  const tests = testsOf(rule, situation);
  const against = tests.filter(({ holds }) => holds === false).map(({ fact }) => fact);
  if (against.length > 0) return { is: 'does-not-apply', rule, because: against };
  const because = tests.filter(({ holds }) => holds === true).map(({ fact }) => fact);
  const missing = tests.filter(({ holds }) => holds === null).map(({ fact }) => fact);
  const law = rule.status === 'in-force' ? null : rule.status;
  if (missing.length === 0 && law === null) return { is: 'applies', rule, because };
  return { is: 'unknown', rule, because, missing, law };
}

function testsOf({ when, since }: Formality, situation: Situation): Test[] {
  return [
    ...(since !== undefined && situation.day < since
      ? [{ holds: false, fact: { fact: 'since', is: false, day: since } } as const]
      : []),
    ...yesNoTests(when, situation),
    ...wordTests(when, situation),
    ...listTests(when, situation),
    ...countTests(when, situation),
    ...handsetTests(when, situation),
  ];
}

function yesNoTests(when: FormalityConditions, situation: Situation): Test[] {
  return YES_NO.flatMap((fact) => {
    const wanted = when[fact];
    if (wanted === undefined) return [];
    const is = situation[fact];
    return [{ holds: is === null ? null : is === wanted, fact: { fact, is } }];
  });
}

function wordTests({ citizen, handsetBought }: FormalityConditions, situation: Situation): Test[] {
  const holds = (is: string | null, wanted: string) => (is === null ? null : is === wanted);
  return [
    ...(citizen === undefined
      ? []
      : [{ holds: holds(situation.citizen, citizen), fact: { fact: 'citizen', is: situation.citizen } as const }]),
    ...(handsetBought === undefined
      ? []
      : [
          {
            holds: holds(situation.handsetBought, handsetBought),
            fact: { fact: 'handsetBought', is: situation.handsetBought } as const,
          },
        ]),
  ];
}

function listTests({ brands, condition, places }: FormalityConditions, situation: Situation): Test[] {
  const isOfBrands = brands?.some((brand) => situation.brands.includes(brand)) === true;
  const isSo = condition !== undefined && situation.conditions.includes(condition);
  const goes = situation.places?.some((place) => places?.some((name) => name.toLowerCase() === place)) ?? null;
  return [
    ...(brands ? [{ holds: isOfBrands, fact: { fact: 'brands', is: isOfBrands, brands } as const }] : []),
    ...(condition ? [{ holds: isSo, fact: { fact: 'condition', is: isSo, condition } as const }] : []),
    ...(places ? [{ holds: goes, fact: { fact: 'places', is: goes, places } as const }] : []),
  ];
}

function countTests({ numbersHeld, daysWithLocalCard }: FormalityConditions, situation: Situation): Test[] {
  const { numbersHeld: held, daysWithLocalCard: days } = situation;
  return [
    ...(numbersHeld
      ? [
          {
            holds: held === null ? null : held >= numbersHeld.atLeast,
            fact: { fact: 'numbersHeld', is: held } as const,
          },
        ]
      : []),
    ...(daysWithLocalCard ? [daysTest(days, daysWithLocalCard)] : []),
  ];
}

function daysTest(is: number, wanted: NonNullable<FormalityConditions['daysWithLocalCard']>): Test {
  const limit = 'atMost' in wanted ? wanted.atMost : wanted.moreThan;
  const holds = 'atMost' in wanted ? is <= limit : is > limit;
  return { holds, fact: { fact: 'daysWithLocalCard', is, limit } };
}

function handsetTests({ handsetUsedBefore }: FormalityConditions, { handsetUsedSince }: Situation): Test[] {
  if (!handsetUsedBefore) return [];
  const { day, is: wanted } = handsetUsedBefore;
  const is = usedBefore(handsetUsedSince, day);
  return [{ holds: is === null ? null : is === wanted, fact: { fact: 'handsetUsedBefore', is, day } }];
}

/** Known where the whole span in which the phone was first used lies before the day, or from it on. */
function usedBefore(since: Situation['handsetUsedSince'], day: Day): boolean | null {
  if (since === null) return null;
  if (since === 'never') return false;
  const [first, last] = since;
  if (last < day) return true;
  return first >= day ? false : null;
}
