import * as z from 'zod';
import {
  cycle,
  dataPrice,
  dataVolume,
  fullDate,
  hours,
  id,
  increment,
  mmsPrice,
  money,
  orUnknown,
  smsPrice,
  UNKNOWN,
  voicePrice,
  voiceVolume,
} from './text.ts';

/** What an allowance or a rate applies to. Destinations: on-net, national-mobile (other operators), landline, national (all three), group, favourites, intl, intl:CN, intl:RU/Beeline, short:7502. */
const destination = z
  .string()
  .regex(
    /^(on-net|national-mobile|landline|national|group|favourites|intl|unlisted|intl:[A-Z]{2}(\/[\w!. -]+)?|short:\d{2,6})$/,
    'a destination is on-net, national-mobile, landline, national, group, favourites, intl, intl:CC, intl:CC/Network or short:NNNN',
  );

const scope = {
  to: z.array(destination).min(1).exactOptional(),
  apps: z.array(z.string().min(1)).min(1).exactOptional(),
  hours: z.array(hours).min(1).exactOptional(),
  notOver: z
    .array(z.enum(['hotspot', 'vpn', 'compression', 'embedded']))
    .min(1)
    .exactOptional(),
  network: z.enum(['4G', '5G']).exactOptional(),
  zone: z.enum(['home', 'away']).exactOptional(),
  lastDay: fullDate.exactOptional(),
};

const unlimited = z.literal('unlimited');
const count = z.number().int().positive();

const life = z.union([
  z.enum(['renewal', 'end of next month', 'forever']),
  z.strictObject({ months: count }),
  z.strictObject({ days: count }),
  z.strictObject({ untilIdleMonths: count }),
]);

export const allowance = z
  .strictObject({
    data: orUnknown(z.union([unlimited, dataVolume])).exactOptional(),
    voice: orUnknown(z.union([unlimited, voiceVolume])).exactOptional(),
    sms: orUnknown(z.union([unlimited, count])).exactOptional(),
    mms: orUnknown(z.union([unlimited, count])).exactOptional(),
    bonus: money.exactOptional(),
    ...scope,
    per: z.enum(['cycle', 'day', 'call']).exactOptional(),
    lives: life.exactOptional(),
    increment: orUnknown(increment).exactOptional(),
    kbps: count.exactOptional(),
    during: cycle.exactOptional().describe('granted only in the first months or days of a purchase'),
    fairUse: UNKNOWN.exactOptional().describe('called unlimited, slowed from a volume on that nobody states'),
    choice: z.string().min(1).exactOptional(),
    sharedBy: count.exactOptional(),
    rebuyAt: z.union([dataVolume, voiceVolume, z.literal(0)]).exactOptional(),
  })
  .refine((value) => ['data', 'voice', 'sms', 'mms', 'bonus'].filter((kind) => kind in value).length === 1, {
    message: 'an allowance grants exactly one of data, voice, sms, mms and bonus',
  });

const throttle = z.strictObject({ throttle: orUnknown(count).describe('kbit/s') });
const stop = z.literal('stop');

function steps<T extends z.ZodType>(price: T, position: z.ZodType) {
  return z.strictObject({
    of: z.enum(['call', 'day']),
    prices: z.array(z.strictObject({ until: position.exactOptional(), price })).min(1),
  });
}

function bands<T extends z.ZodType>(price: T) {
  return z.array(z.strictObject({ hours, price, weekdaysOnly: z.boolean().exactOptional() })).min(1);
}

const STEPS = { voice: steps(voicePrice, voiceVolume), data: steps(dataPrice, dataVolume) };
const BANDS = { voice: bands(voicePrice), data: bands(dataPrice) };

