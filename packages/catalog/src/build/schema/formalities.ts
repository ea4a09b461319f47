import * as z from 'zod';
import { DOCUMENTS, FORMALITY_EFFECTS, FORMALITY_STATUSES, FORMALITY_TOPICS } from '../../formality.ts';
import { fullDate, id, partialDate, texts, UNKNOWN } from './text.ts';

const count = z.number().int().positive();

/** All that are stated must hold. What each means stands with `FormalityConditions`. */
const when = z.strictObject({
  localCard: z.boolean().exactOptional(),
  roamingCard: z.boolean().exactOptional(),
  localNumber: z.boolean().exactOptional(),
  brands: z.array(id).min(1).exactOptional(),
  appPass: z.boolean().exactOptional(),
  citizen: z.enum(['home', 'foreign']).exactOptional(),
  eResident: z.boolean().exactOptional(),
  taxNumber: z.boolean().exactOptional(),
  holdsLocalNumber: z.boolean().exactOptional(),
  numbersHeld: z.strictObject({ atLeast: count }).exactOptional(),
  condition: z.enum(['corporate']).exactOptional(),
  handsetBought: z.enum(['here', 'abroad']).exactOptional(),
  handsetUsedBefore: z.strictObject({ day: fullDate, is: z.boolean() }).exactOptional(),
  daysWithLocalCard: z.union([z.strictObject({ atMost: count }), z.strictObject({ moreThan: count })]).exactOptional(),
  places: z.array(z.string().min(2)).min(1).exactOptional().describe('a place under each of its names'),
});

const step = z.strictObject({ stage: z.enum(['before', 'with', 'after']), withinDays: count.exactOptional() });

const effort = z.strictObject({
  visit: z.union([z.boolean(), UNKNOWN]),
  wait: z.union([z.strictObject({ count, unit: z.enum(['working-hour', 'working-day']) }), UNKNOWN]),
});

const rule = z
  .strictObject({
    id,
    topic: z.enum(FORMALITY_TOPICS),
    when,
    effect: z.enum(FORMALITY_EFFECTS),
    status: z.enum(FORMALITY_STATUSES),
    confidence: z.enum(['high', 'medium', 'low']),
    since: partialDate.exactOptional().describe('the first day it is in force, where a source says so'),
    step: step.exactOptional(),
    effort: z.union([effort, UNKNOWN]).exactOptional().describe('what a step takes, as far as a source says'),
    bring: z.array(z.enum(DOCUMENTS)).min(1).exactOptional(),
    sources: z.array(id).min(1),
    title: texts,
    text: texts,
  })
  .refine(({ effect, step, effort }) => (effect === 'step') === (step !== undefined && effort !== undefined), {
    message: 'a step, and nothing else, says when it is to be done and what it takes (effort: unknown)',
  })
  .refine(({ when: conditions }) => Object.keys(conditions).length > 0, {
    message: 'a rule says for whom it is: a rule for everybody would never be looked at',
  });

export const formalities = z.strictObject({ rules: z.array(rule).min(1) });

export type FormalitySource = z.infer<typeof rule>;
