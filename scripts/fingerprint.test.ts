import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simwise-fingerprint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'a.txt'), 'a');
  writeFileSync(join(folder, 'sub', 'b.txt'), 'b');
});

/** Whether the fingerprint of the folder changes when `act` is done. */
function changesWith(act: () => void): boolean {
  const before = fingerprint([folder]);
  act();
  return fingerprint([folder]) !== before;
}

test('is the same for what nobody touched', () => {
  expect(fingerprint([folder])).toBe(fingerprint([folder]));
  expect(fingerprint([folder])).toMatch(/^[0-9a-f]{16}$/);
});

describe('changes', () => {
  test.each<[string, () => void]>([
    ['with the text of a file', () => writeFileSync(join(folder, 'a.txt'), 'aa')],
    ['with the time of a file deep down', () => utimesSync(join(folder, 'sub', 'b.txt'), 1, 1)],
    ['with a new file', () => writeFileSync(join(folder, 'c.txt'), '')],
    ['with a file gone', () => rmSync(join(folder, 'sub', 'b.txt'))],
    ['with a new name', () => renameSync(join(folder, 'a.txt'), join(folder, 'z.txt'))],
  ])('%s', (_what, act) => {
    expect(changesWith(act)).toBe(true);
  });
});

describe('does not change', () => {
  test.each(['node_modules', 'dist', '.git'])('with what is made in %s', (name) => {
    const inside = join(folder, name);
    expect(
      changesWith(() => {
        mkdirSync(inside);
        writeFileSync(join(inside, 'x'), 'x');
      }),
    ).toBe(false);
  });
});

test('a path that is not there is not the same as an empty folder with it', () => {
  const missing = fingerprint([join(folder, 'nowhere')]);
  expect(missing).toBe(fingerprint([join(folder, 'nowhere')]));
  writeFileSync(join(folder, 'nowhere'), '');
  expect(fingerprint([join(folder, 'nowhere')])).not.toBe(missing);
});
