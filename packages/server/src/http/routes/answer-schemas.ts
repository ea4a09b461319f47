import type { FactAnswer, JudgedChoiceAnswer, OffersAnswer, PriceAnswer } from '@simwise/messages';
import * as z from 'zod';

const total = z
  .object({ amount: z.string(), currency: z.string(), low: z.string(), high: z.string().nullable() })
  .meta({ id: 'Total' });
const coded = z.object({ code: z.string(), text: z.string() });
const line = z.object({
  at: z.string(),
  offer: z.string(),
  kind: z.string(),
  text: z.string(),
  amount: z.string(),
});

const fact = z
  .object({
    offer: z.string(),
    name: z.string(),
    seen: z.object({ from: z.string(), to: z.string() }).nullable(),
    evidence: z.string(),
    confidence: z.string(),
    tier: z.string(),
    sale: z.string(),
    basis: z.string(),
    estimate: z
      .object({ factor: z.number().nullable(), fromYear: z.number().nullable(), toYear: z.number().nullable() })
      .nullable(),
    sources: z.array(
      z.object({ id: z.string(), publisher: z.string(), address: z.string(), seen: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Fact' }) satisfies z.ZodType<FactAnswer>;

export const priceSchema = z.object({
  total,
  lines: z.array(line),
  remaining: z.array(
    z.object({
      offer: z.string(),
      kind: z.string(),
      amount: z.union([z.number(), z.literal('unlimited')]),
      text: z.string(),
      expires: z.string().nullable(),
    }),
  ),
  topUps: z.array(z.object({ at: z.string(), amount: z.string() })),
  moneyLeft: z.string(),
  warnings: z.array(coded),
  assumptions: z.array(z.string()),
  facts: z.array(fact),
}) satisfies z.ZodType<PriceAnswer>;

/** The parts of a choice that programs build on; what else an answer says is described beside the command. */
const choice = z
  .looseObject({
    rank: z.number(),
    tie: z.number(),
    kind: z.string(),
    serves: z.boolean(),
    cards: z.array(
      z.object({
        kind: z.string(),
        offers: z.array(z.object({ id: z.string(), name: z.string() })),
        currency: z.string(),
        total,
      }),
    ),
    purchases: z.array(z.object({ day: z.string(), offer: z.string(), name: z.string(), card: z.number() })),
    total,
    lines: z.array(line.extend({ card: z.number(), currency: z.string() })),
    value: z.object({ perGigabyte: z.string().nullable(), perDay: z.string() }),
    breaks: z.array(coded),
    reasons: z.array(coded),
    warnings: z.array(coded),
    facts: z.array(fact),
  })
  .meta({ id: 'Choice' });

const judgedChoice = z
  .object({
    rank: z.number(),
    tie: z.number(),
    expected: z.string(),
    p50: z.string(),
    p90: z.string(),
    runsOut: z.number(),
    rescue: z.string(),
    cheapest: z.number(),
    refills: z.number(),
  })
  .meta({ id: 'JudgedChoice' }) satisfies z.ZodType<JudgedChoiceAnswer>;
const named = judgedChoice.extend({ price: z.string() }).meta({ id: 'NamedChoice' });

const judgedOver = z
  .object({
    use: z.union([
      z.object({
        is: z.literal('profile'),
        assumed: z.literal(true),
        spread: z.object({ level: z.number(), day: z.number() }),
      }),
      z.object({
        is: z.literal('history'),
        days: z.number(),
        gaps: z.array(z.object({ first: z.string(), last: z.string() })),
      }),
    ]),
    scenarios: z.number(),
    worlds: z.number(),
    seed: z.number(),
  })
  .meta({ id: 'JudgedOver' });

export const adviceSchema = z.looseObject({
  stay: z.object({
    start: z.string(),
    days: z.number(),
    preset: z.string(),
    currency: z.string(),
    assumed: z.array(z.string()),
  }),
  compared: z.object({
    offers: z.number(),
    sellers: z.array(z.string()),
    choices: z.number(),
    leftOut: z.array(z.object({ reason: z.string(), text: z.string(), count: z.number() })),
  }),
  best: z.object({
    overall: choice.nullable(),
    phone: choice.nullable(),
    data: choice.nullable(),
    pair: choice.nullable(),
  }),
  choices: z.array(choice),
  decides: z.array(
    z.object({
      code: z.string(),
      about: z.string(),
      changes: z.string(),
      low: z.string(),
      high: z.string().nullable(),
      text: z.string(),
    }),
  ),
  judged: z.array(judgedChoice),
  named: z.object({ cheapest: named, safest: named, simplest: named }).nullable(),
  judgedOver: judgedOver.nullable(),
});

export const offersSchema = z.object({
  day: z.string(),
  offers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      brand: z.string(),
      role: z.string(),
      card: z.string().nullable(),
      fee: z.string(),
      sale: z.enum(['open', 'closed', 'unknown']),
      tier: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<OffersAnswer>;

/** The rules of an offer are those of the catalogue's own schema (`simwise catalog schema offer`). */
export const offerSchema = fact.extend({
  brand: z.string(),
  role: z.string(),
  card: z.string().nullable(),
  currency: z.string(),
  terms: z.record(z.string(), z.unknown()),
  notes: z.string().nullable(),
  codes: z.record(z.string(), z.string()),
});

const credits = z.array(z.looseObject({}));

export const placesSchema = z.object({
  query: z.string(),
  places: z.array(z.looseObject({ id: z.string() })),
  credits,
});

/** A route has stops and legs, a whole country has neither. */
export const coverageSchema = z.looseObject({
  stops: z.array(z.looseObject({})).optional(),
  legs: z.array(z.looseObject({})).optional(),
  whatToDo: z.array(z.string()),
  notices: z.array(z.string()),
  credits,
});
