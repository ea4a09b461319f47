import { decimal, id, names } from '@simwise/catalog/build';
import * as z from 'zod';

export const placeCode = z.string().regex(/^\d{9}$/, 'a code of the classifier has nine digits, in quotes');
const cited = { sources: z.array(id).min(1) };
const spellings = z.array(z.string().min(1)).min(1);

export const nameList = z.strictObject({
  ...cited,
  names: z.array(
    z.strictObject({
      place: placeCode,
      en: z.string().min(1).exactOptional(),
      zh: z.string().min(1).exactOptional(),
      also: spellings.exactOptional(),
    }),
  ),
});

const setting = {
  id,
  names,
  also: spellings.exactOptional(),
  near: placeCode.exactOptional().describe('the settlement from which one sets out'),
  oblast: placeCode.exactOptional(),
};

export const sightList = z.strictObject({
  ...cited,
  sights: z.array(z.strictObject({ ...setting, at: z.strictObject({ lat: decimal, lon: decimal }).exactOptional() })),
});

export const crossingLists = z.strictObject({
  lists: z.array(
    z.strictObject({
      neighbour: z.string().regex(/^[A-Z]{2}$/),
      kind: z.enum(['road', 'rail']),
      ...cited,
      crossings: z.array(z.strictObject(setting)),
    }),
  ),
});
