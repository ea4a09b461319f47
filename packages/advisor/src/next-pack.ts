import { type CompiledCatalog, convert, fitsPlan } from '@simwise/catalog';
import {
  costOver,
  type Day,
  day,
  type History,
  IN_THE_MIDDLE,
  type LadderPack,
  ladderOf,
  ladderPack,
  type Offer,
  ofKind,
  PermitPolicy,
  read,
} from '@simwise/engine';
import { type Candidate, findCandidates } from './candidates.ts';
import { CannotDo } from './cannot-do.ts';
import type { Stay } from './stay.ts';

export type NextPackRequest = {
  /** The plan on the card. */
  readonly offer: string;
  /** Today and the days for which the card is still needed; its profile is the use where there is no history. */
  readonly stay: Stay;
  /** Bytes left on the card and the last day on which they may be used. */
  readonly left: { readonly bytes: number; readonly until: Day };
  readonly history: History | null;
};

export type NextPack = {
  /** What to buy today; null where what is left lasts for today. */
  readonly buy: LadderPack | null;
  /** The last day that what is left serves, at the usual use; null where it does not even serve today. */
  readonly leftLasts: Day | null;
  /** Shorter packs first; none costs more than a longer one. */
  readonly ladder: readonly LadderPack[];
  /** Buying so never costs more than this many times what hindsight would have paid. */
  readonly guarantee: number;
  /** Of the packs, the one that costs least over the days left if every day is as usual. */
  readonly usual: LadderPack | null;
  readonly bytesPerDay: number;
};

/** Which pack the holder of a card should buy today, if any. @throws CannotDo where there is no such plan on sale. */
export function nextPack(catalog: CompiledCatalog, request: NextPackRequest): NextPack {
  const { stay, history, left } = request;
  const bytesPerDay = usualBytes(request);
  const ladder = ladderOf(packsFor(catalog, request).flatMap((pack) => rungOf(pack, bytesPerDay) ?? []));
  const lasts = Math.min(left.until, lastDayOf(stay.start, left.bytes, bytesPerDay));
  const leftLasts = lasts >= stay.start ? day(lasts) : null;
  const usual = ladder.toSorted((a, b) => costOver(a, stay.days) - costOver(b, stay.days))[0] ?? null;
  const common = { leftLasts, ladder, guarantee: ladder.length, usual, bytesPerDay };
  if (ladder.length === 0) return { ...common, buy: null };
  const policy = new PermitPolicy(ladder);
  for (const each of history?.days ?? []) {
    if (each.day < stay.start && ofKind(history?.streams ?? [], each.amounts, 'data') > 0) policy.need(each.day);
  }
  return { ...common, buy: leftLasts === null ? boughtOn(policy, stay.start, ladder) : null };
}

/** What was bought in the past may have lasted otherwise than supposed: today nothing is left. */
function boughtOn(policy: PermitPolicy, today: Day, ladder: readonly LadderPack[]): LadderPack | null {
  const bought = policy.needUnserved(today);
  return ladder.find(({ id }) => id === bought.id) ?? null;
}

function usualBytes({ history, stay }: NextPackRequest): number {
  if (history) {
    const sum = history.days.reduce((total, { amounts }) => total + ofKind(history.streams, amounts, 'data'), 0);
    return Math.ceil(sum / history.days.length);
  }
  const data = stay.profile.filter(({ kind }) => kind === 'data');
  return Math.ceil(data.reduce((sum, { perDay }) => sum + perDay.num / perDay.den, 0));
}

function lastDayOf(today: Day, bytes: number, bytesPerDay: number): number {
  return bytesPerDay === 0 ? Number.POSITIVE_INFINITY : today + Math.floor(bytes / bytesPerDay) - 1;
}

function packsFor(catalog: CompiledCatalog, { offer, stay }: NextPackRequest): Candidate[] {
  const { bases, addOns } = findCandidates(catalog, stay);
  const plan = bases.find(({ facts }) => facts.id === offer);
  if (!plan) throw new CannotDo({ code: 'no-such-offer', id: offer, similar: [] });
  const own = bases.filter(({ facts }) => facts.brand === plan.facts.brand && facts.card === 'travel-esim');
  return [
    ...addOns.filter((addOn) => fitsPlan(addOn.facts, plan.facts)),
    ...(plan.facts.card === 'travel-esim' ? own : []),
  ];
}

function rungOf({ offer, facts, conversion }: Candidate, perDay: number): LadderPack | null {
  if (facts.oncePerCustomer) return null;
  return ladderPack(read<Offer>(offer, IN_THE_MIDDLE), { kind: 'data', perDay }, (amount) =>
    convert(amount, conversion),
  );
}
