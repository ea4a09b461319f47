import { readCallUse, readDataUse, readMessageUse } from '@simwise/catalog';
import {
  ASSUMED_SPREAD,
  type Day,
  day,
  dayOf,
  INTERNET,
  type LocalSecond,
  localSecondOf,
  type Observation,
  type ProfilePart,
  Random,
  type UsageEvent,
  type UsageKind,
} from '@simwise/engine';
import { averageOf, type DailyUse, learnUse, type Surplus, type UseSpan } from './daily-use.ts';
import type { KeptCard } from './keeper-file.ts';
import { allowancesOf, type RatableCard } from './rated-card.ts';

/** What is believed about the use of a card. `since`: from when on use is not in the readings yet, by kind. */
export type UseModel = {
  readonly daily: readonly DailyUse[];
  readonly parts: readonly UsePart[];
  /** Money that goes for what no kind of use on record explains. */
  readonly spending: DailyUse | undefined;
  readonly since: ReadonlyMap<DailyUse['kind'], LocalSecond>;
  readonly surpluses: readonly Surplus[];
  /** Units by kind and day, as `data 20789`, where a usage file tells them. */
  readonly told: ReadonlyMap<string, number>;
};

/** A share of the use of one kind by where it goes. */
type UsePart = { readonly kind: UsageKind; readonly to: string; readonly app?: string; readonly share: number };

const KINDS: readonly UsageKind[] = ['data', 'voice', 'sms'];

export function useModel(ratable: RatableCard, now: LocalSecond): UseModel {
  const { spans, surpluses } = learnUse(ratable, now);
  const expected = expectedParts(ratable.card);
  const learned = KINDS.flatMap((kind) => bestOf(spans, kind, now) ?? expectedUse(expected, kind) ?? []);
  const granted = new Set(allowancesOf(ratable).map(({ allowance }) => allowance.kind));
  const spending = averageOf(
    spans.filter(({ kind }) => kind === 'money'),
    now,
  );
  // Money spent is explained either by the use that is charged or as a whole, never by both.
  const daily = spending ? learned.filter(({ kind }) => granted.has(kind as UsageKind)) : learned;
  return {
    daily,
    parts: daily.flatMap(({ kind }) => partsOf(ratable, expected, kind as UsageKind)),
    spending,
    since: lastReadings(ratable),
    surpluses,
    told: new Map(
      spans.flatMap(({ by, kind, from, units }) => (by === 'usage-file' ? [[`${kind} ${dayOf(from)}`, units]] : [])),
    ),
  };
}

/** A usage file tells most, then readings of the card, then the phone's counter, which may count other cards too. */
const BEST_FIRST: readonly UseSpan['by'][] = ['usage-file', 'readings', 'counter'];

function bestOf(spans: readonly UseSpan[], kind: UsageKind, now: LocalSecond): DailyUse | undefined {
  for (const by of BEST_FIRST) {
    const found = averageOf(
      spans.filter((span) => span.kind === kind && span.by === by),
      now,
    );
    if (found) return found;
  }
  return undefined;
}

function expectedParts({ expected }: KeptCard): ProfilePart[] {
  const { data, calls, sms } = expected ?? {};
  return [
    ...(data === undefined ? [] : readDataUse(data)),
    ...(calls === undefined ? [] : readCallUse(calls)),
    ...(sms === undefined ? [] : readMessageUse(sms)),
  ];
}

function perDay({ perDay: { num, den } }: ProfilePart): number {
  return num / den;
}

function expectedUse(parts: readonly ProfilePart[], kind: UsageKind): DailyUse | undefined {
  const ofKind = parts.filter((part) => part.kind === kind);
  if (ofKind.length === 0) return undefined;
  const sum = ofKind.reduce((total, part) => total + perDay(part), 0);
  return { kind, perDay: sum, ...ASSUMED_SPREAD, by: 'expected', days: 0 };
}

/** The use of a kind goes where it was expected to go, else to where the card's allowance of that kind is for. */
function partsOf(ratable: RatableCard, expected: readonly ProfilePart[], kind: UsageKind): UsePart[] {
  const ofKind = expected.filter((part) => part.kind === kind);
  const sum = ofKind.reduce((total, part) => total + perDay(part), 0);
  if (sum > 0) {
    return ofKind.map((part) => {
      const app = part.app === undefined ? {} : { app: part.app };
      return { kind, to: part.to, ...app, share: perDay(part) / sum };
    });
  }
  if (kind === 'data') return [{ kind, to: INTERNET, share: 1 }];
  const allowance = allowancesOf(ratable).find((each) => each.allowance.kind === kind)?.allowance;
  return [{ kind, to: allowance?.scope.to?.[0] ?? 'national-mobile', share: 1 }];
}

