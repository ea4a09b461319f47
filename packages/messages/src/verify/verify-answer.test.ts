import { advise, CannotDo, completeStay, type StayInput, verifyAnswer } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, aRate, d } from '../../../catalog/test/tiny-catalog.ts';
import { type AdviceAnswer, adviceAnswer } from '../advice-answer.ts';
import { MESSAGES } from '../all-languages.ts';
import { en } from '../en.ts';
import { Wording } from '../wording.ts';
import { verifyAnswerOf } from './verify-answer.ts';

const TODAY = d('2026-11-22');

const once = (amount: string, days: number, data: string) => ({
  fee: [{ amount, every: 'once' }],
  validity: `${days} days`,
  allowances: [{ data }],
  rates: [{ data: 'stop' }],
});
const esim = (id: string, amount: string, data: string) =>
  anOffer({
    id,
    brand: 'gamma',
    card: 'travel-esim',
    number: 'none',
    networks: ['alpha'],
    version: once(amount, 30, data),
  });

const PLAN = anOffer({
  id: 'plan',
  version: {
    fee: [{ amount: '2000 KZT', every: '30 days' }],
    allowances: [{ data: '5 GB' }, { voice: '100 min', to: ['national'] }],
    rates: [{ data: 'stop' }, { voice: '10 KZT per min', to: ['national'] }],
    unpaid: 'unknown',
  },
});
const PACK = anOffer({ id: 'pack', role: 'add-on', version: once('900 KZT', 7, '3 GB') });
const BETA_PACK = anOffer({ id: 'beta-pack', brand: 'beta', role: 'add-on', version: once('1 KZT', 7, '3 GB') });
const GONE_PACK = anOffer({
  id: 'gone-pack',
  role: 'add-on',
  version: { ...once('1 KZT', 7, '3 GB'), sale: 'closed' },
});
const OFFERS = [
  PLAN,
  PACK,
  BETA_PACK,
  GONE_PACK,
  esim('esim-5', '4.00 USD', '5 GB'),
  esim('esim-10', '7.00 USD', '10 GB'),
];
const CATALOG = aCatalog(OFFERS, { exchangeRates: [aRate('2026-11-01', 'USD', 'KZT', '500')] });

type Editable<T> = T extends object ? { -readonly [K in keyof T]: Editable<T[K]> } : T;
type Answer = Editable<AdviceAnswer>;
type Proof = NonNullable<Answer['proofs']['overall']>;
type Card = Proof['cards'][number];

function answerFor(catalog: CompiledCatalog, input: StayInput): Answer {
  const advice = advise(catalog, completeStay(catalog, input, TODAY));
  return JSON.parse(JSON.stringify(adviceAnswer(catalog, advice, new Wording(en, 'en', catalog)))) as Answer;
}

/** Ten days of 1 GB and 10 minutes to a number of brand beta, which is on-net for alpha; a local number is needed. */
const CALLS: StayInput = {
  start: '2026-12-01',
  days: 10,
  usage: { data: '1GB/day', calls: { '+77021234567': '10min/day' } },
  needs: { localNumber: true, callsOverInternet: false },
};
const ONLINE: StayInput = { start: '2026-12-01', days: 10, usage: { data: '1GB/day' } };
const CALLS_ANSWER = answerFor(CATALOG, CALLS);
const ONLINE_ANSWER = answerFor(CATALOG, ONLINE);

function codesIn(answer: unknown, scope = 'overall', catalog = CATALOG): string[] {
  const verdict = verifyAnswer(catalog, answer).find((each) => each.scope === scope);
  return verdict?.disagreements.map(({ code }) => code) ?? ['no verdict'];
}

