import * as z from 'zod';
import { CONTACT_PURPOSES } from '../../contact.ts';
import { between, decimal, fullDate, id, language, money, names, partialDate, texts } from './text.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters');
const offset = z.strictObject({
  from: fullDate.exactOptional(),
  utc: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC is written +05:00'),
});
const cited = { sources: z.array(id).min(1) };

export const country = z.strictObject({
  id,
  names,
  currency,
  languages: z.array(language).min(1).describe('spoken at a counter, the first one first'),
  callingCode: z.string().regex(/^\d{1,3}$/),
  zone: z.string(),
  offsets: z.array(offset).min(1),
  tax: z
    .array(z.strictObject({ from: fullDate.exactOptional(), percent: z.number().int().min(0).max(99), ...cited }))
    .min(1),
  emergency: z.strictObject({ numbers: z.record(z.string().regex(/^\d{3}$/), names), ...cited }),
  mobilePrefixes: z
    .array(z.strictObject({ prefix: z.string().regex(/^\d{3}$/), brand: id.exactOptional(), ...cited }))
    .min(1),
  callingCodes: z
    .strictObject({
      countries: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.string().regex(/^[A-Z]{2}$/)),
      ...cited,
    })
    .describe('the country of a number from abroad, by its code'),
  landlinePrefix: z.string().regex(/^\d+$/),
  localSimPrice: between(money).extend(cited),
  assumedIncrements: z.strictObject({ basis: z.string(), ...cited }),
});

/** Zones whose midnight ends a day of some travel cards. */
export const zones = z.strictObject({ zones: z.record(z.string(), z.array(offset).min(1)) });

const contact = z.strictObject({
  purpose: z.enum(CONTACT_PURPOSES),
  detail: texts.exactOptional(),
  value: z.string().min(2).exactOptional(),
  seen: partialDate.exactOptional(),
  ...cited,
});

const operator = z.strictObject({
  id,
  names,
  legalName: z.string().exactOptional(),
  networks: z.array(id).exactOptional(),
  notes: z.string().exactOptional(),
});

const network = z.strictObject({
  id,
  names,
  operator: id,
  plmn: z.array(z.strictObject({ mcc: z.string().regex(/^\d{3}$/), mnc: z.string().regex(/^\d{2,3}$/) })),
  notes: z.string().exactOptional(),
  ...cited,
});

const brand = z.strictObject({
  id,
  names,
  operator: id.exactOptional(),
  home: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional()
    .describe('the country of the seller, for brands from elsewhere'),
  network: id.exactOptional(),
  onNet: z.array(id).exactOptional().describe('brands whose numbers count as on-net'),
  apps: z.array(contact).exactOptional(),
  care: z.array(contact).exactOptional(),
  codes: z.array(contact).exactOptional(),
  offices: z.array(contact).exactOptional(),
  topUp: z.array(contact).exactOptional(),
  notes: texts.exactOptional(),
});

export const market = z.strictObject({
  operators: z.array(operator).min(1),
  networks: z.array(network).min(1),
  brands: z.array(brand).min(1),
});

export const sources = z.strictObject({
  sources: z
    .array(
      z.strictObject({
        id,
        publisher: z.string().min(2),
        address: z.string().min(4),
        seen: partialDate.exactOptional(),
        note: z.string().exactOptional(),
      }),
    )
    .min(1),
});

export const exchangeRates = z.strictObject({
  rates: z
    .array(
      z.strictObject({
        day: partialDate,
        of: currency,
        in: currency,
        rate: decimal,
        note: z.string().exactOptional(),
        ...cited,
      }),
    )
    .min(1),
});

const series = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ amount: decimal, experimental: z.boolean().exactOptional() }),
);

export const referencePrices = z.strictObject({
  entryBasket: z.strictObject({
    usd: series,
    local: series,
    notes: z.string(),
    published: fullDate,
    ...cited,
  }),
  baskets: z.array(z.strictObject({ id, currency, values: series, ...cited })),
  announcedRises: z.array(
    z.strictObject({ day: partialDate, text: names, confidence: z.enum(['high', 'medium', 'low']), ...cited }),
  ),
});

export const activities = z.strictObject({
  activities: z
    .array(
      z.strictObject({
        id,
        names,
        unit: z.enum(['hour', 'minute', 'piece']),
        megabytes: z.strictObject({ low: decimal, typical: decimal, high: decimal }),
        needsSpeedKbps: z.number().int().positive().exactOptional(),
        notes: z.string().exactOptional(),
        ...cited,
      }),
    )
    .min(1),
});

export const leftOut = z.strictObject({
  leftOut: z.array(
    z.strictObject({ id, reason: z.enum(['no-price', 'not-a-card-matter', 'out-of-scope']), note: z.string().min(4) }),
  ),
});
