import { replyRulesOf } from '@simwise/catalog';
import { dayOf, formatLocal, localFromUtc } from '@simwise/engine';
import {
  allowancesOf,
  brandOf,
  currencyOf,
  findCard,
  forecastCard,
  type Keeper,
  lessonOf,
  makeCalendar,
  newKeeper,
  ratableCard,
  readKeeperFile,
  readReply,
  teach,
  writeKeeperFile,
} from '@simwise/keeper';
import { type Messages, Wording } from '@simwise/messages';
import { ForeseenWording, keeperRefusalText, replyAnswer } from '@simwise/messages/keeper';
import type { Library } from '../library.ts';
import { Refused } from '../refused.ts';
import { changed, type Moment } from './keeper-changes.ts';
import type { KeeperAnswer, KeeperAsked, KeeperRequest, ReadingView } from './keeper-protocol.ts';
import { keeperView } from './keeper-view.ts';

type Desk = Moment & { readonly wording: ForeseenWording };

type Outcome = Pick<KeeperAnswer, 'reading' | 'ics'> & { readonly keeper: Keeper };

/**
 * Does what the page asks of the keeper. Nothing is kept here: the file comes with the request and goes back changed.
 * @throws Refused, CatalogTrouble
 */
export async function serveKeeper(asked: KeeperAsked, library: Library, messages: Messages): Promise<KeeperAnswer> {
  const catalog = await library.catalog();
  const now = localFromUtc(catalog.country.offsets, Math.floor(asked.now / 1000));
  const wording = new ForeseenWording(new Wording(messages, asked.language, catalog), asked.language, catalog);
  const desk = { catalog, now, wording };
  try {
    return answerTo(asked, desk);
  } catch (error) {
    const text = keeperRefusalText(messages, error);
    throw text === null ? error : new Refused(text);
  }
}

function answerTo({ file, request }: KeeperAsked, desk: Desk): KeeperAnswer {
  if (request.do === 'import') return answerOf({ keeper: readKeeperFile(request.text) }, desk);
  const before = file === null ? newKeeper(freshId()) : readKeeperFile(file);
  const outcome = outcomeOf(before, request, desk);
  const answer = answerOf(outcome, desk);
  return outcome.keeper === before ? { ...answer, file } : answer;
}

function answerOf({ keeper, ...told }: Outcome, desk: Desk): KeeperAnswer {
  return { file: writeKeeperFile(keeper), view: keeperView(keeper, desk), ...told };
}

type InKeeper = Exclude<KeeperRequest, { readonly do: 'import' }>;

function outcomeOf(keeper: Keeper, request: InKeeper, desk: Desk): Outcome {
  switch (request.do) {
    case 'look':
      return { keeper };
    case 'read':
      return { keeper, reading: readingOf(keeper, request, desk) };
    case 'teach': {
      const taught = learned(keeper, request, desk);
      return { keeper: taught, reading: readingOf(taught, request, desk) };
    }
    case 'calendar':
      return calendarOf(keeper, desk);
    default:
      return { keeper: changed(keeper, request, desk) };
  }
}

/** Random; pages of plain http have no other source of it. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Pasted = { readonly card: string; readonly text: string };

function readingOf(keeper: Keeper, { card: id, text }: Pasted, { catalog, now, wording }: Desk): ReadingView {
  const card = findCard(keeper, id);
  const currency = currencyOf(catalog, card);
  const allowances = allowancesOf(ratableCard(catalog, card));
  const context = { catalog, brand: brandOf(catalog, card), currency, allowances, taught: keeper.taught, at: now };
  const reading = readReply(text, context);
  const { balance, left } = reading;
  const answer = replyAnswer(reading, currency, wording);
  const isNothing = balance === undefined && left.length === 0;
  const amounts = { ...(balance === undefined ? {} : { balance }), ...(left.length === 0 ? {} : { left: [...left] }) };
  return {
    lines: answer.text,
    doubts: answer.doubts.map((doubt) => doubt.text),
    numbers: answer.numbers.map((number) => number.text.trim()),
    said: isNothing ? null : { is: 'state', at: formatLocal(now), from: 'reply', ...amounts },
  };
}

type Lesson = Extract<KeeperRequest, { readonly do: 'teach' }>;

function learned(keeper: Keeper, { card, text, marks }: Lesson, { catalog, now }: Desk): Keeper {
  const brand = brandOf(catalog, findCard(keeper, card)) ?? '';
  const rules = replyRulesOf(catalog.replies, brand);
  return teach(keeper, lessonOf(text, { brand, rules, today: dayOf(now) }, marks));
}

function calendarOf(keeper: Keeper, { catalog, now, wording }: Desk): Outcome {
  const currencies = new Map(keeper.cards.map((card) => [card.name, currencyOf(catalog, card)]));
  const speaker = wording.calendarSpeaker((name) => currencies.get(name) ?? catalog.country.currency);
  const forecasts = keeper.cards.map((card) => forecastCard(catalog, card, { now }));
  return makeCalendar(keeper, forecasts, { catalog, now, speaker });
}
