import type { LocalSecond } from '../local-time.ts';
import type { Demand } from './demand.ts';
import type { Pack, PackShelf } from './pack.ts';
import type { Bought } from './purchase-rules.ts';
import type { TalkDraft, TalkPart } from './talk-plan.ts';

/** The best of a search: its talk cards, and what was bought beside them. */
export type PastBest = {
  readonly parts: readonly TalkPart[];
  readonly bought: readonly { readonly pack: Pack; readonly at: LocalSecond }[];
};

/** Where searches keep their best for later ones within the same limits. */
export type SearchMemory = { readonly past: Map<string, PastBest>; readonly key: string };

export function pastBest(parts: readonly TalkPart[], bought: readonly Bought[], { moments }: Demand): PastBest {
  return { parts, bought: bought.map(({ pack, use }) => ({ pack, at: moments[use] as LocalSecond })) };
}

/** The same talk cards one by one or after one another; none where there are none any more. */
export function sameDraft({ parts }: PastBest, drafts: readonly TalkDraft[]): TalkDraft | undefined {
  const isSame = (one: TalkPart, other: TalkPart | undefined) =>
    one.market === other?.market && one.from === other.from && one.until === other.until;
  return drafts.find(
    (draft) =>
      !draft.isShared &&
      draft.parts.length === parts.length &&
      draft.parts.every((part, index) => isSame(part, parts[index])),
  );
}

/** The same purchases at the same moments; null where there is nothing to be used at such a moment any more. */
export function samePurchases({ bought }: PastBest, { moments }: Demand, shelf: PackShelf): Bought[] | null {
  const again = bought.map(({ pack: { market, base, cycles }, at }) => {
    const use = moments.indexOf(at);
    const pack = shelf.packsOf(market, base).find((other) => other.cycles === cycles);
    return pack && use >= 0 ? { pack, use } : null;
  });
  return again.includes(null) ? null : (again as Bought[]);
}
