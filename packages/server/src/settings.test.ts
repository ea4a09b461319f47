import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BadSettings, readSettings, settingsSchema } from './settings.ts';

describe('settings', () => {
  test('not given are the usual ones', () => {
    expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', PORT: 8080, SENDS_AT_ONCE: 100 });
  });

  test('that are empty count as not given', () => {
    expect(readSettings({ PORT: '', SMTP_URL: '' })).toMatchObject({ PORT: 8080 });
  });

  test('that cannot be used are all named at once', () => {
    const read = () => readSettings({ PORT: '99999', DATABASE_URL: 'mysql://x', MAIL_FROM: 'nobody' });
    expect(read).toThrow(BadSettings);
    expect(read).toThrow(/PORT.*\n.*DATABASE_URL.*\n.*MAIL_FROM/);
  });

  test('are each described for those who run a server', () => {
    const text = readFileSync('docs/server.md', 'utf8');
    const missing = Object.keys(settingsSchema.shape).filter((name) => !text.includes(`| \`${name}\` |`));
    expect(missing).toEqual([]);
  });
});
