import type { Disagreement, Verdict } from '@simwise/advisor';
import { currencyDecimals, formatMinor, type Money } from '@simwise/engine';
import { COMMAND_MESSAGES } from '../command-messages.ts';
import { formatMoment } from '../format.ts';
import type { Wording } from '../wording.ts';
import type { DisagreementWords } from './messages.ts';

/** What a replay found, as programs read it; amounts are decimal strings in `currency`. */
export type VerifyAnswer = {
  readonly agrees: boolean;
  readonly checked: readonly {
    readonly choice: string;
    readonly agrees: boolean;
    readonly cost: string;
    readonly lowerBound: string;
    readonly currency: string;
    readonly findings: readonly { readonly code: string; readonly card: number | null; readonly text: string }[];
  }[];
};

export function verifyAnswerOf(verdicts: readonly Verdict[], wording: Wording): VerifyAnswer {
  return {
    agrees: verdicts.every(({ disagreements }) => disagreements.length === 0),
    checked: verdicts.map(({ scope, cost, lowerBound, currency, disagreements }) => ({
      choice: scope,
      agrees: disagreements.length === 0,
      cost: formatMinor(cost, currencyDecimals(currency)),
      lowerBound: formatMinor(lowerBound, currencyDecimals(currency)),
      currency,
      findings: disagreements.map((each) => ({
        code: each.code,
        card: 'card' in each ? each.card : null,
        text: disagreementText(each, wording),
      })),
    })),
  };
}

const NO_WORDS: DisagreementWords = {
  card: '',
  offer: '',
  pack: '',
  found: '',
  expected: '',
  cost: '',
  bound: '',
  day: '',
  at: '',
  by: '',
  use: '',
  most: '',
};

export function disagreementText(disagreement: Disagreement, wording: Wording): string {
  const sentence = COMMAND_MESSAGES[wording.language].verify.disagreements[disagreement.code];
  return sentence({ ...NO_WORDS, ...wordsOf(disagreement, wording) });
}

function wordsOf(each: Disagreement, wording: Wording): Partial<DisagreementWords> {
  const { messages } = wording;
  const currency = 'currency' in each ? each.currency : '';
  const amount = (value: Money | number | string) =>
    currency === '' ? String(value) : wording.money(value as Money, currency);
  return {
    ...('card' in each ? { card: cardText(each, wording) } : {}),
    ...('offer' in each ? { offer: wording.offerName(each.offer) } : {}),
    ...('pack' in each ? { pack: wording.offerName(each.pack) } : {}),
    ...('found' in each ? { found: amount(each.found) } : {}),
    ...('expected' in each ? { expected: amount(each.expected) } : {}),
    ...('most' in each ? { most: amount(each.most) } : {}),
    ...('bound' in each ? { bound: amount(each.bound), cost: amount(each.cost) } : {}),
    ...('day' in each ? { day: wording.day(each.day) } : {}),
    ...('at' in each ? { at: formatMoment(messages, each.at) } : {}),
    ...('by' in each ? { by: messages.command.best[each.by] } : {}),
    ...('unserved' in each ? { use: wording.unserved(each.unserved) } : {}),
    ...('units' in each ? { use: wording.unserved(each) } : {}),
  };
}

function cardText({ card, offer }: { readonly card: number; readonly offer: string }, wording: Wording): string {
  return COMMAND_MESSAGES[wording.language].verify.card({ number: String(card + 1), offer: wording.offerName(offer) });
}
