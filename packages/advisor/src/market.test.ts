import { parseDay } from '@simwise/engine';
import { expect, test } from 'vitest';
import { builtCatalog } from '../test/people.ts';
import { findCandidates } from './candidates.ts';
import { marketOf } from './market.ts';
import { completeStay } from './stay.ts';

test('of two add-ons that exclude each other on record, each knows of the other, whichever of them says so', () => {
  const catalog = builtCatalog();
  const stay = completeStay(catalog, { preset: 'resident', start: '2026-12-01' }, parseDay('2026-12-01'));
  const market = marketOf(catalog, findCandidates(catalog, stay), []);
  const conflictsOf = (id: string) => market.find(({ offer }) => offer.id === id)?.conflicts;
  expect(conflictsOf('beeline-internet-paket-plus-100mb-day')).toEqual(['beeline-internet-paket-plus-5gb']);
  expect(conflictsOf('beeline-internet-paket-plus-5gb')).toEqual(['beeline-internet-paket-plus-100mb-day']);
});
