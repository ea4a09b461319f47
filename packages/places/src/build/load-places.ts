import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, sourcesSchema } from '@simwise/catalog/build';
import type * as z from 'zod';
import { CsvReader, type Row } from './csv.ts';
import { crossingLists, nameList, sightList } from './place-schema.ts';
import type { Feature } from './polygons.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

const KATO = ['kato', 'level', 'ru', 'kk'] as const;
const GEONAMES = ['id', 'geonameid', 'name', 'ru', 'kk', 'lat', 'lon', 'population', 'district'] as const;
const AIRPORTS = ['icao', 'iata', 'name', 'city', 'lat', 'lon', 'scheduled'] as const;

/** The places of a catalogue folder as their keepers write them, every file by its own schema. */
export type PlaceSources = {
  readonly kato: readonly Row<(typeof KATO)[number]>[];
  readonly geonames: readonly Row<(typeof GEONAMES)[number]>[];
  readonly airports: readonly Row<(typeof AIRPORTS)[number]>[];
  readonly outlines: readonly Feature[];
  readonly names: YamlDocument<z.infer<typeof nameList>>;
  readonly sights: YamlDocument<z.infer<typeof sightList>>;
  readonly crossings: YamlDocument<z.infer<typeof crossingLists>>;
  readonly sources: YamlDocument<z.infer<typeof sourcesSchema>>;
};

export type PlacesLoaded = { readonly places: PlaceSources | null; readonly findings: readonly Finding[] };

/** Whether a catalogue folder has places at all. */
export function hasPlaces(root: string): boolean {
  return existsSync(join(root, 'places'));
}

/** Reads `places/` of a catalogue folder. Every complaint of every file is gathered; with one there are no places. */
export function loadPlaces(root: string): PlacesLoaded {
  const findings: Finding[] = [];
  const csv = new CsvReader(root);
  const kato = csv.read('places/kato/kato.csv', KATO);
  const geonames = csv.read('places/geonames/settlements.csv', GEONAMES);
  const airports = csv.read('places/airports.csv', AIRPORTS);
  const outlines = readOutlines(root, findings);
  const names = readYaml(root, 'places/names.yaml', nameList, findings);
  const sights = readYaml(root, 'places/sights.yaml', sightList, findings);
  const crossings = readYaml(root, 'places/crossings.yaml', crossingLists, findings);
  const sources = readYaml(root, 'places/sources.yaml', sourcesSchema, findings);
  const all = [...csv.findings, ...findings];
  if (!(names && sights && crossings && sources) || all.length > 0) return { places: null, findings: all };
  return { places: { kato, geonames, airports, outlines, names, sights, crossings, sources }, findings: all };
}

/** The outlines of districts and cities; none, with a finding, where they cannot be read. */
export function readOutlines(root: string, findings: Finding[]): Feature[] {
  const file = 'places/geokz/districts.geojson';
  try {
    const { features } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { features?: Feature[] };
    if (Array.isArray(features)) return features;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  const expected = 'a GeoJSON collection of outlines';
  findings.push({ file, line: 1, col: 1, check: 'readable', found: 'nothing that can be read', expected });
  return [];
}
