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

export type PersonInput = z.infer<typeof personSchema>;
export type DeviceInput = z.infer<typeof deviceSchema>;
