import type { TotalView } from '../worker/choice-view.ts';

type RangeBarProps = { readonly total: TotalView; readonly most: number };

const WIDTH = 200;

/** The range of a total drawn against the dearest one in the list; the same is said in words beside it. */
export function RangeBar({ total: { low, high }, most }: RangeBarProps) {
  const end = high ?? most;
  const x = (low / most) * WIDTH;
  const width = Math.max(3, ((end - low) / most) * WIDTH);
  return (
    <svg class="range-bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={WIDTH} height="8" />
      <rect class={high === null ? 'open' : 'span'} x={Math.min(x, WIDTH - width)} width={width} height="8" />
    </svg>
  );
}
