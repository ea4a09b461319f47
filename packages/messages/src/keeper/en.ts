import type { KeeperMessages } from './messages.ts';

/** The days in which something may come, in brackets. */
function span(early: string, late: string): string {
  if (early === late) return '';
  return late === '' ? ` (${early} or later, perhaps not at all)` : ` (${early} to ${late})`;
}

export const keeper: KeeperMessages = {
  kinds: { data: 'data', voice: 'minutes', sms: 'SMS', mms: 'MMS', money: 'bonus money' },
  calendarName: 'SIM cards',
  titles: {
    'runs-out': ({ name, kind }) => `${name}: ${kind} may run out`,
    'money-out': ({ name }) => `${name}: the money may run out`,
    charge: ({ name, amount }) => `${name}: a charge of ${amount}`,
    ends: ({ name, offer }) => `${name}: ${offer} ends`,
    expires: ({ name, left }) => `${name}: ${left} expire`,
    lost: ({ name, offer }) => `${name}: ${offer} is lost if it stays unpaid`,
    idle: ({ name }) => `${name}: the number is blocked if it is not used`,
    handset: ({ name }) => `${name}: the phone is blocked if it is not registered`,
    'price-steps': ({ name, offer }) => `${name}: new price of ${offer}`,
    'offer-changed': ({ name, offer }) => `${name}: other terms of ${offer}`,
    'offer-gone': ({ name, offer }) => `${name}: ${offer} is no longer on record`,
  },
  foreseen: {
    'runs-out': ({ kind, day, early, late, after }) =>
      `By ${day} the ${kind} will likely have run out${span(early, late)}; then ${after}.`,
    'money-out': ({ day, early, late }) => `By ${day} the money will likely have run out${span(early, late)}.`,
    charge: ({ offer, day, amount }) => `${day}: ${offer} takes ${amount}.`,
    ends: ({ offer, day, left }) => `${day}: ${offer} ends${left === '' ? '' : `; of it ${left} are left today`}.`,
    expires: ({ offer, day, left }) => `${day}: ${left} of ${offer} expire.`,
    lost: ({ offer, day }) => `${day}: ${offer} ends for good if its fee stays unpaid.`,
    idle: ({ day, days }) => `${day}: after ${days} without use or top-up the number is blocked.`,
    handset: ({ day, days }) => `${day}: the ${days} end in which this phone works without registration.`,
    'price-steps': ({ offer, day, before, after }) => `${day}: ${offer} costs ${after} from then on, not ${before}.`,
    'offer-changed': ({ offer, day }) =>
      `The catalogue has other terms of ${offer}, ${day}. Whether they apply to your card is not known: ask the operator.`,
    'offer-gone': ({ offer }) =>
      `${offer} is no longer in the catalogue: nothing can be foreseen for it. Your readings are kept.`,
  },
  after: {
    charged: 'it is charged',
    slowed: 'it is slowed',
    refused: 'it stops',
    unknown: 'what follows is not known',
  },
  need: {
    met: 'The money on the card meets it.',
    unknown: 'No balance is known: read it off and type it in.',
    missing: ({ amount }) => `${amount} are missing.`,
    open: ({ amount }) => `At least ${amount} are missing; the price is not known.`,
  },
  fallback: {
    rates: () => 'If it is not paid, use is charged at other rates.',
    'not-started': () => 'If it is not paid, the service does not start.',
    suspended: () => 'If it is not paid, the service is suspended.',
    pack: ({ pack }) => `If it is not paid, ${pack} starts by itself.`,
    part: () => 'If it is not paid in full, a part in proportion to the money starts.',
    unknown: () => 'What happens if it is not paid is not known.',
  },
  fallbackCost: ({ days, cost }) => `That costs ${cost} in ${days} of your use.`,
  actions: {
    nothing: () => 'Do nothing.',
    'top-up': ({ topUp }) => (topUp === '' ? 'Top up in time.' : `Top up ${topUp}.`),
    buy: ({ offer, day, times }) => `Buy ${offer} on ${day}${times === '' ? '' : `, ${times} times until then`}.`,
  },
  dial: ({ code }) => `Dial ${code}.`,
  topUpFirst: ({ topUp }) => `Top up ${topUp} first.`,
  actionCost: ({ cost, day }) => `Until ${day} the card then takes ${cost}.`,
  notSaved: 'No action on record keeps the service at full speed.',
  reminders: {
    used: ({ name, kind, percent }) => `${name}: ${kind} ${percent} used.`,
    charge: ({ name, day }) => `${name}: a charge is due on ${day} and the money may not suffice. Top up.`,
    'charge-unknown': ({ name, day }) => `${name}: a charge is due on ${day}. Check the balance.`,
    'money-out': ({ name, day }) => `${name}: the money may run out by ${day}. Top up.`,
    ends: ({ name, day }) => `${name}: a service ends on ${day}.`,
    expires: ({ name, day }) => `${name}: something not used up expires on ${day}.`,
    lost: ({ name, day }) => `${name}: a service ends for good on ${day} if it stays unpaid.`,
    idle: ({ name, day }) => `${name}: use the card before ${day}, or the number is blocked.`,
    handset: ({ name, day }) => `${name}: register the phone before ${day}, or it is blocked.`,
    'price-steps': ({ name, day }) => `${name}: the price changes on ${day}.`,
    'offer-changed': ({ name, day }) => `${name}: the terms may change on ${day}.`,
  },
  doubts: {
    'nothing-understood': () => 'Nothing was understood. Mark what the numbers mean.',
    'other-brand': ({ brand }) => `This reply names ${brand}, not the operator of this card.`,
    'cut-off': () => 'This looks like a part of a message. Paste all of it.',
    'two-balances': () => 'Two balances are told; which one counts is not clear.',
    'not-on-card': ({ kind }) => `No offer of this card grants ${kind}.`,
    'which-bucket': ({ kind }) => `Several amounts of ${kind} are told; they are added up.`,
    'number-two-ways': ({ number }) => `${number} can be read in two ways.`,
    'only-used': ({ kind }) => `It tells how much of the ${kind} is used, not what is left.`,
  },
  refusals: {
    'not-a-keeper-file': () => 'This is not a file of the keeper. Nothing was changed.',
    'newer-file': ({ version }) =>
      `This file is of a newer program (version ${version}). Update the program; nothing was changed.`,
    'damaged-file': ({ path, problem }) =>
      `The keeper's file is damaged at ${path}: ${problem}. It was left as it is; import an export of it, or mend that place.`,
    'no-such-card': ({ card, known }) => `No card is called ${card}. Cards: ${known}.`,
    'no-card-held': () => 'No card is held yet. Add one first.',
    'which-card': ({ known }) => `Which card? Name one: ${known}.`,
    'name-taken': ({ name }) => `Another card is called ${name} already. Choose another name.`,
    'bad-name': ({ problem }) => `This name cannot be used: ${problem}.`,
    'no-such-offer': ({ offer, similar }) =>
      `No offer ${offer} is on record.${similar === '' ? '' : ` Similar: ${similar}.`}`,
    'before-first-version': ({ offer, first }) =>
      `The terms of ${offer} are on record from ${first} on only. Give a later start.`,
    'not-one-plan': ({ plans }) => `A card has exactly one plan; here: ${plans === '' ? 'none' : plans}.`,
    'mixed-currencies': ({ currencies }) => `The offers of one card are in one currency; here: ${currencies}.`,
    'other-currency': ({ currency, expected }) => `This card counts in ${expected}, not in ${currency}.`,
    'in-the-future': ({ at }) => `${at} is still to come. A reading is of now or before.`,
    'before-the-card': ({ at, start }) => `${at} is before the card began (${start}).`,
    'nothing-to-undo': () => 'There is nothing to undo.',
    'no-such-entry': ({ entry }) => `There is no entry ${entry}.`,
    'nothing-said': () => 'Say something: a balance, or what is left.',
    'no-use': () => 'There is no use in this file.',
    'no-such-allowance': ({ offer, index }) => `${offer} has no allowance number ${index}.`,
    'not-an-advice': () => 'This is not an advice with that choice. Save one with: simwise advise --json.',
    'bad-alerts': ({ problem }) => `These alerts cannot be set: ${problem}.`,
    'bad-marks': ({ numbers, marks }) => `The reply has ${numbers} numbers and ${marks} marks; give one mark for each.`,
  },
  cardDoubts: {
    surplus: ({ kind, amount, time, entry }) =>
      `On ${time} there was ${amount} more of ${kind} than could be: a top-up or purchase is missing, or one of two readings is wrong (undo ${entry}).`,
    contradiction: ({ time, entry, other }) =>
      `Entries ${other} and ${entry} of ${time} say different things; the later one counts. Undo the wrong one.`,
    'not-granted': ({ kind, time, entry }) =>
      `On ${time} entry ${entry} tells ${kind}, which no offer of this card grants: buy it here (keep buy) or undo it.`,
  },
  entries: {
    state: ({ what }) => `read: ${what}`,
    'top-up': ({ what }) => `topped up ${what}`,
    purchase: ({ what }) => `bought ${what}`,
    counter: ({ what }) => `data counter at ${what}`,
    usage: ({ what }) => `usage file: ${what}`,
  },
  undoneMark: 'undone',
  usedBy: {
    'usage-file': 'from a usage file',
    readings: 'from your readings',
    counter: "from the phone's counter",
    expected: 'as expected',
  },
  status: {
    balance: 'Balance',
    balanceUnknown: 'not known',
    left: 'Left',
    nothingLeft: 'nothing',
    use: 'Use',
    perDay: ({ amount, from }) => `${amount} a day, ${from}`,
    spending: 'other spending',
    ahead: 'Ahead',
    nothingAhead: 'Nothing is foreseen.',
    history: 'History',
    next: 'What to do next',
    gone: 'The plan of this card is no longer on record.',
    noCards: 'No card is held. Add one: simwise keep add --offer ID --start DAY',
  },
  done: {
    added: ({ name, id }) => `Added ${name} (${id}).`,
    removed: ({ name }) => `Removed ${name}.`,
    changed: ({ name }) => `Changed ${name}.`,
    recorded: ({ name }) => `Recorded for ${name}.`,
    undone: ({ what }) => `Undone: ${what}.`,
    readAs: 'Read as:',
    confirm: 'Is that right?',
    notRecorded: 'Nothing was recorded. Add --yes if it is right.',
    taught: 'Learned. Replies of this form are read so from now on.',
    mark: ({ numbers }) =>
      `Numbers of this reply: ${numbers}. Teach with --mark, one for each: balance, left:GB, left:min, nothing.`,
    alerts: ({ used, beforeCharge, beforeEnd, hour }) =>
      `Alerts: at ${used} % used; ${beforeCharge} days before a charge; ${beforeEnd} days before an end; at ${hour}.`,
    calendar: ({ file }) => `Calendar written to ${file}.`,
    exported: ({ file }) => `Exported to ${file}.`,
    imported: ({ cards }) => `Imported: ${cards}.`,
  },
};
