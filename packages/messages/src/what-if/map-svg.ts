import type { AnswerMap, MapCell } from '@simwise/advisor';
import { formatNumber, formatVolume } from '../format.ts';
import type { Messages } from '../messages.ts';
import { DRAWN, type Drawn, fillOf, KIND_STYLE, patterns } from './kind-style.ts';
import { element, picture, textAt, widthOf } from './svg.ts';

const CELL = 12;
const LEFT = 84;
const TOP = 56;
const LEGEND = 22;
const LEAST_WIDTH = 560;

/** The map as a picture: days to the right, data upward; kinds by colour, pattern and letter, cells that are not proven pale. */
export function mapSvg(map: AnswerMap, messages: Messages): string {
  const { days, bytes } = map.grid;
  const [width, height] = [days.length * CELL, bytes.length * CELL];
  const size = {
    width: Math.max(LEAST_WIDTH, LEFT + width + 20, LEFT + widthOf(messages.whatIf.map.found)),
    height: TOP + height + 60 + LEGEND * (DRAWN.length + 1),
  };
  const body = [
    patterns(),
    textAt(LEFT, 22, messages.whatIf.map.title, { 'font-size': 16, 'font-weight': 'bold' }),
    ...map.cells.flatMap((row, index) => rowOf(row, TOP + height - (index + 1) * CELL)),
    ...letters(map),
    element('rect', { x: LEFT, y: TOP, width, height, fill: 'none', stroke: '#222222' }),
    ...axes(map, messages),
    ...legend(messages, TOP + height + 60),
  ];
  return picture(size, messages.whatIf.map.title, body.join(''));
}

/** Which kind a cell is drawn as. */
export function drawnAs({ winner }: MapCell): Drawn {
  return winner?.kind ?? 'none';
}

/** Cells of the same look side by side are one area. */
function rowOf(row: readonly MapCell[], y: number): string[] {
  const areas: string[] = [];
  const look = (cell: MapCell | undefined) => cell && `${drawnAs(cell)} ${cell.isProven}`;
  for (let from = 0, to = 0; from < row.length; from = to) {
    const cell = row[from] as MapCell;
    while (to < row.length && look(row[to]) === look(cell)) to += 1;
    const area = { x: LEFT + from * CELL, y, width: (to - from) * CELL, height: CELL, fill: fillOf(drawnAs(cell)) };
    areas.push(element('rect', cell.isProven ? area : { ...area, opacity: 0.75 }));
  }
  return areas;
}

/** Cells between two letters. */
const LETTER_EVERY = 6;

function letters({ cells, grid }: AnswerMap): string[] {
  const height = grid.bytes.length * CELL;
  return cells.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const isLettered = index % LETTER_EVERY === 2 && column % LETTER_EVERY === 2;
      if (!isLettered) return [];
      const { letter } = KIND_STYLE[drawnAs(cell)];
      const [x, y] = [LEFT + (column + 0.5) * CELL, TOP + height - (index + 0.5) * CELL + 5];
      const halo = { 'text-anchor': 'middle', stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' };
      return [textAt(x, y, letter, { ...halo, 'font-weight': 'bold' })];
    }),
  );
}

const TICKS = 6;

function axes({ grid }: AnswerMap, messages: Messages): string[] {
  const [width, height] = [grid.days.length * CELL, grid.bytes.length * CELL];
  const across = ticksOf(grid.days).map(({ index, value }) =>
    textAt(LEFT + (index + 0.5) * CELL, TOP + height + 18, formatNumber(messages, value), { 'text-anchor': 'middle' }),
  );
  const up = ticksOf(grid.bytes).map(({ index, value }) =>
    textAt(LEFT - 6, TOP + height - (index + 0.5) * CELL + 5, formatVolume(messages, 'data', value), {
      'text-anchor': 'end',
    }),
  );
  return [
    ...across,
    ...up,
    textAt(LEFT + width / 2, TOP + height + 38, messages.whatIf.map.days, { 'text-anchor': 'middle' }),
    textAt(4, TOP - 10, messages.whatIf.map.data),
  ];
}

/** A few values of an axis, both ends among them, with their places. */
function ticksOf(values: readonly number[]): { readonly index: number; readonly value: number }[] {
  const count = Math.min(TICKS, values.length);
  const indices = Array.from({ length: count }, (_, tick) =>
    count === 1 ? 0 : Math.round((tick * (values.length - 1)) / (count - 1)),
  );
  return indices.map((index) => ({ index, value: values[index] as number }));
}

function legend(messages: Messages, y: number): string[] {
  const rows = DRAWN.flatMap((kind, index) => {
    const at = y + index * LEGEND;
    const { letter } = KIND_STYLE[kind];
    return [
      element('rect', { x: LEFT, y: at, width: 28, height: 16, fill: fillOf(kind), stroke: '#222222' }),
      textAt(LEFT + 38, at + 13, `${letter}: ${drawnName(kind, messages)}`),
    ];
  });
  return [...rows, textAt(LEFT, y + DRAWN.length * LEGEND + 13, messages.whatIf.map.found)];
}

export function drawnName(kind: Drawn, { kinds, whatIf }: Messages): string {
  return kind === 'none' ? whatIf.map.none : kinds[kind];
}
