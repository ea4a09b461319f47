import {
  type Advice,
  advise,
  type Choice,
  completeStay,
  mainOffer,
  parseStay,
  type Stay,
  type StayInput,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, day, dayOf } from '@simwise/engine';
import {
  adviceAnswer,
  destinationText,
  formatDate,
  formatVolume,
  listText,
  rateSentence,
  type Wording,
} from '@simwise/messages';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable, indent } from '../table.ts';
import { ledgerText, readCount, readFile } from './price.ts';

export type AdviseOptions = CommonOptions & {
  readonly stay?: string;
  readonly preset?: string;
  readonly start?: string;
  readonly days?: string;
  readonly place?: readonly string[];
  readonly data?: string;
  readonly calls?: string;
  readonly sms?: string;
  readonly activity?: readonly string[];
  readonly localNumber?: boolean;
  readonly otp?: boolean;
  readonly hotspot?: boolean;
  readonly callsOverInternet?: boolean;
  readonly acceptThrottle?: boolean;
  readonly esim?: boolean;
  readonly simSlots?: string;
  readonly condition?: readonly string[];
  readonly customerOf?: readonly string[];
  readonly with?: readonly string[];
  readonly top: string;
};

/** `simwise advise`: which card, or which pair, for this stay. */
export async function adviseStay(terminal: Terminal, options: AdviseOptions, asked: StayInput = {}): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog(options.with);
  const input = [asked, options.stay ? readStayFile(options.stay) : {}, stayOfFlags(options)].reduce(overruled);
  const advice = advise(catalog, completeStay(catalog, parseStay(input), session.today(catalog)));
  const wording = session.wording(catalog);
  const top = readCount(options.top, '--top');
  if (options.json) session.json(adviceAnswer(catalog, advice, wording));
  else session.print(adviceText(catalog, advice, { wording, top }));
  return advice.best.overall ? 0 : 1;
}