describe('an answer as it was given', () => {
  test('has for its best the plan with two packs: 2000 + 2 × 900 = 3800, and agrees with its replay', () => {
    const { overall } = CALLS_ANSWER.proofs;
    expect([overall?.cost, overall?.lowerBound, overall?.gap]).toEqual(['3800.00', '3800.00', '0.00']);
    expect(overall?.cards.map(({ purchases }) => purchases.map(({ offer }) => offer))).toEqual([
      ['plan', 'pack', 'pack'],
    ]);
    expect(overall?.cards.map(({ total, recorded, currency }) => [total, recorded, currency])).toEqual([
      ['3800.00', '3800.00', 'KZT'],
    ]);
    for (const scope of ['overall', 'phone', 'pair']) expect(codesIn(CALLS_ANSWER, scope)).toEqual([]);
  });

  test('has for its pair the plan with an eSIM of 5 GB: 2000 KZT and 4 USD at 500 are 4000', () => {
    const { pair } = CALLS_ANSWER.proofs;
    expect([pair?.cost, pair?.cards.map(({ total }) => total)]).toEqual(['4000.00', ['2000.00', '4.00']]);
  });

  test('proves nothing of a kind that leaves a need unserved', () => {
    expect([CALLS_ANSWER.best.data?.serves, CALLS_ANSWER.proofs.data]).toEqual([false, null]);
  });

  test('agrees at a price of 2022 too: recorded 2590, today up to 5990, in the middle 4290', () => {
    const aged = anOffer({
      id: 'aged',
      version: {
        seen: { from: '2022', to: '2022', basis: 'as the test says' },
        fee: [{ amount: '2590 KZT', every: '30 days' }],
        allowances: [{ data: '20 GB' }],
        unpaid: 'unknown',
      },
    });
    const catalog = aCatalog([aged]);
    const answer = answerFor(catalog, ONLINE);
    expect(answer.proofs.overall?.cards.map(({ total, recorded }) => [total, recorded])).toEqual([
      ['4290.00', '2590.00'],
    ]);
    expect(codesIn(answer, 'overall', catalog)).toEqual([]);
  });

  test('agrees where calls go over the internet: 10 minutes are data of the eSIM', () => {
    const answer = answerFor(CATALOG, { ...ONLINE, usage: { data: '900MB/day', calls: { landline: '10min/day' } } });
    expect([answer.proofs.overall?.callsOverInternet, codesIn(answer)]).toEqual([true, []]);
  });

  test('says of the stay what a replay needs, the use of a day as a fraction', () => {
    expect(CALLS_ANSWER.stay).toMatchObject({
      cards: 2,
      needs: { localNumber: true, callsOverInternet: false, throttleAccepted: false },
      device: { esim: true, simSlots: 1 },
      profile: [
        { kind: 'data', to: 'internet', perDay: { num: 2 ** 30, den: 1 } },
        { kind: 'voice', to: '+77021234567', perDay: { num: 600, den: 1 } },
      ],
    });
  });
});

