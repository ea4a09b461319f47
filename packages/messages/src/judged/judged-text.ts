import type { JudgedChoice, JudgedOver, NamedChoice, Regard } from '@simwise/advisor';
import { money } from '@simwise/engine';
import { formatDate, formatNumber, formatShare } from '../format.ts';
import type { Wording } from '../wording.ts';

/** What the history lacks, how a holder is supposed to act, and over what choices were judged. */
export function judgedOverText({ use, scenarios }: JudgedOver, { messages }: Wording): string[] {
  const { byAssumption, byHistory, acting, gap } = messages.judged;
  const count = formatNumber(messages, scenarios);
  if (use.is === 'profile') {
    const { level, day } = use.spread;
    return [
      acting,
      byAssumption({ scenarios: count, stay: formatShare(messages, level), day: formatShare(messages, day) }),
    ];
  }
  const gaps = use.gaps.map(({ first, last }) =>
    gap({ first: formatDate(messages, first), last: formatDate(messages, last) }),
  );
  return [...gaps, acting, byHistory({ scenarios: count, days: messages.units.days(use.days) })];
}

/** What is to be expected of a choice that is best in some regard, and what that costs. */
export function namedText(regard: Regard, named: NamedChoice, view: JudgedView): string {
  const price = priceOfRegard(regard, named, view);
  const { semicolon } = view.wording.messages.signs;
  return [...judgedTexts(named.judged, view), ...(price === '' ? [] : [price])].join(semicolon);
}

export type JudgedView = { readonly wording: Wording; readonly currency: string };

type Expected = Pick<JudgedChoice, 'expected' | 'p50' | 'p90' | 'cheapest' | 'runsOut'>;

/** What is to be expected of a choice: its cost and how much it may come to, how often it is the cheapest, how often it runs out. */
export function judgedTexts(judged: Expected, view: JudgedView): string[] {
  const { messages } = view.wording;
  const { expected, wins, runsOut } = messages.judged;
  const share = (value: number) => ({ share: formatShare(messages, value) });
  return [
    expected({
      expected: amountText(judged.expected, view),
      p50: amountText(judged.p50, view),
      p90: amountText(judged.p90, view),
    }),
    wins(share(judged.cheapest)),
    ...(judged.runsOut > 0 ? [runsOut(share(judged.runsOut))] : []),
  ];
}

/** What certainty or simplicity costs; empty where it costs nothing. */
export function priceOfRegard(regard: Regard, { price }: NamedChoice, view: JudgedView): string {
  if (regard === 'cheapest' || Math.round(price) <= 0) return '';
  return view.wording.messages.judged.prices[regard]({ price: amountText(price, view) });
}

function amountText(minor: number, { wording, currency }: JudgedView): string {
  return wording.money(money(Math.round(minor)), currency);
}
