import {
  advise,
  BadPoster,
  BadUsageFile,
  completeStay,
  type PriceRequest,
  priceCard,
  usesOfStated,
  withPosters,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, dayOf, localFromUtc, parseDay } from '@simwise/engine';
import {
  adviceAnswer,
  MESSAGES,
  offerAnswer,
  offersAnswer,
  priceAnswer,
  refusalText,
  Wording,
} from '@simwise/messages';
import type { Question } from './question.ts';

/** The answer as JSON, letter for letter what the command prints with `--json`; or why there is none, as a sentence. */
export type Answered =
  | { readonly is: 'answered'; readonly json: string }
  | { readonly is: 'refused'; readonly detail: string };

/** Answers a question from the catalogue. `now`, in milliseconds since 1970, says which day it is. */
export function answer(catalog: CompiledCatalog, question: Question, now: number): Answered {
  const today = dayOf(localFromUtc(catalog.country.offsets, Math.floor(now / 1_000)));
  try {
    const value = answerValue(catalog, question, today);
    return { is: 'answered', json: `${JSON.stringify(value, null, 2)}\n` };
  } catch (error) {
    const detail = refusalText(MESSAGES[question.query.lang], error) ?? textOfBadInput(error);
    if (detail === null) throw error;
    return { is: 'refused', detail };
  }
}

function answerValue(catalog: CompiledCatalog, question: Question, today: Day): object {
  const wording = wordingOf(catalog, question);
  switch (question.about) {
    case 'offers': {
      const { on, currency, ...filter } = question.query;
      return offersAnswer(catalog, filter, { on: dayOr(on, today), wording, currency });
    }
    case 'offer':
      return offerAnswer(catalog, question.id, { on: dayOr(question.query.on, today), wording });
    case 'advice':
      return adviceAnswer(catalog, advise(catalog, completeStay(catalog, question.stay, today)), wording);
    case 'price':
      return priced(catalog, question, today);
  }
}

type PriceQuestion = Extract<Question, { about: 'price' }>;

function priced(catalog: CompiledCatalog, question: PriceQuestion, today: Day): object {
  const { posters } = question.body;
  const all = posters.length === 0 ? catalog : withPosters(catalog, posters, today);
  return priceAnswer(all, priceCard(all, requestOf(question, today)), wordingOf(all, question));
}

function requestOf({ body }: PriceQuestion, today: Day): PriceRequest {
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

function textOfBadInput(error: unknown): string | null {
  if (error instanceof BadUsageFile) return error.problems.join('; ');
  return error instanceof BadPoster ? error.message : null;
}