describe('an answer that was tampered with', () => {
  const overall = ({ proofs }: Answer) => proofs.overall as Proof;
  const pair = ({ proofs }: Answer) => proofs.pair as Proof;
  const card = (answer: Answer) => overall(answer).cards[0] as Card;
  const calls = (answer: Answer) => card(answer).uses.filter(({ kind }) => kind === 'voice');
  const first = <T>([item]: readonly T[]) => item as T;

  test.each<[string, (answer: Answer) => void, string[]]>([
    ['the total of a card', (a) => (card(a).total = '3800.01'), ['total']],
    ['its total as recorded', (a) => (card(a).recorded = '3799.99'), ['recorded']],
    ['its currency', (a) => (card(a).currency = 'USD'), ['currency']],
    ['a line of the ledger', (a) => (first(a.best.overall?.lines ?? []).amount = '1999.99'), ['ledger']],
    ['the sum of the choice', (a) => ((a.best.overall as Answer['choices'][0]).total.amount = '3799.00'), ['sum']],
    [
      'the cost, with the bound',
      (a) => Object.assign(overall(a), { cost: '3799.99', lowerBound: '3799.99' }),
      ['cost'],
    ],
    ['the gap', (a) => (overall(a).gap = '0.01'), ['gap']],
    [
      'a bound above the cost',
      (a) => Object.assign(overall(a), { lowerBound: '3800.01', gap: '-0.01' }),
      ['bound', 'beaten'],
    ],
    [
      'a call that nobody carries',
      (a) => (card(a).uses = card(a).uses.filter((use) => use !== first(calls(a)))),
      ['not-carried'],
    ],
    ['a byte less', (a) => (first(card(a).uses).amount -= 1), ['not-carried']],
    [
      'a byte more, for which the first pack has no room',
      (a) => (first(card(a).uses).amount += 1),
      ['unserved', 'not-asked'],
    ],
    ['a call to a landline instead', (a) => (first(calls(a)).to = 'landline'), ['not-carried', 'not-asked']],
    ['a call at another hour', (a) => (first(calls(a)).at = '2026-12-01T13:00:00'), ['not-carried', 'not-asked']],
    [
      'a use before the stay',
      (a) => (first(card(a).uses).at = '2026-11-30T09:00:00'),
      ['outside', 'not-carried', 'not-asked'],
    ],
    [
      'calls over the internet',
      (a) => (overall(a).callsOverInternet = true),
      ['calls-not-over-internet', 'not-carried', 'not-asked'],
    ],
  ])('%s', (_, tamper, expected) => {
    const answer = structuredClone(CALLS_ANSWER);
    tamper(answer);
    expect(codesIn(answer)).toEqual(expected);
  });

  test('a pack not bought: 900 less, and data that is refused', () => {
    const answer = structuredClone(CALLS_ANSWER);
    card(answer).purchases.pop();
    expect(codesIn(answer)).toEqual(expect.arrayContaining(['total', 'recorded', 'unserved', 'sum', 'cost']));
  });

  test.each([
    ['of another brand', 'beta-pack', 'misfit'],
    ['no longer sold', 'gone-pack', 'closed'],
  ])('a cheap pack %s', (_, offer, code) => {
    const answer = structuredClone(CALLS_ANSWER);
    const purchases = card(answer).purchases;
    (purchases[1] as (typeof purchases)[0]).offer = offer;
    expect(codesIn(answer)).toContain(code);
  });

  test('a pack that is used after its plan was given up', () => {
    const answer = structuredClone(CALLS_ANSWER);
    first(card(answer).purchases).until = '2026-12-10T00:00:00';
    expect(codesIn(answer)).toContain('given-up');
  });

  test('use of which one card carries a part a second time', () => {
    const answer = structuredClone(CALLS_ANSWER);
    const [phone, esimCard] = pair(answer).cards as [Card, Card];
    const use = phone.uses.find(({ kind }) => kind === 'data') as Card['uses'][0];
    esimCard.uses = [{ ...use, amount: 1024 }, ...esimCard.uses];
    expect(codesIn(answer, 'pair')).toContain('not-asked');
  });

  test('a bound that another choice of the answer goes below', () => {
    const answer = structuredClone(CALLS_ANSWER);
    Object.assign(pair(answer), { cost: '3799.00', lowerBound: '3799.00' });
    expect([codesIn(answer), codesIn(answer, 'pair')]).toEqual([['beaten'], ['cost']]);
  });

  test.each<[string, (answer: Answer) => void, string]>([
    ['a local number', ({ stay }) => Object.assign(stay.needs, { localNumber: true }), 'no-local-number'],
    ['codes by SMS', ({ stay }) => Object.assign(stay.needs, { otp: true }), 'no-local-number'],
    ['a network shut out', ({ stay }) => Object.assign(stay.networks, { exclude: ['alpha'] }), 'network-excluded'],
    ['a phone without eSIM', ({ stay }) => Object.assign(stay.device, { esim: false }), 'no-esim'],
  ])('a stay that needs more than a data card gives: %s', (_, tamper, code) => {
    const answer = structuredClone(ONLINE_ANSWER);
    tamper(answer);
    expect(codesIn(answer, 'data')).toEqual([code]);
  });

  test('a phone with fewer slots, a stay with fewer cards, data that may not be shared', () => {
    const slots = structuredClone(CALLS_ANSWER);
    Object.assign(slots.stay.device, { simSlots: 0 });
    expect(codesIn(slots)).toEqual(['too-many-slots']);
    const cards = structuredClone(CALLS_ANSWER);
    cards.stay.cards = 1;
    expect([codesIn(cards), codesIn(cards, 'pair')]).toEqual([[], ['too-many-cards']]);
    const shared = structuredClone(CALLS_ANSWER);
    Object.assign(shared.stay.needs, { hotspot: true });
    const forbids = aCatalog([{ ...PLAN, hotspot: 'forbidden' }, ...OFFERS.slice(1)], CATALOG);
    expect(
      codesIn(shared, 'overall', { ...forbids, offers: [{ ...PLAN, hotspot: 'forbidden' }, ...OFFERS.slice(1)] }),
    ).toEqual(['no-hotspot']);
  });

  test('slow data, where that is no longer accepted', () => {
    const slowed = anOffer({
      id: 'slowed',
      version: {
        fee: [{ amount: '10 KZT', every: '30 days' }],
        allowances: [{ data: '1 GB' }],
        rates: [{ data: { throttle: 64 } }],
      },
    });
    const catalog = aCatalog([slowed]);
    const answer = answerFor(catalog, { ...ONLINE, needs: { throttleAccepted: true } });
    expect(codesIn(answer, 'overall', catalog)).toEqual([]);
    Object.assign(answer.stay.needs, { throttleAccepted: false });
    expect(codesIn(answer, 'overall', catalog)).toEqual(['unserved']);
  });
});

