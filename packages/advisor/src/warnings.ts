import type { OfferOnDay } from '@simwise/catalog';
import type { Day, MoneyRange } from '@simwise/engine';
import type { Candidate } from './candidates.ts';
import type { RatedCard, Unserved } from './card-plan.ts';
import type { FormalityWarning } from './choice-formalities.ts';
import type { CoverageWarning } from './coverage-advice.ts';
import type { Stay } from './stay.ts';

/** What a person should know before taking a choice. */
export type Warning =
  | { readonly code: 'unserved'; readonly unserved: Unserved }
  | { readonly code: 'estimate'; readonly offer: string }
  | { readonly code: 'reference'; readonly offer: string }
  | { readonly code: 'old'; readonly offer: string; readonly seen: readonly [Day, Day] | null }
  | { readonly code: 'fair-use'; readonly offer: string }
  | { readonly code: 'no-local-number' }
  | { readonly code: 'no-code-messages' }
  | { readonly code: 'hotspot-unknown'; readonly offer: string }
  | { readonly code: 'network-unknown'; readonly offer: string }
  | { readonly code: 'open-range' }
  | { readonly code: 'calls-over-internet' }
  | { readonly code: 'number-by-prefix' }
  | { readonly code: 'old-rate'; readonly from: string; readonly day: Day }
  | FormalityWarning
  | CoverageWarning;

/** Warnings without which a choice would serve. */
const BREAKING: ReadonlySet<Warning['code']> = new Set([
  'unserved',
  'no-local-number',
  'no-code-messages',
  'open-range',
]);

export function isBreaking({ code }: Warning): boolean {
  return BREAKING.has(code);
}

type Facts = {
  cards: readonly RatedCard[];
  total: MoneyRange;
  callsOverInternet: boolean;
  unserved: readonly Unserved[];
  guessesNetworks: boolean;
};

export function warningsOf(
  { cards, total, callsOverInternet, unserved, guessesNetworks }: Facts,
  stay: Stay,
): Warning[] {
  const offers = cards.flatMap((card) => card.offers);
  const hasLocalNumber = offers.some(({ facts }) => facts.number === 'local');
  return [
    ...unserved.map((each) => ({ code: 'unserved', unserved: each }) as const),
    ...(stay.needs.localNumber && !hasLocalNumber ? [{ code: 'no-local-number' } as const] : []),
    ...(stay.needs.otp && !hasLocalNumber ? [{ code: 'no-code-messages' } as const] : []),
    ...(total.high === null ? [{ code: 'open-range' } as const] : []),
    ...offers.flatMap((offer) => offerWarnings(offer, stay)),
    ...(callsOverInternet ? [{ code: 'calls-over-internet' } as const] : []),
    ...(guessesNetworks && !callsOverInternet ? [{ code: 'number-by-prefix' } as const] : []),
    ...rateWarnings(offers, stay),
  ];
}

function offerWarnings({ facts, version, estimate, offer }: OfferOnDay, { needs }: Stay): Warning[] {
  const { id } = facts;
  const isBase = facts.role === 'base';
  return [
    ...(facts.reference ? [{ code: 'reference', offer: id } as const] : []),
    ...(estimate ? [{ code: 'estimate', offer: id } as const] : []),
    ...(!estimate && !facts.reference ? [{ code: 'old', offer: id, seen: version.seen ?? null } as const] : []),
    ...(hasFairUse(offer) ? [{ code: 'fair-use', offer: id } as const] : []),
    ...(isBase && needs.hotspot && facts.hotspot !== 'allowed'
      ? [{ code: 'hotspot-unknown', offer: id } as const]
      : []),
    ...(isBase && facts.networks === undefined ? [{ code: 'network-unknown', offer: id } as const] : []),
  ];
}

function hasFairUse(offer: OfferOnDay['offer']): boolean {
  return JSON.stringify(offer).includes('"fairUse"');
}

const OLD_RATE_DAYS = 90;

function rateWarnings(offers: readonly Candidate[], stay: Stay): Warning[] {
  const conversions = new Map(offers.map(({ conversion }) => [conversion.from, conversion]));
  return [...conversions.values()].flatMap(({ from, day }) =>
    stay.start - day > OLD_RATE_DAYS ? [{ code: 'old-rate', from, day } as const] : [],
  );
}
