import { type Backtest, type BacktestMonth, backtest, completeStay, parseStay } from '@simwise/advisor';
import { type Day, formatDay, formatMinor, type Money } from '@simwise/engine';
import { FORECAST_MESSAGES, formatDate, listText, type Wording } from '@simwise/messages';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable } from '../table.ts';
import { readHistoryFile, withHistory } from './history-file.ts';

export type BacktestOptions = CommonOptions & { readonly history?: string; readonly preset?: string };

/** `simwise backtest`: what the advice of past months would have cost in the month after, against hindsight. */
export async function backtestHistory(terminal: Terminal, options: BacktestOptions): Promise<number> {
  const session = new Session(terminal, options);
  const { history: path, preset, currency } = options;
  if (path === undefined) throw new UsageError(({ usage }) => usage.forecast.whichMonths);
  const uses = readHistoryFile(path);
  const catalog = await session.openCatalog();
  const today = session.today(catalog);
  const input = parseStay({ ...(preset ? { preset } : {}), ...(currency ? { currency } : {}) });
  const stay = completeStay(catalog, input, today);
  const result = withHistory(session, path, () => backtest(catalog, { stay, uses, today }));
  if (options.json) session.json(backtestAnswer(result, stay.currency));
  else session.print(backtestText(result, { wording: session.wording(catalog), currency: stay.currency, session }));
  return result.months.length > 0 ? 0 : 1;
}

function backtestAnswer({ months, skipped, ...sums }: Backtest, currency: string) {
  const amount = (minor: number) => formatMinor(Math.round(minor) as Money);
  return {
    currency,
    months: months.map(({ start, days, advised, paid, ranOut, hindsight, least, regret }) => ({
      start: formatDay(start),
      days,
      advised,
      paid: amount(paid),
      ranOut,
      hindsight,
      least: amount(least),
      regret: amount(regret),
    })),
    skipped: skipped.map(formatDay),
    paid: amount(sums.paid),
    least: amount(sums.least),
    regret: amount(sums.regret),
  };
}

type View = { readonly wording: Wording; readonly currency: string; readonly session: Session };

function backtestText(result: Backtest, { wording, currency, session }: View): string[] {
  const words = FORECAST_MESSAGES[session.language].backtest;
  const { messages } = wording;
  const money = (minor: number) => wording.money(Math.round(minor) as Money, currency);
  const date = (day: Day) => formatDate(messages, day);
  const note = ({ ranOut }: BacktestMonth) => (ranOut ? ` (${words.ranOut})` : '');
  const rows = result.months.map((month) => [
    date(month.start),
    namesOf(month.advised, wording) + note(month),
    money(month.paid),
    money(month.least),
    money(month.regret),
  ]);
  const sum = [words.sum, '', money(result.paid), money(result.least), money(result.regret)];
  return [
    ...formatTable([words.heading, ...rows, sum], ['left', 'left', 'right', 'right', 'right']),
    ...result.months
      .filter(({ regret }) => regret > 0)
      .map(({ start, hindsight }) => words.hindsight({ month: date(start), cards: namesOf(hindsight, wording) })),
    ...(result.skipped.length > 0 ? [words.skipped({ months: listText(messages, result.skipped.map(date)) })] : []),
  ];
}

/** The names of the offers of a choice, as its id holds them. */
function namesOf(id: string, wording: Wording): string {
  const cards = id.replace('~', '').split(' & ');
  return cards
    .map((card) =>
      card
        .split('+')
        .map((offer) => wording.offerName(offer))
        .join(' + '),
    )
    .join(' & ');
}
