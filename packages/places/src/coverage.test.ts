import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { COMPILED_COVERAGE, INDEX, realFacts } from '../test/real-data.ts';
import type { Statement } from './compiled.ts';
import { coverageAt, isOfficialNone, type NetworkAnswer, speedOn } from './coverage.ts';
import type { Report } from './report.ts';

function answerAt(place: string, network: string, facts = realFacts()): NetworkAnswer {
  const answer = coverageAt(facts, INDEX.get(place)).networks.find((each) => each.network === network);
  if (!answer) throw new RangeError(`no answer for ${network}`);
  return answer;
}

const WORKED: Report = {
  network: 'beeline',
  place: '194461100',
  day: parseDay('2026-06-03'),
  worked: true,
  technology: '4G',
};

describe('absence of cells is never absence of signal', () => {
  test('no place is "none" but those an official, dated source names', () => {
    // man-55 (12 June 2024): Zharma, Sazdy, Baskudyk, Akkudyk; 5g-oskemen (9 November 2025): Samsonovka.
    const named = ['474633200', '474633300', '474643200', '474249200', '631000800'];
    const facts = realFacts();
    const none = INDEX.places.filter((place) =>
      coverageAt(facts, place).networks.some(({ state }) => state === 'none'),
    );
    expect(none.map(({ id }) => id).sort()).toEqual(named.sort());
  });

  test('a place without any cell within reach is unknown', () => {
    // Not in kz_places.csv, so no distance to it can be measured; published.yaml does not name it.
    expect(answerAt('194461100', 'kcell')).toMatchObject({ state: 'unknown', sightings: [], statements: [] });
  });

  test('the places of which published.yaml says that nothing was found are answered as unknown or by old cells alone', () => {
    // pl-none: Kolsai, Kaindy, Big Almaty Lake, Burabay, Altyn-Emel, Bozzhyra, Baikonur, Katon-Karagay.
    const places = [
      'kolsai-lakes',
      'kaindy-lake',
      'big-almaty-lake',
      'burabay-park',
      'altyn-emel',
      'bozzhyra',
      '431910000',
      '635430100',
    ];
    const answers = places.flatMap((id) => coverageAt(realFacts(), INDEX.get(id)).networks);
    expect(answers.filter(({ state, isHint }) => state !== 'unknown' && !(state === 'seen' && isHint))).toEqual([]);
  });
});

describe('old evidence is a hint and says its age', () => {
  test('every cell on record is of 12 January 2015 and historic in 2026', () => {
    const facts = realFacts();
    const sightings = INDEX.places.flatMap((place) =>
      coverageAt(facts, place).networks.flatMap((answer) => answer.sightings),
    );
    expect(sightings.length).toBeGreaterThan(300);
    expect([...new Set(sightings.map(({ day }) => day))]).toEqual([parseDay('2015-01-12')]);
    expect([...new Set(sightings.map(({ age }) => age))]).toEqual(['historic']);
    expect(sightings.every(({ areTechnologiesGuessed }) => areTechnologiesGuessed)).toBe(true);
  });

  test('seen by old cells alone is a hint', () => {
    expect(answerAt('750000000', 'beeline')).toMatchObject({ state: 'seen', isHint: true });
  });

  test('the same cells were evidence when they were new', () => {
    expect(answerAt('750000000', 'beeline', realFacts('2015-06-01'))).toMatchObject({ state: 'seen', isHint: false });
  });
});

