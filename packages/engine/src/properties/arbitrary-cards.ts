import fc from 'fast-check';
import type { CardInput } from '../card-state.ts';
import type { Purchase } from '../holding.ts';
import { localSecondOf } from '../local-time.ts';
import type { Offer, OfferRole, Special } from '../offer.ts';
import { ALMATY, offerOf } from '../test-offers.ts';
import { INTERNET, type UsageEvent, type UsageKind } from '../usage.ts';
import {
  ALL_FEATURES,
  APPS,
  amountOfMoney,
  compact,
  type Features,
  from1,
  kind,
  MOST,
  rarely,
  START,
  upTo,
} from './arbitrary-parts.ts';
import { terms } from './arbitrary-terms.ts';

const TO: Readonly<Record<UsageKind, readonly string[]>> = {
  voice: ['on-net', 'group', 'national-mobile', 'landline', 'intl:CN', 'intl:RU/Beeline', 'short:7502'],
  sms: ['on-net', 'national-mobile', 'intl:CN'],
  data: [INTERNET],
  mms: ['on-net', 'national-mobile'],
};
const special: fc.Arbitrary<Special> = fc.oneof(
  fc.constant<Special>({ is: 'restart' }),
  fc.record({ is: fc.constant('credit' as const), amount: amountOfMoney, days: from1(10) }),
  fc.record({ is: fc.constant('pay-later' as const), days: from1(10) }),
  fc.record({
    is: fc.constant('exchange' as const),
    from: fc.record({ kind, amount: from1(1000), scope: fc.constant({}) }),
    to: fc.record({ kind, amount: from1(1000), scope: fc.constant({}) }),
  }),
  fc.record({
    is: fc.constant('group-discount' as const),
    steps: fc.constant([
      { members: 2, percent: 5 },
      { members: 4, percent: 15 },
    ]),
  }),
);

function offer(id: string, role: OfferRole, features: Features): fc.Arbitrary<Offer> {
  return terms(features).map((value) => offerOf(id, role, value));
}

/** A base plan, an add-on and a service that acts on the card. */
export function offers(features: Features): fc.Arbitrary<readonly Offer[]> {
  const service = fc
    .tuple(terms(features), special)
    .map(([value, acts]) => offerOf('service', 'vas', { ...value, special: acts }));
  return fc.tuple(offer('plan', 'base', features), offer('add-on', 'add-on', features), service);
}

const DAYS = 45;

function secondIn(days: number) {
  return upTo(days * 86_400 - 1).map((second) => localSecondOf(START, second));
}

function purchases(ids: readonly string[]): fc.Arbitrary<CardInput['purchases']> {
  const more = fc.record({
    offer: fc.constantFrom(...ids),
    at: secondIn(DAYS),
    until: rarely(secondIn(DAYS)),
    choice: rarely(fc.constantFrom('one', 'other')),
  });
  const first = fc.constantFrom({ offer: 'plan', at: localSecondOf(START) });
  return fc
    .tuple(first, fc.array(more, { maxLength: 4 }))
    .map(([plan, others]) => [plan, ...others.map((one) => compact(one) as Purchase)]);
}

export const wallet = fc.record({
  balance: amountOfMoney,
  topUps: fc.array(fc.record({ at: secondIn(DAYS), amount: amountOfMoney }), { maxLength: 4 }),
});

/** A card with some offers on it. */
export function cardOf(all: readonly Offer[]): fc.Arbitrary<CardInput> {
  return fc
    .record({
      offers: fc.constant(new Map(all.map((one) => [one.id, one]))),
      purchases: purchases(all.map(({ id }) => id)),
      period: fc.constant({ start: START, days: DAYS }),
      local: fc.constant(ALMATY),
      fee: rarely(fc.constantFrom('paid' as const, 'unpaid' as const)),
      groupMembers: rarely(from1(5)),
    })
    .map((value) => compact(value) as CardInput);
}

const STEADY: Features = {
  ...ALL_FEATURES,
  firstUse: false,
  rebuy: false,
  idle: false,
  bonusMoney: false,
  stoppingCap: false,
  unknownPrices: false,
};

/** What uses share may be dearer for one of them alone where each is rounded down, or the price depends on the hour. */
const STEADY_TOGETHER = [
  { ...STEADY, sharedSteps: false, roundsDown: false },
  { ...STEADY, shared: false },
];

/**
 * Cards on which more use never costs less. Left out, since for them it may: a first use that moves the cycles, a
 * pack bought again or exchanged, a portion that lives on by being used, a cap that stops a dear use because of a cheap
 * one, a limited balance, bonus money, before which each use is rounded by itself, a price that is not known, a step of
 * an hour, day or month that a use opens at a cheaper hour or position than the next, and units counted for several
 * uses together that are rounded down for each.
 */
export const steadyCard: fc.Arbitrary<CardInput> = fc
  .oneof(...STEADY_TOGETHER.map(offers))
  .chain(([plan, addOn]) => cardOf([plan as Offer, addOn as Offer]));

/** Any card that the types allow. */
export const anyCard: fc.Arbitrary<CardInput> = offers(ALL_FEATURES).chain((all) =>
  fc.tuple(cardOf(all), rarely(wallet)).map(([card, money]) => (money ? { ...card, wallet: money } : card)),
);

export function use(days: number = DAYS): fc.Arbitrary<UsageEvent> {
  return kind.chain((of) =>
    fc
      .record({
        at: secondIn(days),
        kind: fc.constant(of),
        to: fc.constantFrom(...TO[of]),
        amount: upTo(MOST[of]),
        app: rarely(fc.constantFrom(...APPS)),
        over: rarely(fc.constantFrom('hotspot', 'vpn')),
        network: rarely(fc.constantFrom('4G', '5G')),
        zone: rarely(fc.constantFrom('home' as const, 'away' as const)),
      })
      .map((value) => compact(value) as UsageEvent),
  );
}

/** Uses in the order of time. */
export function uses(days: number = DAYS): fc.Arbitrary<readonly UsageEvent[]> {
  return fc.array(use(days), { maxLength: 25 }).map(inOrder);
}

export function inOrder(events: readonly UsageEvent[]): readonly UsageEvent[] {
  return [...events].sort((a, b) => a.at - b.at);
}
