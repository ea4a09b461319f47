import { plural } from '../plural.ts';
import type { ExplainMessages } from './messages.ts';

export const explainEn: ExplainMessages = {
  intro: ({ days }) => `Four kinds of card, side by side, for your stay of ${days}:`,
  kinds: { phone: 'phone card', data: 'data card', hybrid: 'hybrid card', 'app-pass': 'app pass' },
  what: {
    phone:
      "An operator's SIM with a number: calls, SMS and data together, mostly paid by a fee that recurs. It is registered to a person.",
    data: 'For going online only, travel eSIMs included: paid by volume or by the day, mostly without a fee that recurs. Messengers replace the calls.',
    hybrid: 'A data card that also has a number and some calls.',
    'app-pass':
      'Not a card: a pack on top of a plan that leaves the data of certain apps uncounted. Everything else is up to the plan.',
  },
  abilities: {
    'local-number': 'local number, codes by SMS',
    calls: 'calls',
    messages: 'SMS',
    internet: 'internet',
    hotspot: 'sharing by hotspot',
  },
  forms: {
    monthly: 'by the month',
    weekly: 'by the week',
    daily: 'by the day',
    term: 'by another term',
    once: 'once',
    'as-used': 'for each use',
  },
  yes: 'yes',
  no: 'no',
  unknown: 'not known',
  some: ({ yes, of }) => `${yes} of ${of}`,
  onlyApps: ({ apps }) => `only ${apps}`,
  onlySomeApps: ({ count }) => `only ${plural('en-GB', count, { one: '# app', other: '# apps' })}`,
  rows: {
    offers: 'on record',
    price: 'paid',
    best: 'best for you',
    cost: 'cost of the stay',
    trouble: 'trouble',
    asks: 'Asks of you',
  },
  offers: ({ offers, sellers }) =>
    `${plural('en-GB', offers, { one: '# offer', other: '# offers' })}, ${plural('en-GB', sellers, { one: '# seller', other: '# sellers' })}`,
  none: 'none',
  noneForYou: 'none for you',
  onTopOf: ({ offer }) => `on top of ${offer}`,
  withoutPlan: ({ cost }) => `${cost} beside the plan`,
  unserved: ({ why }) => `does not serve all you need: ${why}`,
  asksNothing: 'nothing on record',
  noSuchChoice: ({ asked, similar, most }) =>
    `There is no choice "${asked}"${similar === '' ? '' : `; near it: ${similar}`}. Give a number from 1 to ${most}, phone, data, pair, or an offer of the list.`,
};
