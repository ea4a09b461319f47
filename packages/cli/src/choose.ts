import { type Advice, advise, type Choice, completeStay, type StayInput, stayWithHistory } from '@simwise/advisor';
import { type CompiledCatalog, nearestTo } from '@simwise/catalog';
import type { Wording } from '@simwise/messages';
import { readHistoryOf } from './commands/history-file.ts';
import { openRoute } from './open-route.ts';
import { type Session, UsageError } from './session.ts';
import { readStayInput, type StayOptions } from './stay-options.ts';

type Said = { readonly options: StayOptions & { readonly history?: string }; readonly asked?: StayInput };

/** The advice for a stay said by flags, a file and answers, with what is known of its route and of past use. */
export async function adviseFor(
  session: Session,
  catalog: CompiledCatalog,
  { options, asked = {} }: Said,
): Promise<Advice> {
  const today = session.today(catalog);
  const said = completeStay(catalog, readStayInput(options, asked), today);
  const history = readHistoryOf(session, options.history, today);
  const stay = history ? stayWithHistory(said, history) : said;
  const route = await openRoute(session, catalog, { stay, reports: options.reports });
  return advise(catalog, stay, { route, history });
}

/** What can be chosen from: a list in which each has a number and is made of offers. */
export type Choosable = { readonly rank: number; readonly offers: readonly string[] };

export function choosableOf({ rank, cards }: Choice): Choosable {
  return { rank, offers: cards.flatMap((card) => card.offers.map(({ facts }) => facts.id)) };
}

/** The choice meant by a number or by an offer in it. @throws UsageError that names the nearest ones */
export function pickChoice<T extends Choosable>(choices: readonly T[], asked: string, wording: Wording): T {
  const found = /^\d+$/.test(asked)
    ? choices.find(({ rank }) => rank === Number(asked))
    : choices.find(({ offers }) => offers.includes(asked));
  if (found) return found;
  const names = choices.flatMap(({ offers }) =>
    offers.flatMap((id) => [
      { id, name: id },
      { id, name: wording.offerName(id).toLowerCase() },
    ]),
  );
  const similar = /^\d+$/.test(asked) ? [] : nearestTo(asked.toLowerCase(), names);
  const { noSuchChoice } = wording.messages.explain;
  throw new UsageError(noSuchChoice({ asked, similar: similar.join(', '), most: choices.length }));
}

const KINDS = ['phone', 'data', 'pair'] as const;

/** The choice of an advice meant by `--choice`, the best one where none is said; null where there is no such choice. */
export function chosenOf(advice: Advice, asked: string | undefined, wording: Wording): Choice | null {
  if (asked === undefined) return advice.best.overall ?? advice.choices[0] ?? null;
  const kind = KINDS.find((known) => known === asked);
  if (kind) return advice.best[kind];
  const { rank } = pickChoice(advice.choices.map(choosableOf), asked, wording);
  return advice.choices.find((choice) => choice.rank === rank) ?? null;
}

export function titleOf({ cards, kind }: Choice, wording: Wording): string {
  const names = cards.map((card) =>
    [...new Set(card.purchases.map(({ offer }) => wording.offerName(offer)))].join(' + '),
  );
  return `${names.join(' & ')} (${wording.messages.kinds[kind]})`;
}