describe('what cannot be checked', () => {
  const refusalOf = (value: unknown) => {
    try {
      verifyAnswer(CATALOG, value);
      return null;
    } catch (error) {
      return error instanceof CannotDo ? error.refusal : error;
    }
  };

  test('what is no answer, each place named', () => {
    expect(refusalOf(7)).toMatchObject({ code: 'bad-answer', problems: [{ path: 'answer', is: 'wrong-type' }] });
    const answer = structuredClone(CALLS_ANSWER) as unknown as {
      stay: { days?: number };
      proofs: { overall: { cost: string } };
    };
    delete answer.stay.days;
    answer.proofs.overall.cost = 'cheap';
    expect(refusalOf(answer)).toMatchObject({
      code: 'bad-answer',
      problems: [
        { path: 'stay.days', is: 'missing' },
        { path: 'proofs.overall.cost', is: 'wrong-form', example: '1600.00' },
      ],
    });
  });

  test('an offer that is not in the catalogue', () => {
    const answer = structuredClone(CALLS_ANSWER);
    answer.proofs.overall?.cards[0]?.purchases.push({ offer: 'plam', at: '2026-12-01T00:00:00' });
    expect(refusalOf(answer)).toMatchObject({ code: 'no-such-offer', id: 'plam' });
  });

  test('an answer without a proof', () => {
    const proofs = { overall: null, phone: null, data: null, pair: null };
    expect(refusalOf({ ...CALLS_ANSWER, proofs })).toEqual({ code: 'nothing-proven' });
  });
});

describe('a verdict in words', () => {
  test('names the card, what was found and what was expected', () => {
    const answer = structuredClone(CALLS_ANSWER);
    (answer.proofs.overall?.cards[0] as Card).total = '3700.00';
    const { agrees, checked } = verifyAnswerOf(verifyAnswer(CATALOG, answer), new Wording(en, 'en', CATALOG));
    expect([agrees, checked.map(({ agrees: each }) => each)]).toEqual([false, [false, true, true]]);
    expect(checked[0]?.findings).toEqual([
      {
        code: 'total',
        card: 0,
        text: 'At the middle of every price, card 1 (Alpha plan) costs ₸3,800.00; the answer says ₸3,700.00.',
      },
    ]);
  });

  test.each(['zh', 'en', 'ru', 'kk'] as const)('has no gap in %s', (language) => {
    const answer = structuredClone(CALLS_ANSWER);
    answer.stay.device = { ...answer.stay.device, simSlots: 0 };
    const proof = answer.proofs.overall as Proof;
    const [own] = proof.cards as [Card];
    own.purchases.pop();
    own.uses.pop();
    Object.assign(proof, { cost: '1.00', lowerBound: '2.00' });
    const { checked } = verifyAnswerOf(
      verifyAnswer(CATALOG, answer),
      new Wording(MESSAGES[language], language, CATALOG),
    );
    const texts = checked.flatMap(({ findings }) => findings.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(6);
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\(\)|（）|«»|“”| {2}| [.,;:]/);
  });
});
