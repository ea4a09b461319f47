import { parseStay, type StayInput } from '@simwise/advisor';
import type { Command } from 'commander';
import { collect } from './common-options.ts';
import { parseJson, readCount, readFile, readStop } from './read-option.ts';
import { type CommonOptions, UsageError } from './session.ts';

/** A stay as flags say it. */
export type StayOptions = CommonOptions & {
  readonly stay?: string;
  readonly preset?: string;
  readonly start?: string;
  readonly days?: string;
  readonly place?: readonly string[];
  readonly excludeNetwork?: readonly string[];
  readonly reports?: string;
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
  readonly cards?: string;
  readonly phoneBought?: string;
  readonly phoneUsedHere?: string;
  readonly citizen?: string;
  readonly taxNumber?: boolean;
  readonly eResident?: boolean;
  readonly numbersHeld?: string;
  readonly condition?: readonly string[];
  readonly customerOf?: readonly string[];
  readonly with?: readonly string[];
};

/** The options by which a stay is said, for every command that answers for one. */
export function withStay(command: Command): Command {
  return withPerson(
    command
      .option('--stay <file>', 'a stay as JSON')
      .option('--preset <name>', 'transit, tourist, business-trip, student, resident, remote-worker')
      .option('--start <day>', 'first day (today)')
      .option('--days <number>', 'number of days')
      .option('--place <name>', 'a place on the route, with its days as in Saty:2; may be repeated', collect)
      .option('--exclude-network <name>', 'a network you do not want; may be repeated', collect)
      .option('--reports <file>', 'your own reports of coverage (a file in the usual folder for data)')
      .option('--data <use>', 'such as 800MB/day')
      .option('--calls <uses>', 'such as national-mobile:10min/day')
      .option('--sms <uses>', 'such as national-mobile:1/day')
      .option(
        '--activity <use>',
        'what you do online, such as video-sd:1 (hours or times a day); may be repeated',
        collect,
      )
      .option('--local-number', 'a number of the country is needed')
      .option('--no-local-number', 'no number of the country is needed')
      .option('--otp', 'codes by SMS to a local number are needed')
      .option('--no-otp', 'no codes by SMS are needed')
      .option('--hotspot', 'data is to be shared with other devices')
      .option('--calls-over-internet', 'calls may go over a messenger')
      .option('--no-calls-over-internet', 'calls may not go over a messenger')
      .option('--accept-throttle', 'slow data is good enough')
      .option('--with <poster>', 'an offer read off a wall', collect),
  );
}

function withPerson(command: Command): Command {
  return (
    command
      // The positive form first: a negative one alone would count as said, with "yes".
      .option('--esim', 'the phone can use eSIM')
      .option('--no-esim', 'the phone cannot use eSIM')
      .option('--sim-slots <number>', 'slots for SIM cards')
      .option('--cards <number>', 'at most so many cards, together or one after another (1 to 3)')
      .option('--phone-bought <where>', 'here, abroad or unknown')
      .option('--phone-used-here <since>', 'first used with a local card: 2024-05, never or unknown')
      .option('--citizen <country>', 'country of the passport, such as CN or KZ, or unknown')
      .option('--tax-number', 'you have a tax number of the country (IIN)')
      .option('--no-tax-number', 'you have no tax number of the country (IIN)')
      .option('--e-resident', 'you are an e-resident')
      .option('--no-e-resident', 'you are not an e-resident')
      .option('--numbers-held <number>', 'how many numbers of the country you hold already')
      .option('--condition <name>', 'what applies to you: corporate, disability, …', collect)
      .option('--customer-of <brand>', 'a brand whose card you already hold', collect)
  );
}

/** What flags and a stay file say; flags win over the file. @throws UsageError or CannotDo */
export function readStayInput(options: StayOptions, asked: StayInput = {}): StayInput {
  const file = options.stay ? readStayFile(options.stay) : {};
  return parseStay([asked, file, stayOfFlags(options)].reduce(overruled));
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

function readStayFile(path: string): StayInput {
  return parseStay(parseJson(path, readFile(path)));
}

function stayOfFlags(options: StayOptions): Fields {
  return definedOf({
    preset: options.preset,
    start: options.start,
    days: countOf(options.days, '--days'),
    places: options.place?.map(stopOf),
    networks: options.excludeNetwork && { exclude: options.excludeNetwork },
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
      simSlots: countOf(options.simSlots, '--sim-slots'),
      bought: options.phoneBought,
      usedHereSince: options.phoneUsedHere,
    }),
    cards: countOf(options.cards, '--cards'),
    person: groupOf({
      conditions: options.condition,
      customerOf: options.customerOf,
      citizen: options.citizen,
      taxNumber: options.taxNumber,
      eResident: options.eResident,
      numbersHeld: countOf(options.numbersHeld, '--numbers-held'),
    }),
    currency: options.currency,
  });
}

function stopOf(text: string): NonNullable<StayInput['places']>[number] {
  const { place, days } = readStop(text);
  return days === null ? place : { place, days };
}

function countOf(text: string | undefined, option: string): number | undefined {
  return text === undefined ? undefined : readCount(text, option);
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
    if (cut < 0) throw new UsageError(({ usage }) => usage.calls({ text: part }));
    return [part.slice(0, cut).trim(), part.slice(cut + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

function readActivity(text: string): [string, number] {
  const match = /^([a-z-]+):(\d+(?:\.\d+)?)$/.exec(text);
  if (match) return [match[1] as string, Number(match[2])];
  throw new UsageError(({ usage }) => usage.activity({ text }));
}
