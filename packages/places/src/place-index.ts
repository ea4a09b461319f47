import { type KindHint, splitKindWords } from './kind-words.ts';
import type { Place } from './place.ts';
import { isChinese, plainText, soundKey } from './sound-key.ts';
import { Trigrams } from './trigrams.ts';

/** How a place was found: by its very name, by its sound, by a beginning of its name, or by something like it. */
export type MatchHow = 'name' | 'sound' | 'beginning' | 'similar';

export type PlaceHit = { readonly place: Place; readonly how: MatchHow; readonly matched: string };

type Entry = { readonly place: number; readonly name: string };

const MOST_BEGINNINGS = 400;
const SHORTEST_SIMILAR = 3;
const HOWS: readonly MatchHow[] = ['name', 'sound', 'beginning', 'similar'];

/** Finds places by name in four languages and scripts. Built once from all places; a search takes no I/O and no clock. */
export class PlaceIndex {
  readonly places: readonly Place[];
  readonly #byId: ReadonlyMap<string, Place>;
  readonly #byKey = new Map<string, Entry[]>();
  readonly #keys: readonly string[];
  readonly #trigrams: Trigrams;

  constructor(places: readonly Place[]) {
    this.places = places;
    this.#byId = new Map(places.map((place) => [place.id, place]));
    const keyOf = rememberingKeys();
    for (const [index, place] of places.entries()) this.#add(place, index, keyOf);
    this.#keys = [...this.#byKey.keys()].sort();
    this.#trigrams = new Trigrams(this.#keys);
  }

  #add(place: Place, index: number, keyOf: (name: string) => string): void {
    for (const name of searchedNames(place)) {
      const key = keyOf(name);
      const entries = this.#byKey.get(key);
      if (entries) entries.push({ place: index, name });
      else this.#byKey.set(key, [{ place: index, name }]);
    }
  }

  /** The place of an id; undefined where there is none. */
  find(id: string): Place | undefined {
    return this.#byId.get(id);
  }

  /** The place of an id that another place names. @throws RangeError where the file is not whole. */
  get(id: string): Place {
    const place = this.#byId.get(id);
    if (!place) throw new RangeError(`no such place: ${id}`);
    return place;
  }

  /** The places a text may mean, the likeliest first, each once. An id finds its place alone. */
  search(text: string, limit = 10): PlaceHit[] {
    const known = this.#byId.get(text.trim());
    if (known) return [{ place: known, how: 'name', matched: known.id }];
    const { words, hints } = splitKindWords(text);
    const key = soundKey(words);
    if (key === '') return [];
    const exact = this.#exact(key, words);
    const similar = exact.length > 0 ? [] : this.#similar(key);
    return rank([...exact, ...this.#beginnings(key), ...similar], hints).slice(0, limit);
  }

  #exact(key: string, words: string): PlaceHit[] {
    const plain = plainText(words);
    return this.#hits(key, (name) => (plainText(name) === plain ? 'name' : 'sound'));
  }

  #hits(key: string, howOf: (name: string) => MatchHow): PlaceHit[] {
    return (this.#byKey.get(key) ?? []).map(({ place, name }) => {
      return { place: this.places[place] as Place, how: howOf(name), matched: name };
    });
  }

  #beginnings(key: string): PlaceHit[] {
    if (key.length < (isChinese(key) ? 1 : 2)) return [];
    const hits: PlaceHit[] = [];
    for (let index = lowerBound(this.#keys, key); hits.length < MOST_BEGINNINGS; index++) {
      const candidate = this.#keys[index];
      if (candidate === undefined || !candidate.startsWith(key)) break;
      if (candidate !== key) hits.push(...this.#hits(candidate, () => 'beginning'));
    }
    return hits;
  }

  #similar(key: string): PlaceHit[] {
    if (key.length < SHORTEST_SIMILAR) return [];
    return this.#trigrams.nearest(key).flatMap((candidate) => this.#hits(candidate, () => 'similar'));
  }
}

/** Half of all villages share their name with another one. */
function rememberingKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? soundKey(name);
    known.set(name, key);
    return key;
  };
}

/** Settlements, whose names hold no word for their kind: those were taken off when the file was made. */
const WITHOUT_KIND_WORDS: ReadonlySet<Place['kind']> = new Set(['city', 'town', 'village', 'station', 'homestead']);

/** Every name to be found by; of `Nur Zholy (Khorgos)` the parts too, since people type one of them. */
function searchedNames({ kind, names, also }: Place): string[] {
  const given = [...Object.values(names), ...also];
  const all = WITHOUT_KIND_WORDS.has(kind) ? given : given.map((name) => splitKindWords(name).words);
  const parts = all.flatMap((name) => {
    const match = /^(.+?) ?[(（](.+)[)）]$/.exec(name);
    return match ? [match[1] as string, match[2] as string] : [];
  });
  return [...new Set([...all, ...parts])];
}

function lowerBound(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By how they were found, then what the words ask for, then how many people look for such a place. */
function rank(hits: readonly PlaceHit[], hints: readonly KindHint[]): PlaceHit[] {
  const best = new Map<string, PlaceHit>();
  for (const hit of hits) {
    const known = best.get(hit.place.id);
    if (!known || HOWS.indexOf(hit.how) < HOWS.indexOf(known.how)) best.set(hit.place.id, hit);
  }
  const order = new Map([...best.keys()].map((id, index) => [id, index]));
  const scored = [...best.values()].map((hit) => ({
    hit,
    score: scoreOf(hit, hints),
    at: order.get(hit.place.id) ?? 0,
  }));
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ hit }) => hit);
}

const BY_HOW: Readonly<Record<MatchHow, number>> = { name: 3000, sound: 2800, beginning: 1000, similar: 0 };

function scoreOf({ how, place }: PlaceHit, hints: readonly KindHint[]): number {
  const isAsked = hints.some((kinds) => kinds.includes(place.kind));
  return BY_HOW[how] + (isAsked ? 1500 : 0) + importanceOf(place);
}

/** How likely a person on a route means a place of this kind, from 0 to 200. */
const BY_KIND: Readonly<Record<Place['kind'], number>> = {
  city: 100,
  oblast: 90,
  sight: 85,
  airport: 60,
  district: 58,
  'city-district': 55,
  town: 50,
  village: 40,
  crossing: 38,
  'city-area': 35,
  station: 20,
  homestead: 0,
};

function importanceOf({ kind, population, names, at }: Place): number {
  const people = population === null ? 0 : Math.log10(population + 1) * 10;
  const isNamedByUs = names.zh !== undefined ? 15 : 0;
  return BY_KIND[kind] + people + isNamedByUs + (at ? 5 : 0);
}
