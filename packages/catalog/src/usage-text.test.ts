import { describe, expect, test } from 'vitest';
import { BadText, type TextKind } from './quantity.ts';
import { readCallUse, readDataUse, readDestination, readMessageUse } from './usage-text.ts';

const MB = 1024 * 1024;

function kindRefused(read: () => unknown): TextKind | 'read' {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof BadText ? error.kind : 'read';
  }
}

describe('data', () => {
  test('500 MB a day', () => {
    expect(readDataUse('500MB/day')).toEqual([{ kind: 'data', to: 'internet', perDay: { num: 500 * MB, den: 1 } }]);
  });

  test('an app and a month of thirty days, in one text', () => {
    // 3 GB a month = 3072 MB / 30 = 102.4 MB a day, kept as the fraction 512 × MB / 5
    expect(readDataUse('WhatsApp:100MB/day, 3GB/month')).toEqual([
      { kind: 'data', to: 'internet', app: 'whatsapp', perDay: { num: 100 * MB, den: 1 } },
      { kind: 'data', to: 'internet', perDay: { num: 512 * MB, den: 5 } },
    ]);
  });

  test.each(['500MB', '500/day', '-500MB/day', '500MB/year', '', ',', '500 mb/day'])('refuses "%s"', (text) => {
    expect(['data-use', 'volume']).toContain(kindRefused(() => readDataUse(text)));
  });

  test.each(['500min/day', '3sms/day', '2h/week'])('refuses "%s": that is not data', (text) => {
    expect(kindRefused(() => readDataUse(text))).toBe('data-use');
  });

  test('refuses more than a terabyte a day', () => {
    expect(kindRefused(() => readDataUse('1TB/day'))).toBe('read');
    expect(kindRefused(() => readDataUse('2TB/day'))).toBe('sane-use');
    expect(kindRefused(() => readDataUse('999999999TB/day'))).toBe('sane-use');
  });
});

describe('calls', () => {
  test('destinations, one of them a country by its two letters', () => {
    // 14 min a week = 840 s / 7 = 120 s a day
    expect(readCallUse('national-mobile:10min/day,CN:14min/week')).toEqual([
      { kind: 'voice', to: 'national-mobile', perDay: { num: 600, den: 1 } },
      { kind: 'voice', to: 'intl:CN', perDay: { num: 120, den: 1 } },
    ]);
  });

  test.each([
    ['10min/day', 'destination'],
    ['nowhere:10min/day', 'destination'],
    ['national-mobile:10MB/day', 'call-use'],
    ['national-mobile:10/day', 'volume'],
    ['national-mobile:10min', 'call-use'],
    ['national-mobile:-10min/day', 'call-use'],
    ['national-mobile:25h/day', 'sane-use'],
  ])('refuses "%s"', (text, kind) => {
    expect(kindRefused(() => readCallUse(text))).toBe(kind);
  });
});

describe('messages', () => {
  test('one a day', () => {
    expect(readMessageUse('national-mobile:1/day')).toEqual([
      { kind: 'sms', to: 'national-mobile', perDay: { num: 1, den: 1 } },
    ]);
  });

  test.each([
    ['national-mobile:1.5/day', 'message-use'],
    ['national-mobile:1min/day', 'message-use'],
    ['national-mobile:10001/day', 'sane-use'],
    ['1/day', 'destination'],
  ])('refuses "%s"', (text, kind) => {
    expect(kindRefused(() => readMessageUse(text))).toBe(kind);
  });
});

test.each(['on-net', 'landline', 'group', 'favourites', 'intl:CN', 'intl:RU/Beeline', 'short:7502', '+77011234567'])(
  'the destination %s stands for itself',
  (to) => {
    expect(readDestination(to, to)).toBe(to);
  },
);

test.each([undefined, '', 'cn', 'intl:C', 'short:1', '+0123', '87011234567'])('"%s" is no destination', (to) => {
  expect(kindRefused(() => readDestination(to, 'x'))).toBe('destination');
});
