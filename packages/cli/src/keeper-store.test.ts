import * as fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeeperRefused, newKeeper, setAlerts } from '@simwise/keeper';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeeperStore, type StoreFiles, usualKeeperFile } from './keeper-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simwise-keeper-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OLD = newKeeper('old');
const NEW = setAlerts(OLD, { hour: 20 });
const id = () => 'made';

const { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync: removeSync, writeFileSync: writeSync } = fs;
/** Every step that changes a disk. */
const STEPS = { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync: removeSync, writeFileSync: writeSync };

/** The n-th call fails; after a crash so does every one that follows. `torn`: half of the text is written first. */
function failing(
  at: number,
  { crash, torn }: { crash: boolean; torn: boolean },
): { files: StoreFiles; calls: () => number } {
  let calls = 0;
  const wrapped = Object.entries(STEPS).map(([name, step]) => [
    name,
    (...args: never[]) => {
      calls += 1;
      const fails = crash ? calls >= at : calls === at;
      if (fails && torn && name === 'writeFileSync') {
        const [handle, text] = args as unknown as [number, string];
        fs.writeSync(handle, text.slice(0, text.length / 2));
      }
      if (fails) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return (step as (...given: never[]) => unknown)(...args);
    },
  ]);
  return { files: { ...fs, ...Object.fromEntries(wrapped) } as StoreFiles, calls: () => calls };
}

function callsOfOneSave(): number {
  const { files, calls } = failing(Number.POSITIVE_INFINITY, { crash: false, torn: false });
  const store = new KeeperStore(join(folder, 'count.json'), files);
  store.load(id);
  store.save(OLD);
  return calls();
}

describe('the keeper store', () => {
  it('keeps what was saved, for its holder alone', () => {
    const file = join(folder, 'deep', 'keeper.json');
    const store = new KeeperStore(file);
    expect(store.load(id)).toEqual(newKeeper('made'));
    store.save(NEW);
    expect(new KeeperStore(file).load(id)).toEqual(NEW);
    if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['keeper.json']);
  });

  it.each([
    ['an error', { crash: false, torn: false }],
    ['an error in the middle of a write', { crash: false, torn: true }],
    ['a crash', { crash: true, torn: false }],
    ['a crash in the middle of a write', { crash: true, torn: true }],
  ])('holds the old state or the new one, whole, after %s at any step', (_what, how) => {
    const steps = callsOfOneSave();
    expect(steps).toBeGreaterThanOrEqual(6);
    for (let step = 1; step <= steps; step++) {
      const file = join(folder, `keeper-${step}.json`);
      const first = new KeeperStore(file);
      first.load(id);
      first.save(OLD);
      const store = new KeeperStore(file, failing(step, how).files);
      store.load(id);
      let error: unknown = null;
      try {
        store.save(NEW);
      } catch (thrown) {
        error = thrown;
      }
      const kept = new KeeperStore(file).load(id);
      // Whoever was told of a failure still has the old state.
      expect(kept).toEqual(error ? OLD : NEW);
      if (error) expect(String(error)).toContain('What was kept before is unchanged');
      // The next save works again.
      const next = new KeeperStore(file);
      next.load(id);
      next.save(NEW);
      expect(new KeeperStore(file).load(id)).toEqual(NEW);
    }
  });

  it('leaves nothing half written behind after an error', () => {
    const { files } = failing(3, { crash: false, torn: true });
    const store = new KeeperStore(join(folder, 'keeper.json'), files);
    store.load(id);
    expect(() => store.save(NEW)).toThrow('cannot be saved');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not overwrite what another program has saved meanwhile', () => {
    const file = join(folder, 'keeper.json');
    const [mine, theirs] = [new KeeperStore(file), new KeeperStore(file)];
    mine.load(id);
    theirs.load(id);
    theirs.save(NEW);
    expect(() => mine.save(OLD)).toThrow('another program has changed it');
    expect(new KeeperStore(file).load(id)).toEqual(NEW);
  });

  it.each([
    ['no JSON', '{"format":', 'not-a-keeper-file'],
    ['something else', '{"format":"other"}', 'not-a-keeper-file'],
    ['a newer one', JSON.stringify({ ...OLD, version: 2 }), 'newer-file'],
    ['a damaged one', JSON.stringify({ ...OLD, cards: [{}] }), 'damaged-file'],
  ])('refuses %s and leaves it as it is', (_what, text, code) => {
    const file = join(folder, 'keeper.json');
    writeFileSync(file, text);
    const store = new KeeperStore(file);
    expect(() => store.load(id)).toThrow(KeeperRefused);
    expect(() => store.load(id)).toThrow(code);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('lives where the platform keeps data', () => {
    expect(usualKeeperFile()).toMatch(/simwise.keeper\.json$/);
  });
});
