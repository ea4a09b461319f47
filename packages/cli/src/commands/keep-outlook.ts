import {
  alertsOf,
  type CardForecast,
  currencyOf,
  type Foreseen,
  makeCalendar,
  readKeeperFile,
  remindersOf,
  writeKeeperFile,
} from '@simwise/keeper';
import { rangeText } from '@simwise/messages';
import { keptCardAnswer, usesIn } from '@simwise/messages/keeper';
import { type KeepOptions, KeepSession } from '../keep-session.ts';
import { readFile } from '../read-option.ts';
import { type Terminal, UsageError } from '../session.ts';
import { writeWhole } from '../write-whole.ts';

/** `simwise keep status`: each card now, what lies ahead and what was said of it. */
export async function keepStatus(terminal: Terminal, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const forecasts = keep.cards.map((card) => keep.forecast(card));
  if (options.json) {
    keep.session.json({ cards: forecasts.map((forecast) => keptCardAnswer(keep.catalog, forecast, keep.wording)) });
    return 0;
  }
  const parts = forecasts.map((forecast) => statusText(keep, forecast));
  keep.session.print(
    parts.length === 0
      ? [keep.words.status.noCards]
      : parts.flatMap((part, index) => (index === 0 ? part : ['', ...part])),
  );
  return 0;
}

function statusText(keep: KeepSession, forecast: CardForecast): string[] {
  const { status } = keep.words;
  const { card, currency, outlook, foreseen } = forecast;
  const title = `${card.name} (${card.id}): ${card.offers.map(({ offer }) => keep.wording.offer(offer)).join(', ')}`;
  if (!outlook) return [title, status.gone, ...foreseenText(keep, foreseen, currency)];
  const uses = usesIn(forecast).map((use) => keep.wording.use(use, currency));
  const doubts = forecast.doubts.map((each) => `! ${keep.wording.cardDoubt(each, currency)}`);
  return [
    title,
    `${status.balance}: ${balanceText(keep, forecast)}`,
    `${status.left}: ${leftText(keep, forecast)}`,
    ...uses.map((use, index) => (index === 0 ? `${status.use}: ${use}` : `  ${use}`)),
    ...doubts,
    `${status.ahead}:`,
    ...foreseenText(keep, foreseen, currency),
  ];
}

function balanceText(keep: KeepSession, { outlook, currency }: CardForecast): string {
  const band = outlook?.now.balance;
  if (!band) return keep.words.status.balanceUnknown;
  const [low, high] = [keep.wording.money(band.p10, currency), keep.wording.money(band.p90, currency)];
  return rangeText(keep.wording.messages, { low, high });
}

function leftText(keep: KeepSession, { outlook, currency }: CardForecast): string {
  const texts = (outlook?.now.left ?? []).map(({ kind, p10, p90 }) => {
    const [low, high] = [keep.wording.volume(kind, p10, currency), keep.wording.volume(kind, p90, currency)];
    return `${keep.words.kinds[kind]} ${rangeText(keep.wording.messages, { low, high })}`;
  });
  return texts.length === 0 ? keep.words.status.nothingLeft : texts.join('; ');
}

function foreseenText(keep: KeepSession, foreseen: readonly Foreseen[], currency: string): string[] {
  if (foreseen.length === 0) return [`  ${keep.words.status.nothingAhead}`];
  return foreseen.map((each) => `  ${each.stops ? '! ' : ''}${keep.wording.details(each, currency)}`);
}

/** `simwise keep next`: the first thing of each card that asks for something to be done. */
export async function keepNext(terminal: Terminal, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const next = keep.cards.map((card) => {
    const forecast = keep.forecast(card);
    const { foreseen, currency } = forecast;
    const first =
      foreseen.find(({ action }) => action && action.do !== 'nothing') ?? foreseen.find(({ stops }) => stops);
    const answer = keptCardAnswer(keep.catalog, { ...forecast, foreseen: first ? [first] : [] }, keep.wording);
    const text = first ? keep.wording.details(first, currency) : keep.words.status.nothingAhead;
    return { card, text, answer: { card: card.id, name: card.name, next: answer.foreseen[0] ?? null } };
  });
  const lines = next.map(({ card, text }) => `${card.name}: ${text}`);
  keep.tell(lines.length === 0 ? keep.words.status.noCards : lines.join('\n'), {
    cards: next.map(({ answer }) => answer),
  });
  return 0;
}

/** `simwise keep ics`: writes the calendar file, or prints it. */
export async function keepCalendar(
  terminal: Terminal,
  file: string | undefined,
  options: KeepOptions,
): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { catalog, keeper, now, wording } = keep;
  const currencies = new Map(keeper.cards.map((card) => [card.name, currencyOf(catalog, card)]));
  const speaker = wording.calendarSpeaker((name) => currencies.get(name) ?? catalog.country.currency);
  const made = makeCalendar(
    keeper,
    keeper.cards.map((card) => keep.forecast(card)),
    { catalog, now, speaker },
  );
  if (file === undefined) keep.session.terminal.out(made.ics);
  else writeText(file, made.ics);
  // What was issued is remembered only once it is out.
  keep.save(made.keeper);
  if (file !== undefined) keep.tell(keep.words.done.calendar({ file }), { file });
  return 0;
}

function writeText(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UsageError(({ usage }) => usage.notWritten({ file, problem }));
  }
}

/** `simwise keep reminders`: exactly what a server would be given. */
export async function keepReminders(terminal: Terminal, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { keeper, now, catalog } = keep;
  const speaker = keep.wording.reminderSpeaker();
  const reminders = keep.cards.flatMap((card) =>
    remindersOf(catalog, keep.forecast(card), { keeper: keeper.id, rules: keeper.alerts, now, speaker }),
  );
  const texts = keep.cards
    .flatMap((card) => alertsOf(keep.forecast(card), keeper.alerts, now))
    .map((alert) => `${keep.wording.day(alert.at)}: ${speaker.reminder(alert)}`);
  keep.tell(texts.length === 0 ? keep.words.status.nothingAhead : texts.join('\n'), { reminders });
  return 0;
}

// --- everything in one file --------------------------------------------------------------------------------------------

export async function keepExport(terminal: Terminal, file: string | undefined, options: KeepOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const text = writeKeeperFile(keep.keeper);
  if (file === undefined) {
    keep.session.terminal.out(text.trimEnd());
    return 0;
  }
  writeText(file, text);
  keep.tell(keep.words.done.exported({ file }), { file });
  return 0;
}

/** Replaces everything that is kept by what a file holds; what was kept may be exported first. */
export async function keepImport(
  terminal: Terminal,
  file: string,
  options: KeepOptions & { yes?: boolean },
): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const imported = readKeeperFile(readFile(file));
  if (keep.keeper.cards.length > 0 && options.yes !== true) {
    throw new UsageError(({ usage }) => usage.keep.importReplaces);
  }
  keep.save(imported);
  const names = imported.cards.map(({ name }) => name);
  keep.tell(keep.words.done.imported({ cards: names.length === 0 ? '–' : names.join(', ') }), { imported: names });
  return 0;
}
