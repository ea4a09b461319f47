import { describe, expect, test } from 'vitest';
import { aCatalog } from '../test/tiny-catalog.ts';
import { destinationOf } from './numbering.ts';

describe('a number as seen from a card of Alpha, whose numbers and those of Beta are one network', () => {
  test.each([
    ['+77011234567', 'on-net', true],
    ['+77021234567', 'on-net', true],
    // Sources disagree on whose prefix 706 is.
    ['+77061234567', 'national-mobile', true],
    ['+77272123456', 'landline', false],
    ['+79161234567', 'intl:RU', false],
    ['+8613912345678', 'intl:CN', false],
    ['+85212345678', 'intl:HK', false],
    ['+996555123456', 'intl:KG', false],
    // No country by name: its code stands for it.
    ['+5511912345678', 'intl:551', false],
  ])('%s is %s', (number, to, isGuess) => {
    expect(destinationOf(aCatalog([]), number, 'alpha')).toEqual({ to, isGuess });
  });

  test.each(['', '+', '87011234567', '+0701123456', '+7701', '+770112345671234567', '+7 701 123 45 67', 'CN'])(
    '"%s" is no number',
    (number) => {
      expect(destinationOf(aCatalog([]), number, 'alpha')).toBeNull();
    },
  );
});

test('on-net is not mutual unless both say so', () => {
  expect(destinationOf(aCatalog([]), '+77011234567', 'beta')).toEqual({ to: 'national-mobile', isGuess: true });
});

test('a brand nobody knows has no numbers of its own network', () => {
  expect(destinationOf(aCatalog([]), '+77011234567', '')).toEqual({ to: 'national-mobile', isGuess: true });
});