function readStayFile(path: string): StayInput {
  const text = readFile(path);
  try {
    return parseStay(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}: not valid JSON (${error.message})`);
    throw error;
  }
}

/** What the flags say, in the form of a stay; flags win over a file. */
function stayOfFlags(options: AdviseOptions): Fields {
  return definedOf({
    preset: options.preset,
    start: options.start,
    days: options.days === undefined ? undefined : readCount(options.days, '--days'),
    places: options.place,
    usage: groupOf({
      data: options.data,
      calls: options.calls === undefined ? undefined : pairsOf(options.calls),
      sms: options.sms === undefined ? undefined : pairsOf(options.sms),
      activities: options.activity === undefined ? undefined : Object.fromEntries(options.activity.map(readActivity)),
    }),
    needs: groupOf({
      localNumber: options.localNumber,
      otp: options.otp,
      hotspot: options.hotspot,
      callsOverInternet: options.callsOverInternet,
      throttleAccepted: options.acceptThrottle,
    }),
    device: groupOf({
      esim: options.esim,
      simSlots: options.simSlots === undefined ? undefined : readCount(options.simSlots, '--sim-slots'),
    }),
    person: groupOf({ conditions: options.condition, customerOf: options.customerOf }),
    currency: options.currency,
  });
}

/** What both say, the second before the first; within usage, needs, device and person field by field. */
function overruled(first: Fields, second: Fields): Fields {
  const fields = Object.entries(second).map(([name, value]) => {
    const known = first[name];
    return [name, isGroup(known) && isGroup(value) ? { ...known, ...value } : value];
  });
  return { ...first, ...Object.fromEntries(fields) };
}

type Fields = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definedOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function groupOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const defined = definedOf(fields);
  return Object.keys(defined).length === 0 ? undefined : defined;
}

/** `national-mobile:10min/day,CN:2min/day` as uses by destination. */
function pairsOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((part) => {
    const cut = part.lastIndexOf(':');
    if (cut < 0) throw new UsageError(`"${part}": write a destination and a use, such as national-mobile:10min/day`);
    return [part.slice(0, cut).trim(), part.slice(cut + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

function readActivity(text: string): [string, number] {
  const match = /^([a-z-]+):(\d+(?:\.\d+)?)$/.exec(text);
  if (match) return [match[1] as string, Number(match[2])];
  throw new UsageError(`--activity ${text}: write an activity and how many hours or times a day, such as video-sd:1`);
}

// --- text ------------------------------------------------------------------------------------------------------------

type View = { readonly wording: Wording; readonly top: number };

function adviceText(catalog: CompiledCatalog, advice: Advice, view: View): string[] {
  const { wording, top } = view;
  const { command } = wording.messages;
  const { best } = advice;
  return [
    ...stayText(advice.stay, wording),
    '',
    ...comparedText(advice, wording),
    '',
    ...(best.overall ? recommendation(catalog, best.overall, advice.stay, wording) : [command.noAnswer]),
    '',
    ...bestText(advice, wording),
    '',
    `${command.rest}:`,
    ...indent(rankingText(advice.choices.slice(0, top), advice.stay, wording)),
  ];
}

function stayText({ start, days, preset, profile, assumed }: Stay, wording: Wording): string[] {
  const { messages } = wording;
  const { command } = messages;
  const use = profile.map(({ kind, to, app, perDay }) => {
    const volume = formatVolume(messages, kind, Math.round((perDay.num / perDay.den) * 30) / 30);
    const where = kind === 'data' ? (app ?? '') : destinationText(messages, to);
    return `${volume}${where === '' ? '' : ` (${where})`}`;
  });
  const fields = assumed.map((field) => command.fields[field as keyof typeof command.fields]);
  return [
    command.stay({
      days: messages.units.days(days),
      first: formatDate(messages, start),
      last: formatDate(messages, day(start + days - 1)),
      preset: messages.presets[preset],
    }),
    `${command.use}: ${listText(messages, use)} / ${messages.units.days(1)}`,
    ...(fields.length > 0 ? [command.assumed({ fields: listText(messages, fields) })] : []),
  ];
}

function comparedText({ compared }: Advice, wording: Wording): string[] {
  const { command } = wording.messages;
  const { offers, sellers, choices, leftOut } = compared;
  return [
    command.compared({ offers, sellers: sellers.length, choices }),
    ...indent([
      listText(
        wording.messages,
        sellers.map((id) => wording.brandName(id)),
      ),
    ]),
    `${command.leftOut({ count: leftOut.length })}: ${wording
      .leftOut(leftOut)
      .map(({ text, count }) => `${count} ${text}`)
      .join('; ')}.`,
  ];
}

/** The best choice in full: what to buy on which day, why, the ledger, the facts, what to mind. */
function recommendation(catalog: CompiledCatalog, choice: Choice, stay: Stay, wording: Wording): string[] {
  const { command } = wording.messages;
  const rates = choice.cards.map((card) => {
    const { from, day: on } = mainOffer(card).conversion;
    return rateSentence(catalog, { from, to: stay.currency, on: Math.max(on, stay.start) as Day }, wording);
  });
  return [
    `${command.best.overall}: ${titleOf(choice, wording)}`,
    ...indent([
      `${command.total}: ${totalText(choice, stay, wording)}`,
      choice.reasons.map((reason) => wording.why(reason, stay.currency)).join(' '),
      `${command.buy}:`,
      ...indent(purchaseText(choice, wording)),
      `${command.ledger}:`,
      ...choice.cards.flatMap((card) =>
        indent(ledgerText(card.statement.lines, mainOffer(card).facts.currency, wording)),
      ),
      ...breaksText(choice, wording),
      `${command.careful}:`,
      ...indent(choice.warnings.map((warning) => wording.warning(warning))),
      `${command.restsOn}:`,
      ...indent(
        choice.cards.flatMap((card) =>
          card.offers.map((offer) => `${wording.basis(offer)} [${wording.messages.tiers[offer.tier]}]`),
        ),
      ),
      ...indent([...new Set(rates)].filter((rate) => rate !== null)),
    ]),
  ];
}

function titleOf(choice: Choice, wording: Wording): string {
  const names = choice.cards.map((card) =>
    [...new Set(card.purchases.map(({ offer }) => wording.offerName(offer)))].join(' + '),
  );
  return `${names.join(' & ')} (${wording.kindOf(choice)})`;
}

function totalText({ total, value }: Choice, { currency }: Stay, wording: Wording): string {
  const { command } = wording.messages;
  const money = (amount: number) => wording.money(Math.round(amount) as typeof total.amount, currency);
  const { low, high } = total;
  const range =
    high === null
      ? command.atLeast({ low: money(low) })
      : low === high
        ? money(low)
        : command.between({ low: money(low), high: money(high) });
  if (!Number.isFinite(value.perDay)) return range;
  const perGigabyte = value.perGigabyte === null ? '' : money(value.perGigabyte);
  return `${range} (${command.value({ perGigabyte, perDay: money(value.perDay) })})`;
}

function purchaseText({ cards }: Choice, wording: Wording): string[] {
  const purchases = cards.flatMap((card) => card.purchases).sort((a, b) => a.at - b.at);
  return purchases.map(({ offer, at }) =>
    wording.messages.command.onDay({ day: formatDate(wording.messages, dayOf(at)), offer: wording.offerName(offer) }),
  );
}

function breaksText({ breaks }: Choice, wording: Wording): string[] {
  if (breaks.length === 0) return [];
  return [
    `${wording.messages.command.breaks}: ${listText(
      wording.messages,
      breaks.map((item) => wording.breaks(item)),
    )}`,
  ];
}

function bestText({ best, stay }: Advice, wording: Wording): string[] {
  const { command } = wording.messages;
  const rows = (['phone', 'data', 'pair'] as const).map((kind) => {
    const choice = best[kind];
    if (!choice) return [`${command.best[kind]}:`, command.none];
    const missing = choice.serves ? '' : ` – ${choice.warnings.map((warning) => wording.warning(warning))[0] ?? ''}`;
    return [`${command.best[kind]}:`, `${titleOf(choice, wording)}, ${totalText(choice, stay, wording)}${missing}`];
  });
  return formatTable(rows);
}

function rankingText(choices: readonly Choice[], stay: Stay, wording: Wording): string[] {
  const rows = choices.map((choice) => {
    const { low, high } = choice.total;
    const amount = (value: typeof low) => wording.money(value, stay.currency);
    const total = high === null ? `≥ ${amount(low)}` : low === high ? amount(low) : `${amount(low)} – ${amount(high)}`;
    const tied = choices.filter(({ tie }) => tie === choice.tie).length > 1 ? `= ${choice.tie}` : '';
    return [`${choice.rank}.`, total, tied, titleOf(choice, wording)];
  });
  return formatTable(rows, ['right', 'right']);
}
