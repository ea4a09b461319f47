import * as z from 'zod';
import { terms } from './terms.ts';
import { fullDate, id, names, partialDate, UNKNOWN } from './text.ts';

const EVIDENCE = [
  'operator-page',
  'operator-archive',
  'operator-app',
  'seller-feed',
  'news',
  'third-party',
  'public-code',
  'statistic',
] as const;

/** The terms of an offer from one day on, with what they rest on. */
export const version = z.strictObject({
  effective: fullDate.exactOptional().describe('the day these terms took force, where a source says so'),
  seen: z.strictObject({
    from: z.union([partialDate, UNKNOWN]),
    to: z.union([partialDate, UNKNOWN]),
    basis: z.string().min(4).describe('why these dates'),
  }),
  sources: z.array(id).min(1),
  evidence: z.enum(EVIDENCE),
  confidence: z.enum(['high', 'medium', 'low']),
  sale: z.enum(['open', 'closed', 'unknown']),
  ...terms,
  estimate: z.string().min(8).exactOptional().describe('what the figures rest on, where they stand in for an offer'),
  notes: z.string().min(4).exactOptional().describe('rules in our own words that change what a person pays'),
});

const CONDITIONS = [
  'corporate',
  'disability',
  'existing-customer',
  'new-customer',
  'home-phone',
  'home-internet',
  'region',
  'credit',
  'device',
  'contract',
  'personal-offer',
] as const;

const eligibility = z.union([
  z.enum(CONDITIONS),
  z.strictObject({ customerOf: id }).describe('a visitor who already holds a card of that brand'),
]);

export const offer = z.strictObject({
  id,
  brand: id,
  role: z.enum(['base', 'add-on', 'app-pass', 'vas']),
  card: z.enum(['phone', 'data', 'hybrid', 'travel-esim']).exactOptional(),
  names,
  networks: z.union([UNKNOWN, z.array(id).min(1)]).exactOptional(),
  number: z.enum(['local', 'home', 'foreign', 'none', 'unknown']).exactOptional(),
  hotspot: z.enum(['allowed', 'forbidden', 'paid', 'not-covered', 'unknown']).exactOptional(),
  identity: z.enum(['yes', 'no', 'unknown']).exactOptional().describe('whether an identity check is asked for'),
  extend: z
    .enum(['yes', 'no', 'unknown'])
    .exactOptional()
    .describe('whether it can be topped up instead of bought anew'),
  oncePerCustomer: z.boolean().exactOptional(),
  startsByItself: z.boolean().exactOptional().describe('cannot be bought: it starts when another fee is missed'),
  reference: z.boolean().exactOptional().describe('stands in for offers of which no recent price is known'),
  eligibility: z.array(eligibility).min(1).exactOptional(),
  requires: z
    .strictObject({
      offers: z.array(id).min(1).exactOptional(),
      brands: z.array(id).min(1).exactOptional(),
      note: z.string().exactOptional(),
    })
    .exactOptional(),
  conflicts: z.array(id).min(1).exactOptional(),
  codes: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), z.string().min(2)).exactOptional(),
  coverage: z.string().exactOptional(),
  versions: z.array(version).min(1),
});

export type OfferSource = z.infer<typeof offer>;
export type VersionSource = z.infer<typeof version>;
