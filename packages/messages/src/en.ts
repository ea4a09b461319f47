import { contactsEn } from './contacts/en.ts';
import { coverage } from './coverage/en.ts';
import { explainEn } from './explain/en.ts';
import { formalitiesEn } from './formalities/en.ts';
import { judgedEn } from './judged/en.ts';
import { keeper } from './keeper/en.ts';
import type { Messages } from './messages.ts';
import { type PluralForms, plural } from './plural.ts';
import { unreadableEn } from './usage/en.ts';
import { webEn } from './web/en.ts';
import { whatIfEn } from './what-if/en.ts';

const locale = 'en-GB';
const count = (forms: PluralForms) => (number: number) => plural(locale, number, forms);
const forWhat = (scope: string) => (scope === '' ? '' : ` (${scope})`);
/** `offer` is empty where a fee is spoken of inside another sentence. */
const of = (offer: string) => (offer === '' ? '' : ` of ${offer}`);
const by = (offer: string) => (offer === '' ? '' : ` by ${offer}`);
const offersText = count({ one: '# offer', other: '# offers' });
const sellersText = count({ one: '# seller', other: '# sellers' });
const combinationsText = count({ one: '# combination', other: '# combinations' });

export const en: Messages = {
  locale,
  signs: { comma: ', ', semicolon: '; ', colon: ': ', inBrackets: ({ text }) => ` (${text})` },
  formalities: formalitiesEn,
  contacts: contactsEn,
  explain: explainEn,
  judged: judgedEn,
  coverage,
  keeper,
  units: {
    sms: count({ one: '# SMS', other: '# SMS' }),
    mms: count({ one: '# MMS', other: '# MMS' }),
    days: count({ one: '# day', other: '# days' }),
    unlimited: {
      voice: 'unlimited calls',
      sms: 'unlimited SMS',
      mms: 'unlimited MMS',
      data: 'unlimited data',
      money: 'unlimited money',
    },
    months: count({ one: '# month', other: '# months' }),
    calendarMonth: 'calendar month',
    gigabyte: 'GB',
    megabyte: 'MB',
  },
  ranges: {
    between: ({ low, high }) => `${low} to ${high}`,
    atLeast: ({ low }) => `at least ${low}`,
  },
  unknown: 'not known',
  lines: {
    'sim-price': ({ offer }) => `SIM card${of(offer)}`,
    'activation-fee': ({ offer }) => `Activation${of(offer)}`,
    fee: ({ offer }) => `Fee${of(offer)}`,
    discount: ({ offer }) => `Group discount on ${offer}`,
    tax: ({ offer }) => `Value-added tax on ${offer}`,
    commission: () => 'Commission on the top-up',
    'fee-not-taken': ({ offer }) => `The fee of ${offer} could not be taken`,
    fallback: ({ offer }) => `${offer} started by itself`,
    grant: ({ offer, volume, scope }) => `${offer} grants ${volume}${forWhat(scope)}`,
    consumption: ({ offer, volume, scope }) => `${volume} from the allowance of ${offer}${forWhat(scope)}`,
    'used-up': ({ offer, scope }) => `Allowance of ${offer} used up${forWhat(scope)}`,
    usage: ({ offer, volume, scope }) => `${volume} at the rate of ${offer}${forWhat(scope)}`,
    throttled: ({ offer, volume, kbps }) => `${volume} of ${offer} at reduced speed (${kbps})`,
    unpriced: ({ offer, volume, scope, reason }) => `${volume}${forWhat(scope)} with ${offer}: ${reason}`,
    refusal: ({ offer, volume, scope, reason }) =>
      `${volume === '' ? 'Refused' : `${volume}${forWhat(scope)} refused`}${by(offer)}: ${reason}`,
    expiry: ({ offer, volume, scope }) => `${volume} of ${offer} expired unused${forWhat(scope)}`,
    exchange: ({ offer, volume }) => `${volume} in exchange, ${offer}`,
    credit: ({ offer, volume }) => `${volume} lent by ${offer}`,
    repayment: ({ offer }) => `Repayment of ${offer}`,
    end: ({ offer }) => `${offer} ends`,
  },
  partOfFee: ({ offer }) => `Part of the fee of ${offer}, for the money there was`,
  reasons: {
    'not-carried': 'this card does not carry it',
    'no-price': 'a price is not on record',
    'price-unknown': 'the price is not known',
    'used-up': 'the allowance is used up',
    'daily-cap': 'the daily limit is reached',
    'no-money': 'the balance is too low',
    'no-card': 'no plan is active',
    'not-started': 'it was not started',
    'unknown-behaviour': 'what applies without the fee is not known',
  },
  destinations: {
    'on-net': 'own network',
    'national-mobile': 'other mobile operators',
    landline: 'landlines',
    national: 'all numbers in the country',
    group: 'own group',
    favourites: 'chosen numbers',
    intl: 'abroad',
    unlisted: 'a list that is not on record',
    internet: 'internet',
    short: (number) => `short number ${number}`,
    country: (name) => name,
  },
  scope: {
    to: (list) => `to ${list}`,
    apps: (list) => `for ${list}`,
    appKinds: {
      messengers: 'messengers',
      'social networks': 'social networks',
      'video conferences': 'video conferences',
      'education sites': 'sites for learning',
    },
    hours: (list) => `from ${list}`,
    notOver: (list) => `not over ${list}`,
    network: (name) => `on ${name} only`,
    homeZone: 'in the home region',
    awayZone: 'outside the home region',
    until: (day) => `until ${day}`,
  },
  refusals: {
    'bad-days': ({ days, most }) => `A stay has 1 to ${most} days, not ${days}. Give --days a number in between.`,
    'use-outside-stay': ({ count, first, last }) =>
      `${count} uses lie outside ${first} to ${last}. Set --start and --days so that they cover the file.`,
    'no-such-offer': ({ id, similar }) =>
      `There is no offer "${id}"${similar === '' ? '' : `; near it: ${similar}`}. "simwise offers" lists them all.`,
    'left-out': ({ id, reason }) => `"${id}" is known but not priced: ${reason}`,
    'before-first-version': ({ id, first, asked }) =>
      `Nothing is known of "${id}" before ${first}, and ${asked} is earlier. Ask for a day from then on.`,
    'no-such-payment': ({ id, payment, known }) =>
      `"${id}" cannot be paid "${payment}"${known === '' ? '; there is one way to pay it' : `; it can be paid ${known}`}.`,
    'mixed-currencies': ({ currencies }) => `Offers in ${currencies} cannot be on one card. Price them one by one.`,
    'several-plans': ({ plans }) =>
      `A card runs on one base plan, and these are several: ${plans}. Price them one by one.`,
    'bad-number': ({ number }) => `"${number}" is not a number such as +77011234567.`,
    'no-exchange-rate': ({ from, to, known }) =>
      `No rate of exchange from ${from} to ${to} is on record. There are rates for ${known}.`,
    'bad-stay': ({ problems }) => `The stay cannot be read: ${problems}.`,
    'bad-answer': ({ problems }) =>
      `This is not the JSON of "simwise advise --json" with its proofs: ${problems}. Make it anew.`,
    'nothing-proven': () =>
      'The answer proves nothing, so there is nothing to replay. Make it anew with "simwise advise --json".',
    'no-such-activity': ({ id, known }) => `There is no activity "${id}". Known are ${known}.`,
  },
  problems: {
    missing: ({ path }) => `${path}: missing`,
    empty: ({ path }) => `${path}: empty`,
    'wrong-type': ({ path, expected }) => `${path}: should be ${expected}`,
    'unknown-fields': ({ path, fields }) => `${path}: has no field ${fields}`,
    'not-one-of': ({ path, known }) => `${path}: should be one of ${known}`,
    'too-small': ({ path, least }) => `${path}: should be at least ${least}`,
    'too-big': ({ path, most }) => `${path}: should be at most ${most}`,
    'wrong-form': ({ path, example }) => `${path}: is written such as ${example}`,
  },
  valueTypes: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
  },
  badText: ({ kind, text, examples }) => `"${text}" is not ${kind}. Write it like ${examples}.`,
  textKinds: {
    money: 'an amount of money',
    'sane-money': 'what an offer may cost, a hundred million at most',
    volume: 'a volume',
    'unit-price': 'a price for a unit',
    period: 'a period',
    increment: 'an increment',
    hours: 'a range of hours',
    'data-use': 'a use of data',
    'call-use': 'a use of calls',
    'message-use': 'a use of messages',
    'sane-use': 'what a person can use in a day',
    destination: 'a destination',
  },
  warnings: {
    unserved: ({ unserved }) => `Not served: ${unserved}.`,
    estimate: ({ offer }) => `The price of ${offer} is an estimate: it was last seen more than a year ago.`,
    reference: ({ offer }) =>
      `${offer} is not for sale: it stands in for local cards whose price today is not on record.`,
    old: ({ offer, seen }) => `The price of ${offer} was last seen: ${seen}.`,
    'fair-use': ({ offer }) => `${offer} is called unlimited, but may be slowed at a volume that nobody states.`,
    'no-local-number': () => 'It has no number of the country, which you need.',
    'no-code-messages': () => 'Codes by SMS to a local number cannot reach it.',
    'hotspot-unknown': ({ offer }) => `Whether ${offer} lets you share its data is not known.`,
    'network-unknown': ({ offer }) => `Which network carries ${offer} is not known.`,
    'open-range': () => 'How much it may cost at most is not known.',
    'calls-over-internet': () => 'Calls go over a messenger, which the person called must have too.',
    'old-rate': ({ from, day }) => `The rate of exchange of ${from} is of ${day}.`,
    'number-by-prefix': () =>
      'Networks of numbers are told by their prefix; a number that was moved to another operator keeps it.',
    'needs-plan': ({ offer }) => `${offer} works only on top of a base plan, which is not in this price.`,
    closed: ({ offer }) => `${offer} is no longer sold.`,
  },
  why: {
    cheapest: ({ by }) =>
      by === '' ? 'It is the only choice that serves every need.' : `It costs least, ${by} less than the next choice.`,
    tied: ({ with: others }) =>
      `It costs least by the middle of the range, but ${others} more cannot be told apart from it.`,
    dearer: ({ by }) => `It costs ${by} more than the first choice, by the middle of the range.`,
    unserved: () => 'It leaves a need unserved and is listed after those that do not.',
    'made-of': ({ offer, share }) => `${share} of the cost is ${offer}.`,
    free: () => 'It costs nothing on record.',
  },
  breaks: {
    'data-above': ({ bytesPerDay }) => `more than ${bytesPerDay} a day`,
    'valid-until': ({ day, offer }) => `a stay beyond ${day} (${offer})`,
  },
  leftOut: {
    closed: 'no longer sold',
    'later-version': 'known only for later days',
    'not-eligible': 'for other customers (companies, existing or foreign customers)',
    'price-unknown': 'without a price on record',
    'price-too-old': 'with a price too old to bound',
    'no-exchange-rate': 'in a currency without a rate on record',
    'no-esim': 'for phones with eSIM',
    'no-hotspot': 'that forbid sharing data',
    'not-a-card': 'services that are not cards or packs',
    'reference-not-needed': 'stand-ins that are not needed',
  },
  basis: ({ offer, seen }) => `${offer}: price seen ${seen}.`,
  estimate: ({ offer, seen, factor, from, to }) =>
    `${offer}: estimate. Seen ${seen}; the official price of an entry bundle rose ${factor}-fold from ${from} to ${to}, so the price lies between the recorded one and ${factor} times as much.`,
  estimateOpen: ({ offer, seen }) =>
    `${offer}: estimate. Seen ${seen}; no official price reaches back so far, so nothing bounds it from above.`,
  seen: ({ from, to }) => (from === to ? from : `between ${from} and ${to}`),
  seenUnknown: 'on a day nobody recorded',
  assumedIncrements: 'Where a page does not say in which steps use is counted, a second and a kilobyte are assumed.',
  presets: {
    transit: 'passing through',
    tourist: 'tourist',
    'business-trip': 'business trip',
    student: 'student',
    resident: 'resident',
    'remote-worker': 'remote worker',
  },
  kinds: { phone: 'phone card', data: 'data card', pair: 'phone card and data card' },
  cards: { phone: 'phone card', data: 'data card', hybrid: 'hybrid card', 'travel-esim': 'travel eSIM' },
  tiers: { A: 'A, solid', B: 'B, fair', C: 'C, weak', D: 'D, hearsay or long ago' },
  command: {
    total: 'Total',
    between: ({ low, high }) => `between ${low} and ${high}`,
    atLeast: ({ low }) => `at least ${low}; the rest is not known`,
    left: 'Left at the end',
    leftUntil: ({ volume, scope, until }) => `${volume}${forWhat(scope)}${until === '' ? '' : `, until ${until}`}`,
    sources: 'Sources',
    tier: 'Confidence',
    compared: ({ offers, sellers, choices }) =>
      `Compared: ${offersText(offers)} of ${sellersText(sellers)}, in ${combinationsText(choices)}.`,
    leftOut: ({ count: number }) => `Left out: ${offersText(number)}`,
    use: 'Use',
    best: { overall: 'Best overall', phone: 'Best phone card', data: 'Best data card', pair: 'Best pair' },
    buy: 'Buy',
    value: ({ perGigabyte, perDay }) => `${perGigabyte === '' ? '' : `${perGigabyte} a gigabyte, `}${perDay} a day`,
    tied: ({ count: number }) => `${number} choices cannot be told apart by cost`,
    breaks: 'Breaks with',
    proven: ({ excluded }) =>
      `Proven: at the middle of every price no other combination is cheaper (${excluded} ruled out).`,
    unproven: ({ gap }) =>
      `Not proven to the end: at the middle of every price another combination may be cheaper by up to ${gap}.`,
    offers: ({ count: number }) => offersText(number),
    price: 'Price',
    closed: 'closed',
    open: 'on sale',
    saleUnknown: 'sale not known',
    notes: 'Notes',
    codes: 'Codes',
    networks: 'Networks',
    rate: ({ from, to, rate, day }) => `1 ${from} = ${rate} ${to}, rate of ${day}`,
    fields: { start: 'start', days: 'days', data: 'data', calls: 'calls', sms: 'SMS', needs: 'needs', device: 'phone' },
  },
  ask: {
    intro: 'Which card for Kazakhstan? A few questions; "I do not know" is always an answer.',
    preset: 'What brings you here?',
    start: 'From which day? (YYYY-MM-DD)',
    days: 'For how many days?',
    data: 'What do you do online? (space marks, Enter goes on; nothing marked is "I do not know")',
    howMuch: {
      hour: ({ activity }) => `How many hours a day: ${activity}?`,
      minute: ({ activity }) => `How many minutes a day: ${activity}?`,
      piece: ({ activity }) => `How many times a day: ${activity}?`,
    },
    dataKnown: 'How much data a day? (such as 800MB)',
    dataUnknown: 'I do not know',
    calls: 'How many minutes a day do you call numbers in the country?',
    number: 'Do you need a local number, for codes by SMS or for being called?',
    esim: 'Can your phone use eSIM?',
    unsure: 'I do not know',
    yes: 'yes',
    no: 'no',
    cancelled: 'Stopped. Nothing was kept.',
    badDay: 'A day is written such as 2026-12-01.',
    badDays: 'A whole number from 1 to 3660.',
    badCount: 'A number such as 2 or 0.5, at most 1000.',
  },
  unreadable: unreadableEn,
  web: webEn,
  whatIf: whatIfEn,
};
