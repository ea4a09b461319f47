import type { VerifyMessages } from './messages.ts';

export const verifyEn: VerifyMessages = {
  card: ({ number, offer }) => `card ${number} (${offer})`,
  agrees: ({ best, cost, bound }) =>
    `${best}: agrees. It costs ${cost}, its lower bound is ${bound}, and every need is served.`,
  disagrees: ({ best }) => `${best}: does not agree with its replay.`,
  disagreements: {
    total: ({ card, found, expected }) =>
      `At the middle of every price, ${card} costs ${expected}; the answer says ${found}.`,
    recorded: ({ card, found, expected }) =>
      `At the recorded prices, ${card} costs ${expected}; the answer says ${found}.`,
    ledger: ({ card, day, found, expected }) =>
      `On ${day}, ${card} is charged ${expected}; the ledger of the answer says ${found}.`,
    sum: ({ found, expected }) => `At the recorded prices the cards add up to ${expected}; the answer says ${found}.`,
    cost: ({ found, expected }) =>
      `At the middle of every price the cards add up to ${expected}; the answer says ${found}.`,
    gap: ({ found, expected }) => `Cost and lower bound are ${expected} apart; the answer says ${found}.`,
    bound: ({ bound, cost }) => `The lower bound of ${bound} is above the cost of ${cost}.`,
    beaten: ({ bound, cost, by }) => `The lower bound of ${bound} is above ${cost}, the cost of another choice: ${by}.`,
    currency: ({ card, found, expected }) => `The money of ${card} is ${expected}; the answer says ${found}.`,
    outside: ({ card, at }) => `Outside the stay, on ${at}, something is bought or used with ${card}.`,
    'given-up': ({ card, at }) => `On ${at}, ${card} is used without a base plan: it is not bought yet, or given up.`,
    misfit: ({ card, pack }) => `${pack} cannot be bought on ${card}.`,
    closed: ({ offer }) => `${offer} is no longer sold.`,
    unserved: ({ card, use }) => `Not served by ${card}: ${use}.`,
    'not-carried': ({ use, at }) => `Carried by no card, from ${at} on: ${use}.`,
    'not-asked': ({ use, at }) => `Carried though the stay does not ask for it, from ${at} on: ${use}.`,
    'no-local-number': () => 'A number of the country is needed, and no card has one.',
    'calls-not-over-internet': () => 'Calls go over a messenger, which the stay does not accept.',
    'no-hotspot': ({ offer }) => `Data is to be shared, and ${offer} forbids it.`,
    'no-esim': ({ offer }) => `${offer} is an eSIM, which the phone cannot use.`,
    'network-excluded': ({ offer }) => `${offer} runs only on networks that the stay excludes.`,
    'too-many-cards': ({ found, most }) => `Number of cards: ${found}; the stay allows ${most}.`,
    'too-many-slots': ({ found, most }) => `Cards in the phone at once: ${found}; slots it has: ${most}.`,
  },
};
