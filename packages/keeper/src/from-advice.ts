import type { CompiledCatalog } from '@simwise/catalog';
import { localSecondOf, parseDay } from '@simwise/engine';
import * as z from 'zod/mini';
import { addCard, type NewCard } from './changes.ts';
import { cardName, type Keeper, type KeptCard, NAME_LENGTH } from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

function atLeastOne<T extends z.core.SomeType>(of: T) {
  return z.array(of).check(z.minLength(1));
}

/** The part of an advice answer that says what to buy; the rest of the answer is left unread. */
const choiceSchema = z.object({
  rank: z.int(),
  cards: atLeastOne(z.object({ offers: atLeastOne(z.object({ id: z.string(), name: z.string() })) })),
  purchases: atLeastOne(z.object({ day: z.string(), offer: z.string(), card: z.int().check(z.minimum(0)) })),
});

const adviceSchema = z.object({
  best: z.object({
    overall: z.nullable(choiceSchema),
    phone: z.nullable(choiceSchema),
    data: z.nullable(choiceSchema),
    pair: z.nullable(choiceSchema),
  }),
  choices: z.array(choiceSchema),
});

/** Which choice of an advice: one of the best, or the one of a rank. */
export type AdvisedChoice = keyof z.infer<typeof adviceSchema>['best'] | number;

/**
 * Adds every card of a choice of an advice answer (as JSON) with its purchases, those still to come included.
 * @throws KeeperRefused where the answer has no such choice or a card of it cannot be held.
 */
export function addAdvised(
  keeper: Keeper,
  catalog: CompiledCatalog,
  { answer, choice = 'overall', expected }: AdvisedRequest,
): { keeper: Keeper; cards: readonly KeptCard[] } {
  const advised = findChoice(answer, choice);
  const cards: KeptCard[] = [];
  let grown = keeper;
  for (const [index, { offers }] of advised.cards.entries()) {
    const bought = advised.purchases.filter(({ card }) => card === index);
    const held = bought.map(({ offer, day }) => ({ offer, start: localSecondOf(parseDay(day)) }));
    const name = freeName(grown, offers[0]?.name ?? '');
    const added = addCard(grown, catalog, { name, offers: held, ...(expected ? { expected } : {}) });
    grown = added.keeper;
    cards.push(added.card);
  }
  return { keeper: grown, cards };
}

export type AdvisedRequest = {
  readonly answer: unknown;
  readonly choice?: AdvisedChoice;
  /** The use that the advice was asked for. */
  readonly expected?: NonNullable<NewCard['expected']>;
};

function findChoice(answer: unknown, wanted: AdvisedChoice): z.infer<typeof choiceSchema> {
  const result = adviceSchema.safeParse(answer);
  if (!result.success) throw new KeeperRefused({ code: 'not-an-advice' });
  const { best, choices } = result.data;
  const choice = typeof wanted === 'number' ? choices.find(({ rank }) => rank === wanted) : best[wanted];
  if (!choice) throw new KeeperRefused({ code: 'not-an-advice' });
  return choice;
}

/** A name that may be used, made from a trade name: cut short, few digits, a number behind it where it is taken. */
function freeName({ cards }: Keeper, wanted: string): string {
  const short = wanted.slice(0, NAME_LENGTH - 3).trim();
  const plain = cardName.safeParse(short).success ? short : short.replace(/[\d\p{Cc}\p{Cf}]/gu, '').trim() || 'card';
  const taken = new Set(cards.map(({ name }) => name.toLowerCase()));
  let name = plain;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain} ${count}`;
  return name;
}
