import { staySchema } from '@simwise/advisor';
import { LANGUAGES } from '@simwise/catalog';
import { parseDay } from '@simwise/engine';
import * as z from 'zod';

const dayText = z.string().refine(isDay, 'a day is written such as 2026-12-01');
const language = z.enum(LANGUAGES).default('en');
const currency = z.string().regex(/^[A-Z]{3}$/);
const id = z.string().min(1).max(100);
const use = z.string().min(1).max(500);

function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

export const languageQuery = z.object({ lang: language });

export const offersQuery = z.object({
  lang: language,
  brand: id.optional(),
  card: id.optional(),
  onSale: z.stringbool().default(false),
  on: dayText.optional(),
  currency: currency.optional(),
});

export const offerQuery = z.object({ lang: language, on: dayText.optional() });

export const priceBody = z.strictObject({
  offers: z
    .array(z.strictObject({ id, day: dayText.optional(), payment: id.optional() }))
    .min(1)
    .max(50),
  start: dayText.optional(),
  days: z.number().int().min(1).max(3_660).default(30),
  data: use.optional(),
  calls: use.optional(),
  sms: use.optional(),
  /** A usage file's text: CSV with at,kind,to,amount,app. */
  csv: z.string().max(60_000).optional(),
  fee: z.enum(['paid', 'unpaid']).default('paid'),
  currency: currency.optional(),
  /** Offers read off a wall: `Name: 4990 KZT/30d, 20GB`; the first is called `poster-1`. */
  posters: z.array(z.string().min(1).max(500)).max(5).default([]),
});

export const placesQuery = z.object({
  lang: language,
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

const place = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^:]*\S(\s*:\s*\d{1,4})?$/, 'a place, with its days where they matter: Saty or Saty:2');

/** Without places: what was said of the whole country. */
export const coverageQuery = z.object({
  lang: language,
  place: z.union([place.transform((each) => [each]), z.array(place).max(30)]).default([]),
});

/** What the advisor can be asked. */
export const questionSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('offers'), query: offersQuery }),
  z.object({ about: z.literal('offer'), id, query: offerQuery }),
  z.object({ about: z.literal('places'), query: placesQuery }),
  z.object({ about: z.literal('coverage'), query: coverageQuery }),
  z.object({ about: z.literal('advice'), stay: staySchema, query: languageQuery }),
  z.object({ about: z.literal('price'), body: priceBody, query: languageQuery }),
]);

export type Question = z.infer<typeof questionSchema>;
