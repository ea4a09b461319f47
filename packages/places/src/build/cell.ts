import { readFileSync } from 'node:fs';
import { type Day, formatDay, parseDay } from '@simwise/engine';
import { TECHNOLOGIES, type Technology } from '../compiled.ts';

/** One cell of a public list. `range` is the spread of its observations in metres, not the reach of its mast. */
export type Cell = {
  readonly network: string;
  readonly technology: Technology;
  readonly lat: number;
  readonly lon: number;
  readonly range: number;
  readonly samples: number;
  readonly updated: Day;
};

const HEADER = 'network,technology,lat,lon,range,samples,updated';

/** A list of cells as it is kept, in the order it came. */
export function formatCells(cells: readonly Cell[]): string {
  const days = new Map<Day, string>();
  const rows = cells.map(({ network, technology, lat, lon, range, samples, updated }) => {
    const day = days.get(updated) ?? formatDay(updated);
    days.set(updated, day);
    return `${network},${technology},${lat},${lon},${range},${samples},${day}`;
  });
  return `${HEADER}\n${rows.join('\n')}\n`;
}

/** Reads a list as it is kept; the loader of public lists has checked every row. @throws RangeError on any other file. */
export function readCells(path: string): Cell[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (lines[0] !== HEADER) throw new RangeError(`${path}: not a list of cells with the columns ${HEADER}`);
  const days = new Map<string, Day>();
  return lines.slice(1).map((line) => {
    const [network = '', technology = '', lat, lon, range, samples, updated = ''] = line.split(',');
    const day = days.get(updated) ?? parseDay(updated);
    days.set(updated, day);
    const isKnown = TECHNOLOGIES.some((known) => known === technology);
    const cell = { network, lat: Number(lat), lon: Number(lon), range: Number(range), samples: Number(samples) };
    if (!isKnown || !Number.isFinite(cell.lat + cell.lon + cell.range + cell.samples)) {
      throw new RangeError(`${path}: "${line}" is not a row of ${HEADER}`);
    }
    return { ...cell, technology: technology as Technology, updated: day };
  });
}