function lastReadings({ observations, start }: RatableCard): Map<DailyUse['kind'], LocalSecond> {
  const since = new Map<DailyUse['kind'], LocalSecond>();
  const later = (kind: DailyUse['kind'], at: LocalSecond) => {
    if (at > (since.get(kind) ?? start)) since.set(kind, at);
  };
  for (const { at, balance, left = [] } of observations) {
    if (balance !== undefined) later('money', at);
    for (const { kind } of left) later(kind, at);
  }
  return since;
}

/** One way in which the use of a card may go on, from the last readings to the end of a day. */
export type UseScenario = { readonly uses: readonly UsageEvent[]; readonly spending: readonly Observation[] };

/** Hours at which use falls: data in three parts, calls and messages at noon, unexplained spending in the evening. */
const MOMENTS: Readonly<Record<UsageKind, readonly number[]>> = {
  data: [9 * 3600, 15 * 3600, 21 * 3600 + 1800],
  voice: [12 * 3600],
  sms: [12 * 3600],
  mms: [12 * 3600],
};
const SPENDING_AT = 20 * 3600;
const STEP: Readonly<Record<UsageKind, number>> = { data: 1024, voice: 60, sms: 1, mms: 1 };

/** @param random none for the average: every day the same. */
export function drawUse(model: UseModel, ratable: RatableCard, { last, random }: DrawOptions): UseScenario {
  const kinds = [...model.daily, ...spendingOf(model)].map((use) => ({
    use,
    level: random?.factor(use.level) ?? 1,
    first: dayOf(model.since.get(use.kind) ?? ratable.start),
  }));
  const drawn: Drawn = { uses: [], spending: [], carried: new Map() };
  for (let date = Math.min(...kinds.map(({ first }) => first)); date <= last; date += 1) {
    for (const { use, level, first } of kinds) {
      const units = use.perDay * level * (random?.factor(use.day) ?? 1);
      if (date >= first) addDay(model, drawn, { kind: use.kind, date: day(date), units });
    }
  }
  return { uses: drawn.uses.sort((a, b) => a.at - b.at), spending: drawn.spending };
}

type Drawn = { readonly uses: UsageEvent[]; readonly spending: Observation[]; readonly carried: Carried };
type DayOfKind = { readonly kind: DailyUse['kind']; readonly date: Day; readonly units: number };

/** A day that a usage file tells is taken as it was. */
function addDay(model: UseModel, { uses, spending, carried }: Drawn, { kind, date, units }: DayOfKind): void {
  if (kind === 'money') {
    spending.push(...spendOn(model, carried, date, units));
    return;
  }
  const told = model.told.get(`${kind} ${date}`) ?? units;
  for (const part of model.parts) {
    if (part.kind === kind) uses.push(...useOn(model, carried, { part, date, units: told }));
  }
}

export type DrawOptions = { readonly last: Day; readonly random?: Random };

function spendingOf({ spending }: UseModel): DailyUse[] {
  return spending ? [spending] : [];
}

type Carried = Map<UsePart | 'money', number>;

function useOn(
  model: UseModel,
  carried: Carried,
  { part, date, units }: { part: UsePart; date: Day; units: number },
): UsageEvent[] {
  const { kind, to, app, share } = part;
  const moments = MOMENTS[kind];
  const since = model.since.get(kind) ?? Number.NEGATIVE_INFINITY;
  return moments.flatMap((second) => {
    const at = localSecondOf(date, second);
    if (at <= since) return [];
    const due = (carried.get(part) ?? 0) + (units * share) / moments.length;
    const amount = Math.floor(due / STEP[kind] + 1e-9) * STEP[kind];
    carried.set(part, due - amount);
    return amount > 0 ? [{ at, kind, to, amount, ...(app === undefined ? {} : { app }) }] : [];
  });
}

function spendOn({ since }: UseModel, carried: Carried, date: Day, units: number): Observation[] {
  const at = localSecondOf(date, SPENDING_AT);
  if (at <= (since.get('money') ?? Number.NEGATIVE_INFINITY)) return [];
  const due = (carried.get('money') ?? 0) + units;
  const spent = Math.floor(due);
  carried.set('money', due - spent);
  return spent > 0 ? [{ at, spent: spent as NonNullable<Observation['spent']> }] : [];
}

/** The scenarios of a card: the same seed always gives the same ones. */
export function drawScenario(
  model: UseModel,
  ratable: RatableCard,
  { last, seed, index }: { last: Day; seed: number; index: number },
): UseScenario {
  return drawUse(model, ratable, { last, random: new Random(seed, index) });
}