describe('what somebody stated', () => {
  test('every statement has who, when or that it has no date, a link and a text in four languages', () => {
    for (const { id, by, said, sources, text } of COMPILED_COVERAGE.statements) {
      expect([id, ['official', 'operator', 'press'].includes(by)]).toEqual([id, true]);
      expect([id, said === null || said[0] <= said[1]]).toEqual([id, true]);
      const cited = sources.map((source) => COMPILED_COVERAGE.sources.find((each) => each.id === source));
      expect([id, cited.every((source) => source?.address.startsWith('http') && source.publisher !== '')]).toEqual([
        id,
        true,
      ]);
      expect([id, Object.keys(text).sort()]).toEqual([id, ['en', 'kk', 'ru', 'zh']]);
    }
  });

  test('Kcell at Charyn is stated by the press; the others have old cells at most', () => {
    expect(answerAt('charyn-canyon', 'kcell')).toMatchObject({ state: 'stated', isHint: false });
    expect(answerAt('charyn-canyon', 'kcell').statements[0]).toMatchObject({ by: 'press', said: null, says: 'works' });
    expect(answerAt('charyn-canyon', 'tele2').state).not.toBe('stated');
  });

  test('a statement without an operator is a remark on the place, not evidence for a network', () => {
    // 5g-aktobe: 82 stations of 5G, operator not named.
    const aktobe = coverageAt(realFacts(), INDEX.get('151010000'));
    expect(aktobe.remarks.map(({ id }) => id)).toEqual(['aktobe-5g']);
    expect(aktobe.networks.every(({ statements }) => statements.length === 0)).toBe(true);
  });

  test('a figure of an oblast is background of its villages, not evidence', () => {
    // alm-330 of 12 November 2025: 330 of 368 villages of Almaty oblast with 4G.
    const saty = coverageAt(realFacts(), INDEX.get('194461100'));
    expect(saty.background.map(({ id }) => id)).toEqual(['almaty-oblast-330']);
  });

  test('what the press says, or what has no date, is never an official none', () => {
    // kst-prirechny (2020, low confidence) and abay-74's Koktubek (undated) are only stated.
    expect(answerAt('395053100', 'kcell').state).toBe('stated');
    expect(answerAt('103445200', 'beeline').state).toBe('stated');
    const nones = COMPILED_COVERAGE.statements.filter(isOfficialNone).map(({ id }) => id);
    expect(nones.sort()).toEqual(['mangystau-none', 'oskemen-spots']);
  });
});

describe("a person's own report", () => {
  test('counts as seen, with its date', () => {
    const answer = answerAt('194461100', 'beeline', realFacts('2026-11-22', [WORKED]));
    expect(answer).toMatchObject({ state: 'seen', isHint: false });
    expect(answer.sightings[0]).toMatchObject({
      by: 'report',
      day: parseDay('2026-06-03'),
      technologies: ['4G'],
      age: 'fresh',
    });
  });

  test('grows old like any evidence', () => {
    expect(answerAt('194461100', 'beeline', realFacts('2031-01-01', [WORKED]))).toMatchObject({
      state: 'seen',
      isHint: true,
    });
  });

  test('newer than an official none outweighs it; older does not', () => {
    const later = { ...WORKED, place: '474633200' };
    const earlier = { ...later, day: parseDay('2024-06-01') };
    expect(answerAt('474633200', 'beeline', realFacts('2026-11-22', [later])).state).toBe('seen');
    expect(answerAt('474633200', 'beeline', realFacts('2026-11-22', [earlier])).state).toBe('none');
    expect(answerAt('474633200', 'kcell', realFacts('2026-11-22', [later])).state).toBe('none');
  });

  test('of no signal is told, and makes nothing "none"', () => {
    const silent = { ...WORKED, worked: false, technology: null };
    const answer = answerAt('194461100', 'beeline', realFacts('2026-11-22', [silent]));
    expect(answer).toMatchObject({ state: 'unknown', withoutSignal: [parseDay('2026-06-03')] });
  });
});

test('a sight without a position answers with the settlement from which one sets out', () => {
  const kolsai = coverageAt(realFacts(), INDEX.get('kolsai-lakes'));
  expect(kolsai.near?.place.id).toBe('194461100');
  expect(kolsai.networks.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
});

test('a place with nothing near says what was seen elsewhere in its district', () => {
  const { inDistrict } = answerAt('194461100', 'beeline');
  expect(inDistrict.map(({ metres }) => metres)).toEqual([null]);
  expect(inDistrict[0]?.cells).toBeGreaterThan(0);
});

describe('speed is the national figure with its date', () => {
  test.each([
    ['2026-11-22', 93.07], // Ookla, November 2025, the newest on record
    ['2025-06-01', 81.58], // Ookla, January 2025
    ['2024-03-15', 35.71], // Ookla, February 2024
  ])('on %s it is %d Mbit/s', (day, mbps) => {
    expect(speedOn(COMPILED_COVERAGE, parseDay(day))?.downloadMbps).toBe(mbps);
  });

  test('before the first figure there is none', () => {
    expect(speedOn(COMPILED_COVERAGE, parseDay('2020-01-01'))).toBeUndefined();
  });
});

test('a plan says nothing about today', () => {
  const plans = COMPILED_COVERAGE.statements.filter(({ says }: Statement) => says === 'plan');
  const places = plans.flatMap(({ about }) => ('places' in about ? about.places : []));
  expect(places.length).toBeGreaterThan(0);
  for (const id of places) {
    const shown = coverageAt(realFacts(), INDEX.get(id)).networks.flatMap(({ statements }) => statements);
    expect(shown.filter(({ says }) => says === 'plan')).toEqual([]);
  }
});
