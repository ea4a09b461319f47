import type { CheapestChoice } from '@simwise/advisor';
import { element } from './svg.ts';

export type Drawn = CheapestChoice['kind'] | 'none';

/** How a kind is told apart: colour, pattern and letter, each enough alone. */
type KindStyle = { readonly colour: string; readonly letter: string; readonly mark: string; readonly dash: string };

export const DRAWN: readonly Drawn[] = ['phone', 'data', 'pair', 'none'];

export const KIND_STYLE: { readonly [D in Drawn]: KindStyle } = {
  phone: { colour: '#4477aa', letter: 'P', mark: 'M0 8L8 0', dash: '' },
  data: { colour: '#ddaa33', letter: 'D', mark: 'M3 4h2', dash: '7 4' },
  pair: { colour: '#66bb88', letter: 'B', mark: 'M0 4h8M4 0v8', dash: '2 3' },
  none: { colour: '#eeeeee', letter: 'X', mark: 'M0 0L8 8M0 8L8 0', dash: '1 6' },
};

/** The patterns by which areas are filled. */
export function patterns(): string {
  const each = DRAWN.map((kind) => {
    const { colour, mark } = KIND_STYLE[kind];
    return element(
      'pattern',
      { id: `kind-${kind}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: 8, height: 8, fill: colour }),
      element('path', { d: mark, stroke: '#222222', 'stroke-width': 1, fill: 'none' }),
    );
  });
  return element('defs', {}, ...each);
}

export function fillOf(kind: Drawn): string {
  return `url(#kind-${kind})`;
}
