import { type OfferChoice, type PricedCard, priceCard } from '@simwise/advisor';
import { usesOfStated } from '@simwise/advisor/usage';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, day, dayOf, formatDay, type Line, parseLocal, type UsageEvent } from '@simwise/engine';
import {
  drawTogether,
  formatDate,
  formatMoment,
  priceAnswer,
  rateSentence,
  remainingAnswer,
  type Wording,
} from '@simwise/messages';
import { commandWords } from '@simwise/messages/command';
import { fromUsageFile, readCount, readDay, readFile } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable, indent } from '../table.ts';

export type PriceOptions = CommonOptions & {
  readonly offer?: string;
  readonly start?: string;
  readonly days: string;
  readonly usage?: string;
  readonly data?: string;
  readonly calls?: string;
  readonly sms?: string;
  readonly fee?: string;
  readonly with?: readonly string[];
};

/** `simwise price`: what a card with these offers costs for this use. */
export async function price(terminal: Terminal, options: PriceOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog(options.with);
  const start = options.start === undefined ? session.today(catalog) : readDay(options.start, '--start');
  const days = readCount(options.days, '--days');
  const priced = priceCard(catalog, {
    offers: offersOf(options)
      .split(',')
      .map((text) => readChoice(text, { start, days })),
    start,
    days,
    uses: readUses(options, { start, days }),
    fee: readFee(options.fee),
    ...(options.currency ? { currency: options.currency } : {}),
  });
  const wording = session.wording(catalog);
  if (options.json) session.json(priceAnswer(catalog, priced, wording));
  else session.print(priceText(catalog, priced, wording));
  return 0;
}

function offersOf({ offer, with: posters = [] }: PriceOptions): string {
  if (offer !== undefined) return offer;
  if (posters.length > 0) return 'poster-1';
  throw new UsageError(({ usage }) => usage.priceWhat);
}

function readFee(fee: string | undefined): 'paid' | 'unpaid' {
  if (fee === undefined || fee === 'paid') return 'paid';
  if (fee === 'unpaid') return 'unpaid';
  throw new UsageError(({ usage }) => usage.oneOf({ option: '--fee', text: fee, known: 'paid, unpaid' }));
}

type Period = { readonly start: Day; readonly days: number };

/** `id`, `id:payment`, `id@2026-12-05` or both. */
function readChoice(text: string, period: Period): OfferChoice {
  const match = /^([\w-]+)(?::([\w-]+))?(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(text.trim());
  if (!match) throw new UsageError(({ usage }) => usage.offerForm({ text }));
  const [, id, payment, on] = match;
  const bought = on === undefined ? {} : { day: dayWithin(period, on, text.trim()) };
  return { id: id as string, ...(payment ? { payment } : {}), ...bought };
}

/** A purchase on another day would be left out of the price, or paid for days that are not asked for. */
function dayWithin({ start, days }: Period, on: string, choice: string): Day {
  const bought = readDay(on, `--offer ${choice}:`);
  const last = day(start + days - 1);
  if (bought >= start && bought <= last) return bought;
  throw new UsageError(({ usage }) => usage.offerDay({ choice, first: formatDay(start), last: formatDay(last) }));
}

function readUses({ usage, data, calls, sms }: PriceOptions, period: Period): UsageEvent[] {
  const csv = usage === undefined ? undefined : readFile(usage);
  return fromUsageFile('--usage', usage ?? '', () => usesOfStated({ data, calls, sms, csv }, period));
}

// --- text ------------------------------------------------------------------------------------------------------------

function priceText(catalog: CompiledCatalog, priced: PricedCard, wording: Wording): string[] {
  const { statement, currency, offers, warnings, conversion } = priced;
  const command = commandWords(wording);
  const rate = conversion ? rateSentence(catalog, { ...conversion, on: conversion.day }, wording) : null;
  return [
    ...totalText(priced, wording),
    '',
    wording.labelled(command.ledger),
    ...indent(ledgerText(statement.lines, currency, wording)),
    ...leftText(priced, wording),
    ...topUpText(priced, wording),
    '',
    wording.labelled(command.restsOn),
    ...indent(offers.map((offer) => `${wording.basis(offer)} [${wording.messages.tiers[offer.tier]}]`)),
    ...indent(rate ? [rate] : []),
    ...indent([wording.messages.assumedIncrements]),
    ...indent(warnings.map((warning) => wording.priceWarning(warning))),
  ];
}

function totalText({ statement, currency }: PricedCard, wording: Wording): string[] {
  const { amount, low, high } = statement.range;
  const command = commandWords(wording);
  const money = (value: typeof amount) => wording.money(value, currency);
  const range =
    high === null
      ? ` (${command.atLeast({ low: money(low) })})`
      : low === high
        ? ''
        : ` (${command.between({ low: money(low), high: money(high) })})`;
  return [`${command.total}: ${money(amount)}${range}`];
}

/** The lines of a statement; runs of daily use of the same kind are drawn together, their amounts added up. */
export function ledgerText(lines: readonly Line[], currency: string, wording: Wording): string[] {
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  const rows = drawTogether(lines).map(({ first, last, line }) => {
    const from = formatDate(wording.messages, dayOf(first.at));
    const until = formatDate(wording.messages, dayOf(last.at));
    const amount = line.amount === 0 ? '' : wording.money(line.amount, currency);
    return [from === until ? from : `${from} – ${until}`, wording.line(line, currency), amount];
  });
  const total = ['', commandWords(wording).sums, wording.money(sum as Line['amount'], currency)];
  return formatTable([...rows, total], ['left', 'left', 'right']);
}

function leftText({ statement, currency }: PricedCard, wording: Wording): string[] {
  const command = commandWords(wording);
  const answers = remainingAnswer(statement, currency, wording);
  if (answers.length === 0) return [];
  const rows = answers.map(({ text, expires }) =>
    command.leftUntil({
      volume: text,
      scope: '',
      until: expires === null ? '' : formatMoment(wording.messages, parseLocal(expires)),
    }),
  );
  return ['', wording.labelled(command.left), ...indent(rows)];
}

function topUpText({ statement, currency }: PricedCard, wording: Wording): string[] {
  const command = commandWords(wording);
  if (statement.topUps.length === 0) return [];
  const rows = statement.topUps.map(({ at, amount }) => [
    formatDate(wording.messages, dayOf(at)),
    wording.money(amount, currency),
  ]);
  const left =
    statement.moneyLeft === 0
      ? []
      : [wording.labelled(command.moneyLeft, wording.money(statement.moneyLeft, currency))];
  return ['', wording.labelled(command.topUps), ...indent(formatTable(rows, ['left', 'right'])), ...indent(left)];
}
