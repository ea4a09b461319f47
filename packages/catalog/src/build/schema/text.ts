import { parseDay } from '@simwise/engine';
import * as z from 'zod';
import { readCycle, readHours, readIncrement, readMoney, readUnitPrice, readVolume } from '../../quantity.ts';

/** A string that a reader accepts; its complaint becomes the finding. `example` goes into the JSON Schema. */
export function text(read: (value: string) => unknown, example: string) {
  return z
    .string()
    .superRefine((value, context) => {
      try {
        read(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      }
    })
    .meta({ examples: [example] });
}

export const UNKNOWN = z.literal('unknown');

/** A fact, `unknown`, or the two ends it lies between; `recorded` is what a total "as recorded" counts with. */
export function orUnknown<T extends z.ZodType>(fact: T) {
  return z.union([UNKNOWN, between(fact), fact]);
}

export function between<T extends z.ZodType>(fact: T) {
  return z.strictObject({ between: z.tuple([fact, fact]), recorded: fact.exactOptional(), basis: z.string().min(8) });
}

export const money = text(readMoney, '1190 KZT');
export const cycle = text(readCycle, '30 days');
export const increment = text(readIncrement, '60 s then 1 s');
export const hours = text(readHours, '01:00-06:00');
export const dataPrice = text((value) => readUnitPrice(value, 'data'), '5 KZT per MB');
export const voicePrice = text((value) => readUnitPrice(value, 'voice'), '11 KZT per min');
export const smsPrice = text((value) => readUnitPrice(value, 'sms'), '7 KZT');
export const mmsPrice = text((value) => readUnitPrice(value, 'mms'), '2 KZT');
export const dataVolume = text((value) => expectKind(value, 'data'), '5 GB');
export const voiceVolume = text((value) => expectKind(value, 'voice'), '100 min');

function expectKind(value: string, kind: 'data' | 'voice'): void {
  const volume = readVolume(value);
  if (volume.kind !== kind) throw new RangeError(`${kind} expected, not ${volume.kind}: "${value}"`);
}

export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

const NO_SUCH_DAY = 'a day of the calendar';

/** False only for a whole date such as 2019-02-31; how a date is written is judged elsewhere. */
function isInCalendar(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return true;
  try {
    parseDay(date);
    return true;
  } catch {
    return false;
  }
}

/** A year, a month or a day, as exactly as the evidence allows. */
export const partialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a date is written YYYY, YYYY-MM or YYYY-MM-DD, in quotes',
  )
  .refine(isInCalendar, NO_SUCH_DAY);

export const fullDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is written YYYY-MM-DD, in quotes')
  .refine(isInCalendar, NO_SUCH_DAY);

export const decimal = z
  .string()
  .regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,8})?$/, 'a number above zero, written as a decimal in quotes');

/** Names by language; `en` is what other languages fall back to. */
export const names = z
  .strictObject({
    zh: z.string().min(1).exactOptional(),
    en: z.string().min(1).exactOptional(),
    ru: z.string().min(1).exactOptional(),
    kk: z.string().min(1).exactOptional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'at least one language must have a name');

export const language = z.enum(['zh', 'en', 'ru', 'kk']);

/** A sentence for people: in every language. */
export const texts = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  ru: z.string().min(1),
  kk: z.string().min(1),
});
