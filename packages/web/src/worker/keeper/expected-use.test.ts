import { readCallUse, readDataUse, readMessageUse } from '@simwise/catalog';
import { expect, it } from 'vitest';
import { expectedUse } from './expected-use.ts';

it('says the use of a stay in the words that people use, and they are read as the same', () => {
  const profile = [
    ...readDataUse('500MB/day,whatsapp:100MB/day'),
    ...readCallUse('national-mobile:10min/day,CN:2min/day'),
    ...readMessageUse('national-mobile:1/week'),
  ];
  // A message a week is four in thirty days, to the whole.
  expect(expectedUse(profile)).toEqual({
    data: '500MB/day,whatsapp:100MB/day',
    calls: 'national-mobile:10min/day,intl:CN:2min/day',
    sms: 'national-mobile:4/month',
  });
  const { data = '', calls = '' } = expectedUse(profile);
  expect([...readDataUse(data), ...readCallUse(calls)]).toEqual(profile.slice(0, 4));
});

it('leaves out what is not used', () => {
  expect(
    expectedUse(readMessageUse('national-mobile:1/month').map((part) => ({ ...part, perDay: { num: 0, den: 1 } }))),
  ).toEqual({});
});
