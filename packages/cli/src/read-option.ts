import { readFileSync } from 'node:fs';
import { BadUsageFile } from '@simwise/advisor';
import { brokenJsonAt } from '@simwise/counter';
import { type Day, parseDay } from '@simwise/engine';
import { unreadableText } from '@simwise/messages';
import type { StopInput } from '@simwise/places';
import { UsageError } from './session.ts';

/** A day given with an option, which the complaint names. @throws UsageError */
export function readDay(text: string, option: string): Day {
  try {
    return parseDay(text);
  } catch {
    throw new UsageError(({ usage }) => usage.day({ option, text }));
  }
}

export function readCount(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(({ usage }) => usage.count({ option, text }));
}

/** A count between two bounds, both allowed. @throws UsageError */
export function readCountIn(text: string, option: string, [least, most]: readonly [number, number]): number {
  const count = readCount(text, option);
  if (count >= least && count <= most) return count;
  throw new UsageError(({ usage }) => usage.between({ option, text, least: String(least), most: String(most) }));
}

export function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(({ usage }) => usage.noFile({ path }));
  }
}

/** The value of JSON read from a file. @throws UsageError that names the place where it stops being JSON */
export function parseJson(path: string, json: string): unknown {
  const place = brokenJsonAt(json);
  if (!place) return JSON.parse(json);
  const [line, column] = [String(place.line), String(place.col)];
  throw new UsageError(({ usage }) => usage.noJson({ path, line, column }));
}

/** Reads something from a file of uses, named with an option. @throws UsageError that names the bad rows */
export function fromUsageFile<T>(option: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadUsageFile)) throw error;
    throw new UsageError(
      (messages) => `${messages.usage.badRows({ option, path })}\n${unreadableText(messages, error, path)}`,
    );
  }
}

/** `Saty` or `Saty:2`, two days there. */
export function readStop(text: string): StopInput {
  const match = /^(.*\S)\s*:\s*(-?\d+)$/s.exec(text);
  return match ? { place: match[1] as string, days: Number(match[2]) } : { place: text, days: null };
}
