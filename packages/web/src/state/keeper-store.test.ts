import { describe, expect, it } from 'vitest';
import { KeeperStore } from './keeper-store.ts';

/** A storage that a test fills up, forbids or lets another page write to. */
function setUp(first: string | null = null) {
  const place = { file: first, isFull: false, isForbidden: false, writes: 0 };
  const store = new KeeperStore({
    read: () => {
      if (place.isForbidden) throw new DOMException('no', 'SecurityError');
      return place.file;
    },
    write: (file) => {
      if (place.isFull || place.isForbidden) throw new DOMException('no', 'QuotaExceededError');
      place.writes += 1;
      place.file = file;
    },
  });
  return { place, store };
}

describe('the file of the keeper on a device', () => {
  it('is written when it has changed, and only then', () => {
    const { place, store } = setUp();
    expect(store.keep(null, null)).toBe(true);
    expect(store.keep(null, 'one')).toBe(true);
    expect(store.keep('one', 'one')).toBe(true);
    expect(place).toMatchObject({ file: 'one', writes: 1 });
  });

  it('that another page has changed meanwhile is left as that page wrote it', () => {
    const { place, store } = setUp('one');
    place.file = 'of another page';
    expect(store.keep('one', 'two')).toBe(false);
    expect(store.file).toBe('of another page');
  });

  it('that finds no room stays here, beside the old one, until there is room again', () => {
    const { place, store } = setUp('one');
    place.isFull = true;
    expect(store.keep('one', 'two')).toBe(true);
    expect([store.file, store.isUnsaved, place.file]).toEqual(['two', true, 'one']);
    place.isFull = false;
    expect(store.keep('two', 'two')).toBe(true);
    expect([store.isUnsaved, place.file]).toEqual([false, 'two']);
  });

  it('lives as long as the page where storage is forbidden', () => {
    const { place, store } = setUp('hidden');
    place.isForbidden = true;
    expect(store.file).toBe(null);
    expect(store.keep(null, 'one')).toBe(true);
    expect([store.file, store.isUnsaved]).toEqual(['one', true]);
  });
});
