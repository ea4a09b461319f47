import { type Money, scaleMoney } from '../money.ts';
import type { Offer } from '../offer.ts';
import { type Reading, read } from '../uncertain.ts';
import { INTERNET, type UsageEvent } from '../usage.ts';
import type { ChoiceCard, Outcome, UncertainChoice } from './choice.ts';
import type { RunTerms } from './choice-runner.ts';
import { RaterRunner } from './rater-runner.ts';

/**
 * What a choice comes to for uses that are known, in the order of time, when it is acted on as over scenarios: the rating
 * engine alone rates every card, its facts read one way. @throws RangeError as `Rater` does.
 */
export function payChoice(
  { cards, callBytesPerMinute }: UncertainChoice,
  asked: readonly UsageEvent[],
  { terms, reading }: { readonly terms: RunTerms; readonly reading: Reading },
): Outcome {
  const running = cards.map((card) => ({ card, runner: runnerOf(card, terms, reading) }));
  const uses = callBytesPerMinute === undefined ? asked : asked.map((use) => callAsData(use, callBytesPerMinute));
  let isCarried = true;
  for (const use of uses) {
    const carriers = running.filter(({ card }) => card.carries.includes(use.kind));
    const last = carriers.pop();
    let left = use.amount;
    for (const { card, runner } of carriers)
      if (left > 0) left = runner.take({ slot: 0, event: seenBy(card, use, left) });
    if (last && left > 0) last.runner.feed({ slot: 0, event: seenBy(last.card, use, left) });
    isCarried &&= last !== undefined;
  }
  const outcomes = running.map(({ card, runner }) => ({ ...runner.finish(), ratio: card.ratio }));
  return {
    cost: outcomes.reduce((sum, { total, ratio }) => sum + scaleMoney(total as Money, ratio), 0),
    refills: outcomes.reduce((sum, { refills }) => sum + refills, 0),
    isServed: isCarried && outcomes.every(({ isServed }) => isServed),
  };
}

function callAsData(use: UsageEvent, bytesPerMinute: number): UsageEvent {
  if (use.kind !== 'voice') return use;
  return { at: use.at, kind: 'data', to: INTERNET, amount: Math.ceil((use.amount * bytesPerMinute) / 60) };
}

function seenBy({ numbers }: ChoiceCard, use: UsageEvent, amount: number): UsageEvent {
  return { ...use, to: numbers.get(use.to) ?? use.to, amount };
}

function runnerOf({ offers, purchases, refills }: ChoiceCard, terms: RunTerms, reading: Reading): RaterRunner {
  const plain = new Map([...offers].map(([id, offer]) => [id, read<Offer>(offer, reading)]));
  const { period, local, acceptsThrottle } = terms;
  return new RaterRunner({ offers: plain, purchases, refills, period, local }, acceptsThrottle);
}
