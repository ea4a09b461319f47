import type { CompiledCatalog } from '@simwise/catalog';
import { parseDay } from '@simwise/engine';
import * as z from 'zod';
import { type CounterRequest, requestedCard } from './request.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');
const id = z.string().min(1);

/** What of an answer of `simwise advise --json` a counter card is made from; the rest is not looked at. */
const answerSchema = z.object({
  stay: z.object({ start: day }),
  choices: z
    .array(
      z.object({
        rank: z.number().int().min(1),
        kind: z.enum(['phone', 'data', 'pair']),
        cards: z.array(z.object({ offers: z.array(z.object({ id })).min(1) })).min(1),
        purchases: z.array(z.object({ day, offer: id, card: z.number().int().min(0) })).min(1),
        formalities: z.array(z.object({ rule: id, outcome: z.enum(['applies', 'does-not-apply', 'unknown']) })),
      }),
    )
    .min(1),
});

type ParsedAnswer = z.infer<typeof answerSchema>;

/** A choice of a kept answer. */
export type KeptChoice = {
  readonly rank: number;
  readonly kind: 'phone' | 'data' | 'pair';
  readonly offers: readonly string[];
  readonly request: CounterRequest;
};

/** What is wrong with an answer file, and where: a path in the document. */
export type AnswerProblem =
  | { readonly code: 'form'; readonly path: string; readonly message: string }
  | { readonly code: 'no-such-offer' | 'no-such-rule'; readonly path: string; readonly id: string };

export type ReadAnswer =
  | { readonly is: 'read'; readonly choices: readonly KeptChoice[] }
  | { readonly is: 'broken'; readonly problems: readonly AnswerProblem[] };

/** Checks the document of an answer against its form and the catalogue. */
export function readAnswer(catalog: CompiledCatalog, document: unknown): ReadAnswer {
  const parsed = answerSchema.safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => formProblem(path.join('.'), message));
    return { is: 'broken', problems };
  }
  const problems = [...dayProblems(parsed.data), ...strangers(catalog, parsed.data)];
  if (problems.length > 0) return { is: 'broken', problems };
  return { is: 'read', choices: parsed.data.choices.map((choice) => keptChoice(choice, parsed.data.stay.start)) };
}

function formProblem(path: string, message: string): AnswerProblem {
  return { code: 'form', path: path === '' ? 'answer' : path, message };
}

/** Days that no calendar has, and purchases for cards that are not there. */
function dayProblems({ stay, choices }: ParsedAnswer): AnswerProblem[] {
  const days = [
    { path: 'stay.start', text: stay.start },
    ...choices.flatMap(({ purchases }, c) =>
      purchases.map((purchase, p) => ({ path: `choices.${c}.purchases.${p}.day`, text: purchase.day })),
    ),
  ];
  const lost = choices.flatMap(({ purchases, cards }, c) =>
    purchases.flatMap(({ card }, p) =>
      card < cards.length ? [] : [formProblem(`choices.${c}.purchases.${p}.card`, `there is no card ${card}`)],
    ),
  );
  const bare = choices.flatMap(({ purchases, cards }, c) =>
    cards.flatMap((_, index) =>
      purchases.some(({ card }) => card === index)
        ? []
        : [formProblem(`choices.${c}.cards.${index}`, 'nothing is bought for it')],
    ),
  );
  return [
    ...days.flatMap(({ path, text }) => (isDay(text) ? [] : [formProblem(path, `no such day: ${text}`)])),
    ...lost,
    ...bare,
  ];
}

function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

function strangers({ offers, formalities }: CompiledCatalog, { choices }: ParsedAnswer): AnswerProblem[] {
  const known = new Set(offers.map((offer) => offer.id));
  const rules = new Set(formalities.map((rule) => rule.id));
  return choices.flatMap(({ cards, purchases, formalities: judged }, c) => [
    ...cards.flatMap((card, i) =>
      card.offers.flatMap((offer, j) =>
        known.has(offer.id)
          ? []
          : [{ code: 'no-such-offer', path: `choices.${c}.cards.${i}.offers.${j}.id`, id: offer.id } as const],
      ),
    ),
    ...purchases.flatMap(({ offer }, i) =>
      known.has(offer)
        ? []
        : [{ code: 'no-such-offer', path: `choices.${c}.purchases.${i}.offer`, id: offer } as const],
    ),
    ...judged.flatMap(({ rule }, i) =>
      rules.has(rule) ? [] : [{ code: 'no-such-rule', path: `choices.${c}.formalities.${i}.rule`, id: rule } as const],
    ),
  ]);
}

function keptChoice(choice: ParsedAnswer['choices'][number], start: string): KeptChoice {
  const { rank, kind, cards, purchases, formalities } = choice;
  const requested = cards.map(({ offers }, index) => {
    const bought = purchases.filter(({ card }) => card === index);
    return requestedCard(
      offers[0]?.id ?? '',
      bought.map(({ offer, day: on }) => ({ offer, day: parseDay(on) })),
    );
  });
  return {
    rank,
    kind,
    offers: cards.flatMap(({ offers }) => offers.map((offer) => offer.id)),
    request: {
      cards: requested,
      rules: formalities.filter(({ outcome }) => outcome === 'applies').map(({ rule }) => rule),
      on: parseDay(start),
    },
  };
}
