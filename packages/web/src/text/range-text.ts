import type { Messages } from '@simwise/messages';
import type { TotalView } from '../worker/choice-view.ts';

/** Money in words: one sum, a range, or a least sum where nothing bounds it. */
export function rangeText({ web }: Messages, { low, high, lowText, highText }: TotalView): string {
  const { answer } = web;
  if (high === null) return answer.atLeast({ low: lowText });
  return low === high ? lowText : answer.range({ low: lowText, high: highText });
}
