import type { CheapestChoice, CurvePoint } from '@simwise/advisor';
import type { Money } from '@simwise/engine';
import { formatMoney, formatNumber } from '../format.ts';
import type { Messages } from '../messages.ts';
import { KIND_STYLE } from './kind-style.ts';
import { element, picture, textAt } from './svg.ts';

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 96;
const TOP = 56;
const LEGEND = 22;
const TICKS = 5;

const KINDS = ['phone', 'data', 'pair'] as const satisfies readonly CheapestChoice['kind'][];

/** The cost of each kind against the days: lines told apart by colour, dashes and letter; none where nothing serves. */
export function curveSvg(points: readonly CurvePoint[], currency: string, messages: Messages): string {
  const scale = scaleOf(points);
  const { curve } = messages.whatIf;
  const body = [
    textAt(LEFT, 22, curve.title, { 'font-size': 16, 'font-weight': 'bold' }),
    element('rect', { x: LEFT, y: TOP, width: WIDTH, height: HEIGHT, fill: 'none', stroke: '#222222' }),
    ...ticks(scale, currency, messages),
    ...KINDS.flatMap((kind) => lineOf(kind, points, scale)),
    textAt(LEFT + WIDTH / 2, TOP + HEIGHT + 40, curve.days, { 'text-anchor': 'middle' }),
    textAt(4, TOP - 10, curve.cost),
    ...legend(messages),
  ];
  const size = { width: LEFT + WIDTH + 40, height: TOP + HEIGHT + 60 + LEGEND * (KINDS.length + 1) };
  return picture(size, curve.title, body.join(''));
}

type Scale = { readonly days: readonly [number, number]; readonly most: number };

function scaleOf(points: readonly CurvePoint[]): Scale {
  const days = points.map((point) => point.days);
  const costs = points.flatMap(({ costs: { kinds } }) => KINDS.map((kind) => kinds[kind].high)).filter(Number.isFinite);
  return { days: [Math.min(...days), Math.max(...days)], most: Math.max(1, ...costs) };
}

function xOf(days: number, { days: [first, last] }: Scale): number {
  return Math.round((LEFT + (last === first ? 0.5 : (days - first) / (last - first)) * WIDTH) * 10) / 10;
}

function yOf(cost: number, { most }: Scale): number {
  return Math.round((TOP + HEIGHT - (cost / most) * HEIGHT * 0.95) * 10) / 10;
}

function lineOf(kind: (typeof KINDS)[number], points: readonly CurvePoint[], scale: Scale): string[] {
  const served = points.filter(({ costs }) => Number.isFinite(costs.kinds[kind].high));
  const places = served.map(({ days, costs }) => [xOf(days, scale), yOf(costs.kinds[kind].high, scale)] as const);
  // letters stand at different parts of the lines, which often lie close together
  const lettered = places[Math.floor(((places.length - 1) * (KINDS.indexOf(kind) + 1)) / KINDS.length)];
  if (!lettered) return [];
  const { colour, dash, letter } = KIND_STYLE[kind];
  const line = {
    points: places.map((place) => place.join()).join(' '),
    fill: 'none',
    stroke: colour,
    'stroke-width': 3,
  };
  return [
    element('polyline', dash === '' ? line : { ...line, 'stroke-dasharray': dash }),
    textAt(lettered[0] + 6, lettered[1] - 6, letter, { 'font-weight': 'bold' }),
  ];
}

function ticks(scale: Scale, currency: string, messages: Messages): string[] {
  const parts = Array.from({ length: TICKS + 1 }, (_, index) => index / TICKS);
  const [first, last] = scale.days;
  const across = [...new Set(parts.map((part) => Math.round(first + part * (last - first))))].map((days) =>
    textAt(xOf(days, scale), TOP + HEIGHT + 18, formatNumber(messages, days), { 'text-anchor': 'middle' }),
  );
  const up = parts.map((part) => {
    const cost = Math.round(scale.most * part);
    return textAt(LEFT - 6, yOf(cost, scale) + 5, formatMoney(messages, cost as Money, currency), {
      'text-anchor': 'end',
    });
  });
  return [...across, ...up];
}

function legend(messages: Messages): string[] {
  const y = TOP + HEIGHT + 64;
  const rows = KINDS.flatMap((kind, index) => {
    const at = y + index * LEGEND;
    const { colour, dash, letter } = KIND_STYLE[kind];
    const line = { x1: LEFT, x2: LEFT + 28, y1: at, y2: at, stroke: colour, 'stroke-width': 3 };
    return [
      element('line', dash === '' ? line : { ...line, 'stroke-dasharray': dash }),
      textAt(LEFT + 38, at + 5, `${letter}: ${messages.kinds[kind]}`),
    ];
  });
  return rows;
}
