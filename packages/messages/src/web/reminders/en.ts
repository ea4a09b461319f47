import { plural } from '../../plural.ts';

const locale = 'en';

/** Reminders from a server and when to be reminded, on the page of the cards held. */
export const remindersEn = {
  heading: 'Reminders from a server',
  lead: 'A server can remind you while this page is closed. It is told times, the sentences below and where to send them; never a balance, an amount or a number.',
  look: 'See what the server of this address offers',
  none: 'There is no server at this address, so nothing is sent from here; the calendar file reminds you all the same. If you know a server, open the app there and bring your cards in a saved file.',
  address: "The server's address",
  visit: 'Open the app there',
  told: 'What it would be told now',
  nothing: 'Nothing: no reminder is due in the days ahead.',
  has: ({ count }: { count: number }) =>
    plural(locale, count, { one: 'The server keeps # reminder.', other: 'The server keeps # reminders.' }),
  kinds: { push: 'Notifications of this browser', email: 'E-mail', telegram: 'Telegram' },
  off: ({ kind }: { kind: string }) => `${kind}: this server does not offer it.`,
  addPush: 'Turn on notifications',
  mail: 'E-mail address',
  askMail: 'Send a mail to confirm',
  mailHint: 'Nothing is sent there before you confirm it.',
  addTelegram: 'Connect Telegram',
  openTelegram: 'Open the bot and press Start',
  states: {
    pending: 'waits for you to confirm it',
    confirmed: 'on',
    stopped: 'stopped',
    gone: 'no longer reachable; add it again',
  },
  again: 'Look again',
  remove: ({ kind }: { kind: string }) => `Remove: ${kind}`,
  deleteAll: 'Delete everything on the server',
  deleted: 'Deleted: the server keeps nothing of this device.',
  notDeleted:
    'The server cannot be reached, so the reminders it has are not deleted. Nothing was forgotten; try again with a connection.',
  problems: {
    unreachable:
      'The server cannot be reached. Nothing is lost: it keeps what it had, and the next look at this page tries again.',
    denied:
      'This browser does not allow notifications here. Nothing was changed. Allow them in its settings, or take e-mail, Telegram or the calendar file.',
    'no-push':
      'This browser has no push notifications. Nothing was changed; take e-mail, Telegram or the calendar file.',
    'push-service': "The browser's push service cannot be reached. Nothing was changed; try again later.",
    'not-kept':
      'This device keeps nothing (private mode or no space), so the reminders could never be deleted. Nothing was turned on.',
    'bad-key': 'The server does not know this device any more. Add the ways to be reminded anew.',
    'mail-unreachable': 'The mail server cannot be reached; no mail was sent. Try again later.',
    'mail-refused': 'The mail server does not take mail for this address. Check it.',
    'asked-often': 'This address was asked often enough for one day. Try again tomorrow.',
    'too-many-requests': 'Too much was asked at once. Wait a minute.',
    'too-many-channels': 'There are as many ways to be reminded as there may be. Remove one first.',
    other: 'The server did not take this. Nothing was changed.',
  },
  alerts: 'When to be reminded',
  used: 'Percent of an allowance used',
  beforeCharge: 'Days before a charge the balance cannot meet',
  beforeEnd: 'Days before something ends',
  alertsHint:
    'Numbers with commas between; empty: never. At most one reminder a day for a card, unless service would stop.',
  hour: 'Hour of the day',
  badList: 'Whole numbers with commas between, such as 3, 1.',
  set: 'Set',
  about: 'Facts about the card',
  usage: 'Usage file (CSV with at,kind,to,amount,app)',
  data: 'Expected data, megabytes a day',
  calls: 'Expected calls, minutes a day',
  handset: 'This phone first used a local card on',
  idle: 'Days without use after which the number is blocked',
};
