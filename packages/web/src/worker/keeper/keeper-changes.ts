import { readUsageCsv } from '@simwise/advisor/usage';
import type { CompiledCatalog } from '@simwise/catalog';
import {
  currencyDecimals,
  formatLocal,
  formatMinor,
  type LocalSecond,
  localSecondOf,
  money,
  parseDay,
} from '@simwise/engine';
import {
  type AmountLeft,
  addAdvised,
  addCard,
  changeCard,
  currencyOf,
  findCard,
  type Keeper,
  type KeptCard,
  record,
  removeCard,
  type Said,
  setAlerts,
  undo,
  usageSaid,
} from '@simwise/keeper';
import type { KeeperRequest, TypedCard, TypedFacts, TypedState } from './keeper-protocol.ts';

export type ChangeRequest = Extract<
  KeeperRequest,
  {
    readonly do:
      | 'add'
      | 'take'
      | 'state'
      | 'top-up'
      | 'buy'
      | 'counter'
      | 'usage'
      | 'facts'
      | 'alerts'
      | 'record'
      | 'undo'
      | 'remove';
  }
>;

export type Moment = { readonly catalog: CompiledCatalog; readonly now: LocalSecond };

/** The keeper after a change. @throws KeeperRefused where it cannot be made. */
export function changed(keeper: Keeper, request: ChangeRequest, moment: Moment): Keeper {
  const { catalog } = moment;
  if (request.do === 'add') return added(keeper, request.card, moment);
  if (request.do === 'take') {
    const { advised, expected } = request;
    const answer = { best: { overall: null, phone: null, data: null, pair: null }, choices: [advised] };
    return addAdvised(keeper, catalog, { answer, choice: advised.rank, expected }).keeper;
  }
  if (request.do === 'alerts') return setAlerts(keeper, request.alerts);
  const card = findCard(keeper, request.card);
  if (request.do === 'facts') return changeCard(keeper, card, factsIn(request.facts, card));
  if (request.do === 'undo') return undo(keeper, card, request.entry).keeper;
  if (request.do === 'remove') return removeCard(keeper, card);
  return record(keeper, card, { said: saidIn(request, card, moment), ...moment });
}

function added(keeper: Keeper, { name, offer, start, balance }: TypedCard, moment: Moment): Keeper {
  const offers = [{ offer, start: localSecondOf(parseDay(start)) }];
  const grown = addCard(keeper, moment.catalog, { name, offers });
  if (balance === undefined) return grown.keeper;
  const said = stateSaid({ balance }, grown.card, moment);
  return record(grown.keeper, grown.card, { said, ...moment });
}

type SayRequest = Extract<ChangeRequest, { readonly do: 'state' | 'top-up' | 'buy' | 'counter' | 'usage' | 'record' }>;

function saidIn(request: SayRequest, card: KeptCard, moment: Moment): Said {
  const at = formatLocal(moment.now);
  switch (request.do) {
    case 'state':
      return stateSaid(request.state, card, moment);
    case 'top-up':
      return { is: 'top-up', at, amount: written(request.amount, currencyOf(moment.catalog, card)) };
    case 'buy':
      return { is: 'purchase', at, offer: request.offer };
    case 'counter':
      return { is: 'counter', at, bytes: Math.round(request.gigabytes * GIGABYTE) };
    case 'usage':
      return usageSaid(readUsageCsv(request.csv));
    case 'record':
      return request.said;
  }
}

/** Use is said for a kind as a whole: what was expected of that kind before is replaced. */
function factsIn({ name, megabytesPerDay, minutesPerDay, handsetSince, idleDays }: TypedFacts, card: KeptCard) {
  const expected = {
    ...card.expected,
    ...(megabytesPerDay === undefined ? {} : { data: `${megabytesPerDay}MB/day` }),
    ...(minutesPerDay === undefined ? {} : { calls: `national-mobile:${minutesPerDay}min/day` }),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(Object.keys(expected).length === 0 ? {} : { expected }),
    ...(handsetSince === undefined ? {} : { handsetSince: handsetSince === '' ? null : handsetSince }),
    ...(idleDays === undefined ? {} : { idleDays: idleDays === 0 ? null : idleDays }),
  };
}

function stateSaid({ balance, ...amounts }: TypedState, card: KeptCard, { catalog, now }: Moment): Said {
  const left = leftIn(amounts);
  return {
    is: 'state',
    at: formatLocal(now),
    from: 'typed',
    ...(balance === undefined ? {} : { balance: written(balance, currencyOf(catalog, card)) }),
    ...(left.length === 0 ? {} : { left }),
  };
}

const GIGABYTE = 2 ** 30;

function leftIn({ gigabytes, minutes, messages }: Omit<TypedState, 'balance'>): AmountLeft[] {
  const amounts = [
    ['data', gigabytes, GIGABYTE],
    ['voice', minutes, 60],
    ['sms', messages, 1],
  ] as const;
  return amounts.flatMap(([kind, amount, unit]) =>
    amount === undefined ? [] : [{ kind, units: Math.round(amount * unit) }],
  );
}

/** Money in whole units as the keeper's file writes it. */
function written(amount: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  return `${formatMinor(money(Math.round(amount * 10 ** decimals)), decimals)} ${currency}`;
}
