import { daysOfPartialDate } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import * as z from 'zod';

/** "I do not know" is an answer to every question about the person and the phone, and so is leaving it out. */
const UNKNOWN = z.literal('unknown');
const yesOrNo = z.union([z.boolean(), UNKNOWN]);
const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, '2024-05');

export const personSchema = z
  .strictObject({
    /** `corporate`, `disability`, …: what applies to the person. */
    conditions: z.array(z.string()),
    /** Brands whose card is held already. */
    customerOf: z.array(z.string()),
    /** The country of the passport, as two capital letters. */
    citizen: z.union([z.string().regex(/^[A-Z]{2}$/, 'CN'), UNKNOWN]),
    eResident: yesOrNo,
    /** Whether the person has a tax number of the country. */
    taxNumber: yesOrNo,
    /** How many numbers of the country the person holds already. */
    numbersHeld: z.union([z.number().int().min(0).max(1000), UNKNOWN]),
  })
  .partial();

export const deviceSchema = z
  .strictObject({
    esim: z.boolean(),
    simSlots: z.number().int().min(0).max(4),
    bought: z.union([z.enum(['here', 'abroad']), UNKNOWN]),
    /** Since when the phone has been used with cards of the country. */
    usedHereSince: z.union([partialDate, z.literal('never'), UNKNOWN]),
  })
  .partial();

/** The person; null where something was not said or is not known. */
export type Person = {
  readonly conditions: readonly string[];
  readonly customerOf: readonly string[];
  readonly citizen: string | null;
  readonly eResident: boolean | null;
  readonly taxNumber: boolean | null;
  readonly numbersHeld: number | null;
};

/** The phone; `usedHereSince` lies between two days where only a month or a year is known. */
export type Device = {
  readonly esim: boolean;
  readonly simSlots: number;
  readonly bought: 'here' | 'abroad' | null;
  readonly usedHereSince: 'never' | readonly [Day, Day] | null;
};

export function completePerson(input: z.infer<typeof personSchema>): Person {
  return {
    conditions: input.conditions ?? [],
    customerOf: input.customerOf ?? [],
    citizen: knownOrNull(input.citizen),
    eResident: knownOrNull(input.eResident),
    taxNumber: knownOrNull(input.taxNumber),
    numbersHeld: knownOrNull(input.numbersHeld),
  };
}

export function completeDevice(input: z.infer<typeof deviceSchema>): Device {
  return {
    esim: input.esim ?? true,
    simSlots: input.simSlots ?? 1,
    bought: knownOrNull(input.bought),
    usedHereSince: readSince(knownOrNull(input.usedHereSince)),
  };
}

function knownOrNull<T>(answer: T | 'unknown' | undefined): T | null {
  return answer === undefined || answer === 'unknown' ? null : (answer as T);
}

function readSince(since: string | null): Device['usedHereSince'] {
  if (since === null || since === 'never') return since;
  const { first, last } = daysOfPartialDate(since);
  return [first, last];
}