/** Steps and bands price the kind of use that the rate does. */
export const rate = z
  .strictObject({
    data: z.union([orUnknown(dataPrice), throttle, stop]).exactOptional(),
    voice: z.union([orUnknown(voicePrice), stop]).exactOptional(),
    sms: z.union([orUnknown(smsPrice), stop]).exactOptional(),
    mms: z.union([orUnknown(mmsPrice), stop]).exactOptional(),
    ...scope,
    increment: orUnknown(increment).exactOptional(),
    connect: money.exactOptional(),
    steps: z.union([STEPS.voice, STEPS.data]).exactOptional(),
    bands: z.union([BANDS.voice, BANDS.data]).exactOptional(),
    dailyCap: z.strictObject({ amount: money, beyond: z.enum(['free', 'stop']) }).exactOptional(),
    afterTopUp: z.strictObject({ of: money, days: count }).exactOptional(),
  })
  .refine((value) => ['data', 'voice', 'sms', 'mms'].filter((kind) => kind in value).length === 1, {
    message: 'a rate prices exactly one of data, voice, sms and mms',
  })
  .superRefine((value, context) => {
    const kind = value.data === undefined ? 'voice' : 'data';
    for (const [key, schema] of [['steps', STEPS[kind]] as const, ['bands', BANDS[kind]] as const]) {
      const result = value[key] === undefined ? undefined : schema.safeParse(value[key], { reportInput: true });
      for (const { path, message, input } of result?.error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: [key, ...path], message, input });
      }
    }
  });

const phase = z.strictObject({
  amount: orUnknown(money),
  every: z.union([z.literal('once'), cycle]),
  times: count.exactOptional(),
});

const firstDay = z.enum(['counts', 'does not count', 'unknown']);

const proration = z.union([
  z.enum(['none', 'unknown']),
  z.strictObject({
    of: z.enum(['fee', 'allowances', 'fee and allowances']),
    firstDay,
    basis: z.enum(['cycle', 'year']).exactOptional(),
    rounding: z.enum(['up', 'half-up', 'down']).exactOptional(),
  }),
]);

const unpaid = z.union([
  UNKNOWN,
  z.strictObject({
    do: z.enum(['rates', 'not-started', 'suspended', 'pack', 'part']),
    rates: z.array(rate).exactOptional(),
    keepsBuckets: z.union([z.boolean(), UNKNOWN]).exactOptional(),
    pack: z.strictObject({ offer: id, from: z.enum(['at-once', 'next-window']) }).exactOptional(),
    days: count.exactOptional(),
  }),
]);

const exchangeSide = z.strictObject({
  data: dataVolume.exactOptional(),
  voice: voiceVolume.exactOptional(),
  sms: count.exactOptional(),
});

const special = z.union([
  z.strictObject({ restart: z.literal(true) }),
  z.strictObject({ credit: money, days: count, startsAt: money.exactOptional() }),
  z.strictObject({ payLaterDays: count }),
  z.strictObject({ exchange: z.strictObject({ from: exchangeSide, to: exchangeSide }) }),
  z.strictObject({ groupDiscount: z.array(z.strictObject({ members: count, percent: count })).min(1) }),
]);

/** Everything of a version that decides what its holder is charged. */
export const terms = {
  carries: z
    .array(z.enum(['voice', 'sms', 'data', 'mms']))
    .min(1)
    .exactOptional(),
  simPrice: orUnknown(money).exactOptional(),
  activationFee: orUnknown(money).exactOptional(),
  fee: z.union([z.literal('none'), UNKNOWN, z.array(phase).min(1)]),
  payments: z.record(z.string().min(1), z.array(phase).min(1)).exactOptional(),
  feeWindow: hours.exactOptional(),
  proration: proration.exactOptional(),
  freePurchases: count.exactOptional(),
  tax: z.enum(['included', 'excluded', 'unknown']),
  starts: z.enum(['purchase', 'first use', 'by hand', 'unknown']).exactOptional(),
  validity: orUnknown(cycle).exactOptional(),
  renews: cycle.exactOptional(),
  days: z.union([z.enum(['local', '24 hours', 'unknown']), z.string().regex(/^[A-Z]\w+\/[A-Z]\w+$/)]).exactOptional(),
  allowances: z.array(allowance).exactOptional(),
  rates: z.array(rate).exactOptional(),
  unpaid: unpaid.exactOptional(),
  order: z.enum(['add-on-first', 'plan-first', 'unknown']).exactOptional(),
  increments: z
    .strictObject({ voice: orUnknown(increment).exactOptional(), data: orUnknown(increment).exactOptional() })
    .exactOptional(),
  maxCall: voiceVolume.exactOptional(),
  rounding: z
    .strictObject({ mode: z.enum(['up', 'half-up', 'down']), of: z.enum(['line', 'event']), to: money })
    .exactOptional(),
  kilo: z.union([z.literal(1000), z.literal(1024)]).exactOptional(),
  special: special.exactOptional(),
};
