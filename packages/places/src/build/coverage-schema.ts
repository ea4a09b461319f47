import { decimal, id, names, partialDate } from '@simwise/catalog/build';
import * as z from 'zod';
import { TECHNOLOGIES } from '../compiled.ts';

const cited = { sources: z.array(id).min(1) };
const placeId = z.string().min(2);

export const statementList = z.strictObject({
  statements: z.array(
    z.strictObject({
      id,
      about: z.union([
        z.strictObject({ places: z.array(placeId).min(1) }),
        z.strictObject({ area: z.string().describe('a code of the classifier, country, roads or railways') }),
      ]),
      networks: z.union([z.enum(['all', 'unnamed']), z.array(id).min(1)]),
      technology: z.enum(TECHNOLOGIES).exactOptional(),
      says: z.enum(['works', 'weak', 'none', 'some', 'plan', 'note']),
      service: z.enum(['mobile', 'internet']).exactOptional().describe('what is missing where it says none'),
      by: z.enum(['official', 'operator', 'press']),
      said: z.union([z.literal('unknown'), partialDate]),
      text: names,
      ...cited,
    }),
  ),
});

export const speedList = z.strictObject({
  speed: z.array(
    z.strictObject({
      month: partialDate,
      measure: z.string().min(4),
      downloadMbps: decimal,
      uploadMbps: decimal.exactOptional(),
      latencyMs: z.number().int().positive().exactOptional(),
      ...cited,
    }),
  ),
});

export const radioRules = z.strictObject({
  radiusKm: z.strictObject({ city: decimal, town: decimal, village: decimal, most: decimal }),
  cityFrom: z.number().int().positive(),
  ownRange: z.strictObject({ samplesFrom: z.number().int().positive(), metresAbove: z.number().int().positive() }),
  ageMonths: z.strictObject({ fresh: z.number().int().positive(), historic: z.number().int().positive() }),
  ...cited,
});

/** What stands beside a list of cells; a list without it is not read. */
export const cellListNotice = z.strictObject({
  id,
  file: z.string().regex(/^[a-z0-9.-]+\.csv$/),
  licence: z.string().min(3),
  credit: z.string().min(3),
  source: id.exactOptional(),
  address: z.string().exactOptional(),
  taken: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  technologies: z.enum(['stated', 'inferred']),
  cells: z.number().int().nonnegative(),
});

export type RadioRules = z.infer<typeof radioRules>;
export type CellListNotice = z.infer<typeof cellListNotice>;
