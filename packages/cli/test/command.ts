import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { main } from '../src/main.ts';

/** What a command left behind: its exit code and what it printed. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** 14:00 on 22 November 2026 in Kazakhstan. */
const NOW = Date.UTC(2026, 10, 22, 9);

/** Runs `simwise` with these arguments in this process, as without a terminal. No outcome may show a stack. */
export async function simwise(...args: readonly string[]): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    isInteractive: false,
    now: () => NOW,
  };
  const code = await main(args, terminal);
  const outcome = { code, out: out.join('\n'), err: err.join('\n') };
  expect(`${outcome.out}${outcome.err}`).not.toMatch(/\n\s+at .+:\d+:\d+|something went wrong/);
  return outcome;
}

/** What a command prints with `--json`, and that it did what was asked. */
export async function answerOf<T>(...args: readonly string[]): Promise<T> {
  const { code, out, err } = await simwise(...args, '--json');
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as T;
}

/** A file of the test's own, gone when the test is over. */
export function fileOf(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'simwise-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Offers for which totals are worked out by hand; to be put into a copy of the catalogue. */
export const HAND_MADE = `common:
  brand: kcell
  version:
    seen: { from: '2026-06', to: '2026-10', basis: made up for a test }
    sources: [ kcell-talks ]
    evidence: operator-page
    confidence: high
    sale: open
    tax: included
offers:
  - id: test-premium
    role: base
    card: phone
    names: { en: Premium, ru: Премиум, zh: 高级, kk: Премиум KZ }
    networks: [ kcell ]
    number: local
    hotspot: allowed
    versions:
      - simPrice: 0 KZT
        fee: [ { amount: 1000 KZT, every: 30 days } ]
        allowances:
          - { data: 15 GB }
          - { voice: unlimited, to: [ on-net ] }
        rates:
          - { data: 3 KZT per MB }
          - { voice: 8 KZT per min, to: [ national ] }
          - { voice: 40 KZT per min, to: [ 'intl:CN' ] }
          - { sms: 8 KZT, to: [ national ] }
        unpaid: { do: rates, rates: [ { data: 25 KZT per MB } ] }
  - id: test-pack
    role: add-on
    names: { en: Pack }
    requires: { offers: [ test-premium ] }
    versions:
      - fee: [ { amount: 200 KZT, every: once } ]
        validity: 7 days
        allowances: [ { data: 1 GB } ]
  - id: test-aged
    role: base
    card: phone
    names: { en: Aged }
    networks: [ kcell ]
    number: local
    hotspot: allowed
    versions:
      - seen: { from: '2022', to: '2022', basis: made up for a test }
        simPrice: 0 KZT
        fee: [ { amount: 1190 KZT, every: 30 days } ]
        unpaid: unknown
`;
