import { currencyDecimals, type Money, parseDay, parseLocal, parseMinor } from '@simwise/engine';
import * as z from 'zod';
import { CannotDo } from './cannot-do.ts';
import { problemsIn } from './problems.ts';

/** A text that `reader` can read, as what it reads; others are told to be written like the example. */
function readBy<T>(reader: (text: string) => T, example: string) {
  return z.string().transform((text, context): T => {
    try {
      return reader(text);
    } catch {
      context.addIssue({ code: 'custom', message: example });
      return z.NEVER;
    }
  });
}

const money = z.string().regex(/^-?\d{1,12}(\.\d{1,2})?$/, '1600.00');
const code = z.string().regex(/^[A-Z]{3}$/, 'KZT');
const moment = readBy(parseLocal, '2026-12-01T09:30:00');
const count = z.number().int().min(0);
const positive = z.number().int().min(1);
const text = z.string().min(1);
const kind = z.enum(['voice', 'sms', 'data', 'mms']);
const app = z.string().exactOptional();

const proof = z.object({
  cost: money,
  lowerBound: money,
  gap: money,
  excluded: count,
  nodes: count,
  callsOverInternet: z.boolean(),
  cards: z.array(
    z.object({
      offers: z.array(text).min(1),
      currency: code,
      total: money,
      recorded: money,
      purchases: z.array(z.object({ offer: text, at: moment, until: moment.exactOptional() })),
      uses: z.array(z.object({ at: moment, kind, to: z.string(), amount: positive, app })),
    }),
  ),
});

const choice = z.object({
  total: z.object({ amount: money }),
  lines: z.array(z.object({ at: moment, amount: money, card: count })),
});

/** What an answer must hold for its proven choices to be replayed; it may hold more. */
const answerSchema = z.object({
  stay: z.object({
    start: readBy(parseDay, '2026-12-01'),
    days: positive.max(3660),
    currency: code,
    cards: positive,
    needs: z.object({
      localNumber: z.boolean(),
      otp: z.boolean(),
      hotspot: z.boolean(),
      callsOverInternet: z.boolean(),
      throttleAccepted: z.boolean(),
    }),
    networks: z.object({ exclude: z.array(text) }),
    device: z.object({ esim: z.boolean(), simSlots: count }),
    profile: z.array(z.object({ kind, to: z.string(), app, perDay: z.object({ num: count, den: positive }) })),
  }),
  best: z.object({
    overall: choice.nullable(),
    phone: choice.nullable(),
    data: choice.nullable(),
    pair: choice.nullable(),
  }),
  proofs: z.object({
    overall: proof.nullable(),
    phone: proof.nullable(),
    data: proof.nullable(),
    pair: proof.nullable(),
  }),
});

export type AnswerRecord = z.infer<typeof answerSchema>;
export type StayRecord = AnswerRecord['stay'];
export type ChoiceRecord = NonNullable<AnswerRecord['best']['overall']>;
export type ProofRecord = NonNullable<AnswerRecord['proofs']['overall']>;
export type CardRecord = ProofRecord['cards'][number];

/** Reads the JSON of an advice. @throws CannotDo naming every place that is not as in an answer. */
export function readProvenAnswer(value: unknown): AnswerRecord {
  const result = answerSchema.safeParse(value);
  if (result.success) return result.data;
  throw new CannotDo({ code: 'bad-answer', problems: problemsIn(result.error, 'answer') });
}

/** A decimal amount of a record in minor units of its currency. @throws CannotDo for more decimals than it has. */
export function minorUnits(amount: string, currency: string): Money {
  const decimals = currencyDecimals(currency);
  try {
    const size = parseMinor(amount.replace('-', ''), decimals);
    return (amount.startsWith('-') ? -size : size) as Money;
  } catch {
    const example = decimals === 0 ? '1600' : '1600.00';
    throw new CannotDo({ code: 'bad-answer', problems: [{ path: amount, is: 'wrong-form', example }] });
  }
}
