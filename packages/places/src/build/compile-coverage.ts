import { daysOfPartialDate } from '@simwise/catalog';
import type { CompiledCoverage, Speed, Statement } from '../compiled.ts';
import type { CoverageSources } from './load-coverage.ts';

const METRES = 1000;

/** What was said and measured, as clients get it; only what our own words hold, no cells. */
export function compileCoverage({ statements, speed, rules, sources }: CoverageSources): CompiledCoverage {
  const { radiusKm, cityFrom, ageMonths } = rules.data;
  const metres = (km: string) => Math.round(Number(km) * METRES);
  const { city, town, village, most } = radiusKm;
  return {
    format: 1,
    statements: statements.data.statements.map(compileStatement),
    speed: speed.data.speed.map(compileSpeed),
    rules: {
      radiusM: { city: metres(city), town: metres(town), village: metres(village), most: metres(most) },
      cityFrom,
      ageMonths,
    },
    sources: sources.data.sources,
  };
}

function compileStatement(source: CoverageSources['statements']['data']['statements'][number]): Statement {
  const { said, ...rest } = source;
  if (said === 'unknown') return { ...rest, said: null };
  const { first, last } = daysOfPartialDate(said);
  return { ...rest, said: [first, last] };
}

function compileSpeed(source: CoverageSources['speed']['data']['speed'][number]): Speed {
  const { month, measure, downloadMbps, uploadMbps, latencyMs, sources } = source;
  const { first, last } = daysOfPartialDate(month);
  return {
    month: [first, last],
    measure,
    downloadMbps: Number(downloadMbps),
    ...(uploadMbps === undefined ? {} : { uploadMbps: Number(uploadMbps) }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    sources,
  };
}
