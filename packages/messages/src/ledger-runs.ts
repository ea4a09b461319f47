import type { Line } from '@simwise/engine';

/** Lines of one kind of use from the first to the last of them; `line` has their sum. */
export type LedgerRun = { readonly first: Line; readonly last: Line; readonly line: Line };

type Run = { -readonly [K in keyof LedgerRun]: LedgerRun[K] };

/** A ledger with runs of daily use of the same kind drawn together, their amounts added up. */
export function drawTogether(lines: readonly Line[]): LedgerRun[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const run = runs.findLast((each) => isSameUse(each.line, line));
    const isOpen = run && runs.slice(runs.indexOf(run) + 1).every(({ line: { kind } }) => DAILY.has(kind));
    if (run && isOpen) Object.assign(run, { last: line, line: addLines(run.line, line) });
    else runs.push({ first: line, last: line, line });
  }
  return runs;
}

const DAILY: ReadonlySet<Line['kind']> = new Set(['consumption', 'usage', 'throttled', 'refusal', 'unpriced']);

function isSameUse(a: Line, b: Line): boolean {
  if (!DAILY.has(b.kind) || a.kind !== b.kind || a.offer !== b.offer || a.reason !== b.reason) return false;
  const key = ({ use }: Line) => JSON.stringify([use?.kind, use?.to, use?.scope, use?.app, use?.kbps]);
  return key(a) === key(b);
}

function addLines(a: Line, b: Line): Line {
  const units = typeof a.use?.units === 'number' && typeof b.use?.units === 'number' ? a.use.units + b.use.units : 0;
  const amount = (a.amount + b.amount) as Line['amount'];
  return { ...a, amount, ...(a.use ? { use: { ...a.use, units } } : {}) };
}
