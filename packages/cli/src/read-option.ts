import { readFileSync } from 'node:fs';
import { type Day, parseDay } from '@simwise/engine';
import type { StopInput } from '@simwise/places';
import { UsageError } from './session.ts';

/** A day given with an option, which the complaint names. @throws UsageError */
export function readDay(text: string, option: string): Day {
  try {
    return parseDay(text);
  } catch {
    throw new UsageError(`${option} ${text}: a day is written such as 2026-12-01`);
  }
}

export function readCount(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text}: a whole number is expected, such as ${option} 30`);
}

export function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path}: no such file, or it cannot be read`);
  }
}

/** `Saty` or `Saty:2`, two days there. */
export function readStop(text: string): StopInput {
  const match = /^(.*\S)\s*:\s*(-?\d+)$/s.exec(text);
  return match ? { place: match[1] as string, days: Number(match[2]) } : { place: text, days: null };
}
