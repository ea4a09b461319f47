import { parseDay } from '@simwise/engine';
import * as z from 'zod';
import { CannotDo } from './cannot-do.ts';
import { deviceSchema, personSchema } from './person-input.ts';
import { PRESETS, type PresetName } from './presets.ts';
import { problemsIn } from './problems.ts';

/** A stay as a person or a program states it; every field may be absent. */
export const staySchema = z
  .strictObject({
    preset: z.enum(Object.keys(PRESETS) as [PresetName, ...PresetName[]]),
    start: z.string().refine(isDay, '2026-12-01'),
    days: z.number().int().min(1).max(3660),
    places: z.array(
      z.union([z.string().min(1), z.strictObject({ place: z.string().min(1), days: z.number().int().min(1) })]),
    ),
    /** Networks the person does not want, by name or id, or by a brand they carry. */
    networks: z.strictObject({ exclude: z.array(z.string().min(1)) }),
    usage: z
      .strictObject({
        data: z.string().min(1),
        calls: z.record(z.string(), z.string()),
        sms: z.record(z.string(), z.string()),
        /** Hours (or pieces) a day by activity of the usage estimator: `{"video-sd": 1}`. */
        activities: z.record(z.string(), z.number().min(0).max(1000)),
      })
      .partial(),
    needs: z
      .strictObject({
        localNumber: z.boolean(),
        otp: z.boolean(),
        hotspot: z.boolean(),
        callsOverInternet: z.boolean(),
        throttleAccepted: z.boolean(),
      })
      .partial(),
    device: deviceSchema,
    /** At most so many cards, together or one after another. */
    cards: z.number().int().min(1).max(3),
    person: personSchema,
    currency: z.string().regex(/^[A-Z]{3}$/, 'KZT'),
  })
  .partial();

function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

export type StayInput = z.infer<typeof staySchema>;

/** Checks the form of a stay. @throws CannotDo naming every field that is wrong. */
export function parseStay(value: unknown): StayInput {
  const result = staySchema.safeParse(value);
  if (result.success) return result.data;
  throw new CannotDo({ code: 'bad-stay', problems: problemsIn(result.error, 'stay') });
}
