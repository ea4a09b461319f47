import { type CurvePoint, completeStay, costCurve, ended, KINDS, pointBook, spreadDays } from '@simwise/advisor';
import type { Money } from '@simwise/engine';
import { curveAnswer, curveSvg, formatNumber, type Wording } from '@simwise/messages';
import { keepPictures, type PictureOptions } from '../keep-pictures.ts';
import { openRoute } from '../open-route.ts';
import { readCountIn } from '../read-option.ts';
import { Session, type Terminal } from '../session.ts';
import { readStayInput, type StayOptions } from '../stay-options.ts';
import { formatTable } from '../table.ts';

export type CurveOptions = StayOptions & PictureOptions & { readonly to: string; readonly points: string };

const MOST_DAYS = 3660;

/** `simwise curve`: what the best of each kind costs, against the days of the stay. */
export async function drawCurve(terminal: Terminal, options: CurveOptions): Promise<number> {
  const session = new Session(terminal, options);
  const days = daysOf(options);
  const catalog = await session.openCatalog(options.with);
  const stay = completeStay(catalog, readStayInput(options), session.today(catalog));
  const route = await openRoute(session, catalog, { stay, reports: options.reports });
  const curve = ended(costCurve(pointBook(catalog, stay, route), days));
  await keepPictures(options, curveSvg(curve, stay.currency, session.messages));
  if (options.json) session.json(curveAnswer(curve, stay.currency));
  else session.print(curveText(curve, stay.currency, session.wording(catalog)));
  return 0;
}

function daysOf(options: CurveOptions): number[] {
  const to = readCountIn(options.to, '--to', [1, MOST_DAYS]);
  return spreadDays(to, readCountIn(options.points, '--points', [2, MOST_DAYS]));
}

function curveText(curve: readonly CurvePoint[], currency: string, wording: Wording): string[] {
  const { messages } = wording;
  const { curve: words, map } = messages.whatIf;
  const rows = curve.map(({ days, costs: { kinds } }) => [
    formatNumber(messages, days),
    ...KINDS.map((kind) => {
      const { low, high } = kinds[kind];
      if (!Number.isFinite(high)) return map.none;
      return `${low < high ? '≤ ' : ''}${wording.money(Math.round(high) as Money, currency)}`;
    }),
  ]);
  const header = [words.days, ...KINDS.map((kind) => messages.kinds[kind])];
  const isWhole = curve.every(({ costs: { kinds } }) => KINDS.every((kind) => kinds[kind].low === kinds[kind].high));
  return [
    words.title,
    '',
    ...formatTable([header, ...rows], ['right', 'right', 'right', 'right']),
    ...(isWhole ? [] : ['', words.atMost]),
  ];
}
