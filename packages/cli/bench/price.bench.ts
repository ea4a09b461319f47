import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const RUNS = 15;
const ASKED = ['--offer', 'kcell-b2b-workmate-1', '--start', '2026-12-01', '--days', '30', '--data', '500MB/day'];

/** Measures `simwise price` as a whole process, beside one of Node that does nothing. */
export function bench(say: (what: string, figure: string) => void, root: string): void {
  const price = [join(root, 'scripts/start.mjs'), 'price', ...ASKED];
  const nothing = ['-e', ''];
  const pairs = Array.from({ length: RUNS }, () => [timeOf(nothing), timeOf(price)] as const);
  const bare = pairs.map(([time]) => time);
  const whole = pairs.map(([, time]) => time);
  say('node that does nothing', told(bare));
  say('simwise price', told(whole));
  say('simwise price as a multiple of node that does nothing', `× ${(medianOf(whole) / medianOf(bare)).toFixed(1)}`);
}

/** @throws Error when the process does not do what it was asked. */
function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function told(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(0)} ms at best, ${medianOf(times).toFixed(0)} ms in the middle of ${RUNS}`;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}
