import type { Language, Names } from '@simwise/catalog';
import { transcribe } from './transcribe.ts';

/** Degrees on WGS 84. */
export type Coordinates = { readonly lat: number; readonly lon: number };

export type PlaceKind =
  | 'oblast'
  | 'city'
  | 'city-area'
  | 'city-district'
  | 'district'
  | 'town'
  | 'village'
  | 'station'
  | 'homestead'
  | 'airport'
  | 'crossing'
  | 'sight';

/** In the order of their letters in the compiled file; new kinds come last. */
export const PLACE_KINDS: readonly PlaceKind[] = [
  'oblast',
  'city',
  'city-area',
  'city-district',
  'district',
  'town',
  'village',
  'station',
  'homestead',
  'airport',
  'crossing',
  'sight',
];

/**
 * Something a person may name on a route. `id` is the code of the state classifier (nine digits), `gn-…` for a settlement
 * that only GeoNames has, else a word of ours.
 */
export type Place = {
  readonly id: string;
  readonly kind: PlaceKind;
  /** Only what is on record; `placeName` transcribes the rest. */
  readonly names: Names;
  /** Names of earlier times and other spellings, to be found by. */
  readonly also: readonly string[];
  /** Null for most villages: nobody publishes where they are under a clear licence. */
  readonly at: Coordinates | null;
  readonly district: string | null;
  readonly oblast: string | null;
  /** The settlement from which one sets out, for a sight or a crossing. */
  readonly near: string | null;
  readonly population: number | null;
};

/** Kinds that have an extent, so that evidence is gathered over all of it. */
export function isArea({ kind }: Place): boolean {
  return kind === 'oblast' || kind === 'district' || kind === 'city-area' || kind === 'city-district';
}

/** The name of a place in a language; where none is on record, a transcription of the Russian or Kazakh one. */
export function placeName(language: Language, { id, names }: Place): string {
  const { en, ru, kk } = names;
  const latin = en ?? transcribe(ru ?? kk ?? id);
  if (language === 'ru' || language === 'kk') return names[language] ?? ru ?? kk ?? latin;
  return names[language] ?? latin;
}
