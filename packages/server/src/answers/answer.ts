import { advise, completeStay, decidedBy, type PriceRequest, priceCard, withPosters } from '@simwise/advisor';
import { usesOfStated } from '@simwise/advisor/usage';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, parseDay } from '@simwise/engine';
import {
  countryAnswer,
  explainedAnswer,
  hitAnswer,
  offerAnswer,
  offersAnswer,
  priceAnswer,
  refusalText,
  routeAnswer,
  Wording,
} from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import { coverRoute, type StopInput } from '@simwise/places';
import type { Knowledge } from './knowledge.ts';
import type { Question } from './question.ts';

/** The answer as JSON, letter for letter what the command prints with `--json`; or why there is none, as a sentence. */
export type Answered =
  | { readonly is: 'answered'; readonly json: string }
  | { readonly is: 'refused'; readonly detail: string };

/** Answers a question from what is known. `now`, in milliseconds since 1970, says which day it is. */
export function answer(knowledge: Knowledge, question: Question, now: number): Answered {
  try {
    const value = answerValue(knowledge, question, knowledge.today(now));
    return { is: 'answered', json: `${JSON.stringify(value, null, 2)}\n` };
  } catch (error) {
    const detail = refusalText(MESSAGES[question.query.lang], error);
    if (detail === null) throw error;
    return { is: 'refused', detail };
  }
}

function answerValue(knowledge: Knowledge, question: Question, today: Day): object {
  const { catalog } = knowledge;
  const wording = wordingOf(catalog, question);
  switch (question.about) {
    case 'offers': {
      const { on, currency, ...filter } = question.query;
      return offersAnswer(catalog, filter, { on: dayOr(on, today), wording, currency });
    }
    case 'offer':
      return offerAnswer(catalog, question.id, { on: dayOr(question.query.on, today), wording });
    case 'advice':
      return advised(knowledge, question, today);
    case 'price':
      return priced(catalog, question, today);
    case 'places':
      return foundPlaces(knowledge, question, today);
    case 'coverage':
      return covered(knowledge, question, today);
  }
}

type About<K extends Question['about']> = Extract<Question, { about: K }>;

function advised(knowledge: Knowledge, question: About<'advice'>, today: Day): object {
  const { catalog } = knowledge;
  const stay = completeStay(catalog, question.stay, today);
  const route = stay.places.length === 0 ? null : coverRoute(knowledge.coverage(today), stay.places, stay.days);
  const advice = advise(catalog, stay, { route });
  return explainedAnswer(catalog, advice, { facts: decidedBy(catalog, advice), wording: wordingOf(catalog, question) });
}

function foundPlaces(knowledge: Knowledge, question: About<'places'>, today: Day): object {
  const { index, credits } = knowledge.coverage(today);
  const { q, limit } = question.query;
  const wording = wordingOf(knowledge.catalog, question).coverage();
  return { query: q, places: index.search(q, limit).map((hit) => hitAnswer({ index }, hit, wording)), credits };
}

function covered(knowledge: Knowledge, question: About<'coverage'>, today: Day): object {
  const facts = knowledge.coverage(today);
  const { place: stops } = question.query;
  const wording = wordingOf(knowledge.catalog, question).coverage();
  return stops.length === 0
    ? countryAnswer(facts, wording)
    : routeAnswer(coverRoute(facts, stops.map(readStop)), wording);
}

/** `Saty` or `Saty:2`, two days there. */
function readStop(text: string): StopInput {
  const [place = '', days] = text.split(/\s*:\s*/);
  return { place, days: days === undefined ? null : Number(days) };
}

function priced(catalog: CompiledCatalog, question: About<'price'>, today: Day): object {
  const { posters } = question.body;
  const all = posters.length === 0 ? catalog : withPosters(catalog, posters, today);
  return priceAnswer(all, priceCard(all, requestOf(question, today)), wordingOf(all, question));
}

function requestOf({ body }: About<'price'>, today: Day): PriceRequest {
  const { offers, days, fee, currency, data, calls, sms, csv } = body;
  const start = dayOr(body.start, today);
  return {
    offers: offers.map(({ id, day, payment }) => ({
      id,
      ...(day === undefined ? {} : { day: parseDay(day) }),
      ...(payment === undefined ? {} : { payment }),
    })),
    start,
    days,
    uses: usesOfStated({ data, calls, sms, csv }, { start, days }),
    fee,
    ...(currency === undefined ? {} : { currency }),
  };
}

function wordingOf(catalog: CompiledCatalog, { query: { lang } }: Question): Wording {
  return new Wording(MESSAGES[lang], lang, catalog);
}

function dayOr(text: string | undefined, standard: Day): Day {
  return text === undefined ? standard : parseDay(text);
}
