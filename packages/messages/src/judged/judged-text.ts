import type { JudgedOver, NamedChoice, Regard } from '@simwise/advisor';
import { money } from '@simwise/engine';
import { formatDate, formatNumber, formatShare } from '../format.ts';
import type { Wording } from '../wording.ts';

/** Over what choices were judged, and what the history lacks. */
export function judgedOverText({ use, scenarios }: JudgedOver, { messages }: Wording): string[] {
  const { byAssumption, byHistory, gap } = messages.judged;
  const count = formatNumber(messages, scenarios);
  if (use.is === 'profile') {
    const { level, day } = use.spread;
    return [byAssumption({ scenarios: count, stay: formatShare(messages, level), day: formatShare(messages, day) })];
  }
  const gaps = use.gaps.map(({ first, last }) =>
    gap({ first: formatDate(messages, first), last: formatDate(messages, last) }),
  );
  return [...gaps, byHistory({ scenarios: count, days: messages.units.days(use.days) })];
}

/** What is to be expected of a choice that is best in some regard, and what that costs. */
export function namedText(regard: Regard, named: NamedChoice, view: { wording: Wording; currency: string }): string {
  const { messages } = view.wording;
  const { expected, wins, runsOut, prices } = messages.judged;
  const amount = (minor: number) => view.wording.money(money(Math.round(minor)), view.currency);
  const share = (value: number) => ({ share: formatShare(messages, value) });
  const { judged, price } = named;
  return [
    expected({ expected: amount(judged.expected), p90: amount(judged.p90) }),
    wins(share(judged.cheapest)),
    ...(judged.runsOut > 0 ? [runsOut(share(judged.runsOut))] : []),
    ...(regard !== 'cheapest' && Math.round(price) > 0 ? [prices[regard]({ price: amount(price) })] : []),
  ].join(messages.signs.semicolon);
}
