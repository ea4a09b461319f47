import { expect, test } from 'vitest';
import { clientKey } from './client-key.ts';

test('an IPv4 address counts for itself, also when it is written as IPv6', () => {
  expect(clientKey('203.0.113.7')).toBe('203.0.113.7');
  expect(clientKey('::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test('all addresses of one IPv6 network count as one caller, those of the next do not', () => {
  expect(clientKey('2a00:1450:4001:80b::1')).toBe(clientKey('2a00:1450:4001:80b:ffff::2'));
  expect(clientKey('2a00:1450:4001:80b::1')).not.toBe(clientKey('2a00:1450:4001:80c::1'));
});
