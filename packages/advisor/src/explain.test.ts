import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { builtCatalog } from '../test/people.ts';
import { advise } from './advise.ts';
import { type ExplainedKind, explainKinds, type KindExplained } from './explain.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const catalog = builtCatalog();

function explainFor(input: StayInput): Map<ExplainedKind, KindExplained> {
  const stay = completeStay(catalog, { start: '2026-12-01', ...input }, parseDay('2026-12-01'));
  return new Map(explainKinds(catalog, advise(catalog, stay)).map((kind) => [kind.kind, kind]));
}

const tourist = explainFor({ preset: 'tourist' });
const withoutEsim = explainFor({ preset: 'tourist', device: { esim: false } });

describe('the kinds side by side', () => {
  test('all four are told, in the same order, even where none is on record', () => {
    expect([...tourist.keys()]).toEqual(['phone', 'data', 'hybrid', 'app-pass']);
    expect(tourist.get('hybrid')).toMatchObject({ offers: 0, sellers: 0, example: null, forms: [] });
  });

  test('a phone card has a number, calls and messages; a data card has none of the country', () => {
    const phone = tourist.get('phone')?.abilities;
    expect(phone?.['local-number']).toMatchObject({ no: 0, unknown: 0 });
    expect(phone?.calls.no).toBe(0);
    expect(tourist.get('data')?.abilities['local-number'].yes).toBe(0);
    expect(tourist.get('data')?.abilities.internet).toMatchObject({ no: 0, unknown: 0 });
  });

  test('the shares of an ability add up to the offers', () => {
    for (const { abilities, offers } of tourist.values()) {
      for (const { yes, no, unknown } of Object.values(abilities)) expect(yes + no + unknown).toBe(offers);
    }
  });

  test('an app pass is no card: no number, no calls, only its apps, on top of a plan', () => {
    const pass = tourist.get('app-pass');
    expect(pass?.abilities['local-number'].yes).toBe(0);
    expect(pass?.abilities.internet.yes).toBe(0);
    expect(pass?.apps).toContain('whatsapp');
    expect(pass?.example).toMatchObject({
      offers: ['beeline-mozhnovse7'],
      on: 'beeline-vse-est-840-week',
      choice: null,
    });
  });

  test('a pass of 150 tenge a week costs two weeks in twelve days, at least', () => {
    expect(tourist.get('app-pass')?.example?.total.low).toBe(30_000);
  });

  test('a kind that serves best with one pack after another is told with all of them, as the advice is', () => {
    const stay = completeStay(
      catalog,
      { preset: 'business-trip', start: '2026-12-01', days: 2 },
      parseDay('2026-12-01'),
    );
    const advice = advise(catalog, stay);
    const data = explainKinds(catalog, advice).find(({ kind }) => kind === 'data')?.example;
    expect(advice.best.data?.cards.length).toBeGreaterThan(1);
    expect(data?.total).toEqual(advice.best.data?.total);
  });

  test('what a kind costs is what the advice says of its best single card', () => {
    const data = tourist.get('data')?.example;
    expect(data?.choice?.cards).toHaveLength(1);
    expect(data?.total).toEqual(data?.choice?.total);
  });

  test('the rules are those of the kind: a phone card asks for a face, a travel eSIM does not', () => {
    const asks = (kind: ExplainedKind) =>
      tourist.get(kind)?.example?.formalities.flatMap(({ is, rule }) => (is === 'applies' ? [rule.id] : [])) ?? [];
    expect(asks('phone')).toContain('face-check');
    expect(asks('app-pass')).toContain('face-check');
    expect(asks('data')).not.toContain('face-check');
    expect(asks('data')).toContain('handset-roaming');
  });

  test('without eSIM no data card is left for this person', () => {
    expect(withoutEsim.get('data')?.example?.offers[0] ?? 'none').not.toMatch(/^maya/);
  });
});
