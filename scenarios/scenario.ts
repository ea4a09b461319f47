import { readCallUse, readDataUse, readMessageUse, readMoney, readVolume } from '@simwise/catalog';
import { compileOffer } from '@simwise/catalog/build';
import {
  formatDay,
  formatLocal,
  formatMinor,
  INTERNET,
  type Line,
  localSecondOf,
  type Money,
  money,
  type OffsetHistory,
  type Purchase,
  parseDay,
  parseLocal,
  type RangedStatement,
  rateUncertainCard,
  type TopUpTerms,
  type UncertainCard,
  type UsageEvent,
  usesOfProfile,
} from '@simwise/engine';
import { z } from 'zod';

/** A worked example as data: a situation, what is bought and used, and what a bill must then say. */
export const scenarioSchema = z.strictObject({
  id: z.string(),
  /** Numbers of the charging rules it shows, as listed in docs/charging-rules.md. */
  rules: z.array(z.number().int()).min(1),
  situation: z.string(),
  cite: z.string(),
  /** Offers in the form of the catalogue; the facts that every version needs may be left out. */
  offers: z.array(z.record(z.string(), z.unknown())).min(1),
  start: z.string(),
  days: z.number().int().min(1),
  clock: z.enum(['Almaty']).exactOptional(),
  buy: z.array(
    z.strictObject({
      offer: z.string(),
      at: z.string().exactOptional(),
      until: z.string().exactOptional(),
      choice: z.string().exactOptional(),
    }),
  ),
  fee: z.enum(['paid', 'unpaid']).exactOptional(),
  balance: z.string().exactOptional(),
  topUps: z.array(z.strictObject({ at: z.string(), amount: z.string() })).exactOptional(),
  groupMembers: z.number().int().exactOptional(),
  topUpTerms: z
    .strictObject({
      step: z.string(),
      commissionPercent: z.string().exactOptional(),
      freeUpTo: z.string().exactOptional(),
    })
    .exactOptional(),
  use: z
    .array(
      z.strictObject({
        at: z.string(),
        voice: z.string().exactOptional(),
        sms: z.number().int().exactOptional(),
        data: z.string().exactOptional(),
        to: z.string().exactOptional(),
        app: z.string().exactOptional(),
        over: z.string().exactOptional(),
        network: z.string().exactOptional(),
        zone: z.enum(['home', 'away']).exactOptional(),
      }),
    )
    .exactOptional(),
  profile: z
    .strictObject({
      data: z.string().exactOptional(),
      calls: z.string().exactOptional(),
      sms: z.string().exactOptional(),
    })
    .exactOptional(),
  expect: z.strictObject({
    total: z.string().exactOptional(),
    low: z.string().exactOptional(),
    /** `open` where no upper end is known. */
    high: z.string().exactOptional(),
    /** Lines that must appear in this order, each with what it must hold; others may stand between them. */
    lines: z
      .array(
        z.strictObject({
          kind: z.string(),
          at: z.string().exactOptional(),
          amount: z.string().exactOptional(),
          units: z.union([z.number(), z.string()]).exactOptional(),
          offer: z.string().exactOptional(),
          reason: z.string().exactOptional(),
        }),
      )
      .exactOptional(),
    /** How many lines of a kind there are. */
    count: z.record(z.string(), z.number().int()).exactOptional(),
    /** What is left at the end, by kind of use, summed. */
    left: z.record(z.string(), z.string()).exactOptional(),
    topUps: z.array(z.string()).exactOptional(),
    moneyLeft: z.string().exactOptional(),
  }),
  /** The arithmetic behind the expected figures, to be checked by eye. */
  sum: z.string(),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** UTC+6 until the end of February 2024, UTC+5 since. */
const ALMATY: OffsetHistory = [
  { from: Number.MIN_SAFE_INTEGER, minutes: 360 },
  { from: localSecondOf(parseDay('2024-03-01')) - 360 * 60, minutes: 300 },
];

const ZONES: ReadonlyMap<string, OffsetHistory> = new Map([
  ['Asia/Shanghai', [{ from: Number.MIN_SAFE_INTEGER, minutes: 480 }]],
  ['Europe/Moscow', [{ from: Number.MIN_SAFE_INTEGER, minutes: 180 }]],
]);

/** Facts every version must state and that do not matter to a scenario. */
const PLAIN_VERSION = {
  seen: { from: '2010', to: '2030', basis: 'scenario' },
  sources: ['scenario'],
  evidence: 'operator-page',
  confidence: 'high',
  sale: 'open',
  tax: 'included',
};

function compileScenarioOffer(source: Readonly<Record<string, unknown>>) {
  const { version, ...offer } = source;
  const versions = [{ ...PLAIN_VERSION, ...(version as object) }];
  return compileOffer(
    { brand: 'scenario', role: 'base', card: 'phone', names: { en: String(source['id']) }, ...offer, versions },
    ZONES,
  );
}

/** Rates a scenario. */
export function runScenario(scenario: Scenario): { statement: RangedStatement; currency: string } {
  const offers = scenario.offers.map(compileScenarioOffer);
  const currency = offers[0]?.currency ?? 'KZT';
  const card: UncertainCard = {
    offers: new Map(
      offers.map(({ id, brand, role, currency: own, versions }) => [
        id,
        { id, brand, role, currency: own, terms: (versions[0] as (typeof versions)[0]).terms },
      ]),
    ) as UncertainCard['offers'],
    purchases: scenario.buy.map((purchase) => readPurchase(purchase, scenario.start)),
    period: { start: parseDay(scenario.start), days: scenario.days },
    local: ALMATY,
    ...(scenario.fee ? { fee: scenario.fee } : {}),
    ...(scenario.groupMembers ? { groupMembers: scenario.groupMembers } : {}),
    ...(scenario.balance === undefined
      ? {}
      : { wallet: { balance: amountOf(scenario.balance), topUps: readTopUps(scenario) } }),
  };
  return { statement: rateUncertainCard(card, usesOf(scenario), readTopUpTerms(scenario)), currency };
}

function amountOf(text: string): Money {
  return readMoney(text).amount;
}

function readPurchase({ offer, at, until, choice }: Scenario['buy'][number], start: string): Purchase {
  return {
    offer,
    at: parseLocal(at ?? start),
    ...(until === undefined ? {} : { until: parseLocal(until) }),
    ...(choice === undefined ? {} : { choice }),
  };
}

function readTopUps({ topUps = [] }: Scenario) {
  return topUps.map(({ at, amount }) => ({ at: parseLocal(at), amount: amountOf(amount) }));
}

function readTopUpTerms({ topUpTerms }: Scenario): { topUps?: TopUpTerms } {
  if (!topUpTerms) return {};
  const { step, commissionPercent, freeUpTo } = topUpTerms;
  const share = { num: Math.round(Number(commissionPercent ?? '0') * 1000), den: 100_000 };
  const commission = { share, freeUpTo: freeUpTo ? amountOf(freeUpTo) : money(0) };
  return { topUps: { step: amountOf(step), commission } };
}

function usesOf({ use = [], profile = {}, start, days }: Scenario): UsageEvent[] {
  const parts = [
    ...(profile.data ? readDataUse(profile.data) : []),
    ...(profile.calls ? readCallUse(profile.calls) : []),
    ...(profile.sms ? readMessageUse(profile.sms) : []),
  ];
  const even = usesOfProfile(parts, { start: parseDay(start), days });
  return [...use.map(readUse), ...even].sort((a, b) => a.at - b.at);
}

function readUse({ at, voice, sms, data, to, ...rest }: NonNullable<Scenario['use']>[number]): UsageEvent {
  const base = { at: parseLocal(at), ...rest };
  if (voice !== undefined)
    return { ...base, kind: 'voice', to: to ?? 'national-mobile', amount: readVolume(voice).units };
  if (sms !== undefined) return { ...base, kind: 'sms', to: to ?? 'national-mobile', amount: sms };
  return { ...base, kind: 'data', to: INTERNET, amount: readVolume(data ?? '0 B').units };
}

// --- what came out, in the words of an expectation ---------------------------------------------------------------------

export type Outcome = {
  readonly total: string;
  readonly low: string;
  readonly high: string;
  readonly lines: readonly {
    kind: string;
    at: string;
    amount: string;
    units: number | string;
    offer: string;
    reason: string;
  }[];
  readonly left: Readonly<Record<string, number>>;
  readonly topUps: readonly string[];
  readonly moneyLeft: string;
};

export function outcomeOf({ statement, currency }: { statement: RangedStatement; currency: string }): Outcome {
  const text = (amount: Money) => `${formatMinor(amount)} ${currency}`;
  const { range } = statement;
  return {
    total: text(range.amount),
    low: text(range.low),
    high: range.high === null ? 'open' : text(range.high),
    lines: statement.lines.map((line) => describe(line, text)),
    left: sumLeft(statement),
    topUps: statement.topUps.map(({ at, amount }) => `${formatDay(Math.floor(at / 86_400) as never)} ${text(amount)}`),
    moneyLeft: text(statement.moneyLeft),
  };
}

function describe(
  { kind, at, amount, use, offer, reason }: Line,
  text: (amount: Money) => string,
): Outcome['lines'][number] {
  return { kind, at: formatLocal(at), amount: text(amount), units: use?.units ?? 0, offer, reason: reason ?? '' };
}

function sumLeft({ left }: RangedStatement): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { use } of left) {
    if (typeof use.units === 'number') sums[use.kind] = (sums[use.kind] ?? 0) + use.units;
  }
  return sums;
}
