import { completeStay, type NextPack, nextPack } from '@simwise/advisor';
import { readVolume } from '@simwise/catalog';
import { day, formatDay, formatMinor, type History, type LadderPack, type Money } from '@simwise/engine';
import { FORECAST_MESSAGES, formatDate, formatNumber, formatVolume, type Wording } from '@simwise/messages';
import { readCount, readDay } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable, indent } from '../table.ts';
import { readHistoryOf } from './history-file.ts';

export type NextOptions = CommonOptions & {
  readonly offer?: string;
  readonly left: string;
  readonly until?: string;
  readonly days: string;
  readonly history?: string;
  readonly data?: string;
};

/** `simwise next`: which pack the holder of a card should buy today, if any. */
export async function adviseNext(terminal: Terminal, options: NextOptions): Promise<number> {
  const session = new Session(terminal, options);
  if (options.offer === undefined) throw new UsageError(({ usage }) => usage.forecast.whichCard);
  if (options.history === undefined && options.data === undefined) {
    throw new UsageError(({ usage }) => usage.forecast.whichUse);
  }
  const catalog = await session.openCatalog();
  const today = session.today(catalog);
  const history = readHistoryOf(session, options.history, today);
  const usage = options.data === undefined ? {} : { usage: { data: options.data } };
  const input = { days: readCount(options.days, '--days'), ...usage };
  const currency = options.currency === undefined ? {} : { currency: options.currency };
  const stay = completeStay(catalog, { ...input, ...currency }, today);
  const until = options.until === undefined ? day(today + stay.days - 1) : readDay(options.until, '--until');
  const next = nextPack(catalog, {
    offer: options.offer,
    stay,
    left: { bytes: readLeft(options.left), until },
    history,
  });
  const view = { wording: session.wording(catalog), currency: stay.currency, days: stay.days };
  if (options.json) session.json(nextAnswer(next, stay.currency));
  else session.print(nextText(next, history, { ...view, words: FORECAST_MESSAGES[session.language] }));
  return next.ladder.length > 0 ? 0 : 1;
}

function readLeft(text: string): number {
  return text === '0' ? 0 : readVolume(text).units;
}

const packAnswer = (pack: LadderPack | null, currency: string) =>
  pack && { offer: pack.id, days: pack.days, cost: { amount: formatMinor(Math.round(pack.cost) as Money), currency } };

function nextAnswer({ buy, leftLasts, ladder, guarantee, usual, bytesPerDay }: NextPack, currency: string) {
  return {
    buy: packAnswer(buy, currency),
    leftLasts: leftLasts === null ? null : formatDay(leftLasts),
    usual: packAnswer(usual, currency),
    guarantee,
    bytesPerDay,
    ladder: ladder.map((pack) => packAnswer(pack, currency)),
  };
}

type View = {
  readonly wording: Wording;
  readonly currency: string;
  readonly days: number;
  readonly words: (typeof FORECAST_MESSAGES)['en'];
};

function nextText(next: NextPack, history: History | null, { wording, currency, days, words }: View): string[] {
  const { messages } = wording;
  const daysText = (count: number) => messages.units.days(count);
  const money = ({ cost }: LadderPack) => wording.money(Math.round(cost) as Money, currency);
  const gaps = (history?.gaps ?? []).map(({ first, last }) =>
    words.next.gap({ first: formatDate(messages, first), last: formatDate(messages, last) }),
  );
  const head = [...gaps, words.next.usual({ volume: formatVolume(messages, 'data', next.bytesPerDay) })];
  if (next.ladder.length === 0) return [...head, words.next.nothing];
  const { buy, leftLasts, usual } = next;
  const wait = leftLasts === null ? [] : [words.next.wait({ day: formatDate(messages, leftLasts) })];
  const bought = buy
    ? [words.next.buy({ offer: wording.offerName(buy.id), days: daysText(buy.days), cost: money(buy) })]
    : wait;
  const rows = next.ladder.map((pack) => [wording.offerName(pack.id), daysText(pack.days), money(pack)]);
  return [
    ...head,
    ...bought,
    words.next.guarantee({ times: formatNumber(messages, next.guarantee) }),
    ...(usual ? [words.next.ifUsual({ offer: wording.offerName(usual.id), days: daysText(days) })] : []),
    '',
    `${words.next.ladder}:`,
    ...indent(formatTable(rows, ['left', 'right', 'right'])),
  ];
}
