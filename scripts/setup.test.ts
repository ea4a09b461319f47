import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const COPIED = ['package.json', 'package-lock.json', 'packages', 'catalog', 'scripts'];

/** A copy of the checkout to edit, with the packages of this one and nothing built yet. */
function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'simwise-checkout-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@simwise'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@simwise' && !name.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  for (const name of readdirSync(join(copy, 'packages'))) {
    symlinkSync(join(copy, 'packages', name), join(modules, '@simwise', name));
  }
  writeFileSync(join(modules, `.simwise-${fingerprint([join(copy, 'package-lock.json')])}`), '');
  return copy;
}

const checkout = copyCheckout();

function start(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: checkout,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function edit(file: string, before: string, after: string): void {
  const path = join(checkout, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`not in ${file}: ${before}`);
  writeFileSync(path, text.replace(before, after));
}

const TALKS = 'catalog/kz/offers/kcell/talks.yaml';
const built = () => readdirSync(join(checkout, 'dist')).filter((name) => name.startsWith('cli-'));

describe('a command is never stale', () => {
  test('a fresh copy is bundled once and answers', () => {
    const { status, stdout, stderr } = start('offer', 'kcell-talks-daily');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('₸40.00 / 1 d');
    const first = built();
    expect(first).toHaveLength(1);
    start('offer', 'kcell-talks-daily');
    expect(built()).toEqual(first);
  });

  test('after an edit of the catalogue the next run tells the new fact', () => {
    edit(TALKS, 'amount: 40 KZT', 'amount: 45 KZT');
    expect(start('offer', 'kcell-talks-daily').stdout).toContain('₸45.00 / 1 d');
  });

  test('after a broken edit it says so, and after mending it answers again', () => {
    edit(TALKS, 'amount: 45 KZT', 'amount: 45 tenge');
    const broken = start('offer', 'kcell-talks-daily');
    expect([broken.status, broken.stdout]).toEqual([2, '']);
    expect(broken.stderr).toMatch(/offers\/kcell\/talks\.yaml:\d+:\d+ schema: .*"45 tenge"/);
    edit(TALKS, 'amount: 45 tenge', 'amount: 50 KZT');
    expect(start('offer', 'kcell-talks-daily').stdout).toContain('₸50.00 / 1 d');
  });

  test('after an edit of the code the next run uses it, and the old bundle is gone', () => {
    const before = built();
    edit('packages/cli/src/main.ts', 'Which card to take in Kazakhstan', 'Edited');
    expect(start('--help').stdout).toContain('Edited, what it really costs');
    expect(built()).toHaveLength(1);
    expect(built()).not.toEqual(before);
  });

  test('after an edit of how the catalogue is read, it is compiled anew', () => {
    edit(
      'packages/catalog/src/quantity.ts',
      "if (text === 'forever')",
      "if (text === '1 day') return { unit: 'days', count: 2, ends: 'midnight' };\n  if (text === 'forever')",
    );
    expect(start('offer', 'kcell-talks-daily').stdout).toContain('₸50.00 / 2 d');
  });

  test('a file that was only touched changes nothing but the time it takes', () => {
    const before = start('offer', 'kcell-talks-daily').stdout;
    utimesSync(join(checkout, TALKS), new Date(), new Date());
    utimesSync(join(checkout, 'packages/cli/src/main.ts'), new Date(), new Date());
    expect(start('offer', 'kcell-talks-daily').stdout).toBe(before);
  });

  test('nothing half-made is left behind', () => {
    const left = readdirSync(join(checkout, 'dist'));
    expect(left.filter((name) => !/^(cli-[0-9a-f]{16}|catalog-[0-9a-f]{16}\.json)$/.test(name))).toEqual([]);
  });
});
