import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileOf } from './command.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const SIMWISE = join(ROOT, 'packages', 'cli', 'bin', 'simwise.mjs');
const PRICE = [
  'price',
  '--offer',
  'altel-business-premium-15gb',
  '--start',
  '2016-06-01',
  '--days',
  '30',
  '--data',
  '15560MB/month',
];

type Outcome = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a program without a terminal to its end. */
async function run(command: string, args: readonly string[], cwd = ROOT): Promise<Outcome> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

const simwise = (...args: string[]) => run(process.execPath, [SIMWISE, ...args]);

describe('the program as a process', () => {
  test('prices Premium 15Gb of 2016: 1000 + 200 × 3 = 1600, the price of the SIM between 0 and 1000', async () => {
    const { code, out, err } = await simwise(...PRICE, '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).total).toEqual({ amount: '1600.00', currency: 'KZT', low: '1600.00', high: '2600.00' });
  });

  test('works from any folder', async () => {
    const { code, out } = await run(process.execPath, [SIMWISE, ...PRICE], '/');
    expect([code, out.split('\n')[0]]).toEqual([0, 'Total: ₸1,600.00 (between ₸1,600.00 and ₸2,600.00)']);
  });

  test('exits 1 where the answer is no', async () => {
    expect((await simwise('advise', '--days', '3', '--local-number', '--sim-slots', '0')).code).toBe(1);
  });

  test('exits 2 where it could not be done, with a sentence and no stack trace', async () => {
    const { code, out, err } = await simwise('price', '--offer', 'nope');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^simwise: There is no offer "nope".*\n$/);
  });

  test('verifies an answer that it reads from a pipe', async () => {
    const { out: answer } = await simwise('advise', '--start', '2026-12-01', '--days', '2', '--json');
    const child = spawn(process.execPath, [SIMWISE, 'verify', '-', '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stdin.end(answer);
    const [code] = await once(child, 'close');
    expect([code, JSON.parse(out).agrees]).toEqual([0, true]);
  });

  test('stops quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [SIMWISE, 'offers', '--json'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect([code, err]).toEqual([0, '']);
  });
});

describe('npm start', () => {
  test('lets arguments through', async () => {
    const { code, out } = await run('npm', ['start', '--silent', '--', ...PRICE]);
    expect([code, out.split('\n')[0]]).toEqual([0, 'Total: ₸1,600.00 (between ₸1,600.00 and ₸2,600.00)']);
  });
});

/** Makes pipes look like a terminal, so that the real prompts can be typed into. */
const AS_TERMINAL = `
for (const stream of [process.stdin, process.stdout]) stream.isTTY = true;
Object.assign(process.stdout, { columns: 100, rows: 40 });
process.stdin.setRawMode = () => process.stdin;
`;

/** Types each answer when its question shows up. */
async function converse(
  args: readonly string[],
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<Outcome> {
  const terminal = fileOf('terminal.mjs', AS_TERMINAL);
  const child = spawn(process.execPath, ['--import', terminal, SIMWISE, ...args], { cwd: ROOT, stdio: 'pipe' });
  const left = [...answers];
  const texts = { out: '', err: '' };
  let from = 0;
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
    for (let next = left[0]; next; next = left[0]) {
      const at = texts.out.indexOf(next[0], from);
      if (at < 0) return;
      from = at + next[0].length;
      left.shift();
      if (left.length === 0) child.stdin.end(next[1]);
      else child.stdin.write(next[1]);
    }
  });
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

const ENTER = '\r';
const DOWN = '\u001b[B';

describe('in a terminal', () => {
  test('questions are asked one after the other, and the stay is answered', async () => {
    const { code, out, err } = await converse(
      ['advise'],
      [
        ['What brings you here?', ENTER],
        ['From which day?', ENTER],
        ['For how many days?', ENTER],
        ['What do you do online?', ENTER],
        ['How much data', `300MB${ENTER}`],
        ['How many minutes a day', ENTER],
        ['Do you need a local number', `${DOWN}${ENTER}`],
        ['Can your phone use eSIM?', ENTER],
      ],
    );
    expect([code, err.replace('compiling the catalogue…\n', '')]).toEqual([0, '']);
    expect(out).toMatch(/Stay: 12 days.*\(tourist\)\nUse: 300 MB/);
    expect(out).toMatch(/Best overall: /);
  });

  test('a wrong answer is asked again, and Ctrl-C stops', async () => {
    const { code, out, err } = await converse(
      ['advise'],
      [
        ['What brings you here?', ENTER],
        ['From which day?', ENTER],
        ['For how many days?', `x${ENTER}`],
        ['A whole number from 1 to 3660.', '\u0003'],
      ],
    );
    expect(code).toBe(2);
    expect(out).not.toMatch(/Best overall/);
    expect(err).toContain('simwise: Stopped. Nothing was kept.');
  });
});
