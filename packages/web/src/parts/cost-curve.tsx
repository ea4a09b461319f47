import { words } from '../state/words.ts';
import type { MapCell } from '../worker/answer-map.ts';

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 32;
const BOTTOM = 36;
const TOP = 32;
const RIGHT = 16;

type CurveProps = { readonly cells: readonly MapCell[]; readonly here: number };

type Point = { readonly days: number; readonly x: number; readonly y: number; readonly text: string };

/** The cost of the best choice against the days of the stay; the table of the page has the same figures. */
export function CostCurve({ cells, here }: CurveProps) {
  const { map, answer } = words().web;
  const priced = cells.flatMap(({ days, best }) => (best ? [{ days, best }] : []));
  const most = priced.reduce<(typeof priced)[number] | undefined>(
    (top, each) => (top && top.best.cost >= each.best.cost ? top : each),
    undefined,
  );
  if (!most) return <p class="empty">{map.waiting}</p>;
  const lastDay = Math.max(...priced.map(({ days }) => days));
  const points = priced.map(({ days, best }): Point => {
    const x = LEFT + ((WIDTH - LEFT - RIGHT) * days) / lastDay;
    const y = HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * best.cost) / most.best.cost;
    return { days, x, y, text: `${answer.days}: ${days}, ${best.costText}` };
  });
  const named = namedAmong(points, here);
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={map.curve}>
      <path class="axis" d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
      <text class="label" x="0" y={TOP - 12}>
        {most.best.costText}
      </text>
      <text class="label" x={LEFT - 8} y={HEIGHT - BOTTOM} text-anchor="end">
        0
      </text>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map((point) => (
        <Mark key={point.days} point={point} isHere={point.days === here} isNamed={named.includes(point)} />
      ))}
    </svg>
  );
}

/** How far apart the names of two points are at least. */
const ROOM = 24;

const NAMED_DAYS: readonly number[] = [1, 7, 14, 21, 30, 45, 60];

/** The person's own days and round ones; those that would be drawn over each other are left to the table. */
function namedAmong(points: readonly Point[], here: number): Point[] {
  const named = points.filter(({ days }) => days === here);
  for (const point of points.filter(({ days }) => NAMED_DAYS.includes(days)))
    if (named.every(({ x }) => Math.abs(x - point.x) >= ROOM)) named.push(point);
  return named;
}

type MarkProps = { readonly point: Point; readonly isHere: boolean; readonly isNamed: boolean };

function Mark({ point: { days, x, y, text }, isHere, isNamed }: MarkProps) {
  return (
    <g>
      <circle class={isHere ? 'here' : undefined} cx={x} cy={y} r={isHere ? 8 : 4}>
        <title>{text}</title>
      </circle>
      {isNamed && (
        <text class="label" x={x} y={HEIGHT - BOTTOM + 28} text-anchor="middle">
          {days}
        </text>
      )}
    </g>
  );
}
