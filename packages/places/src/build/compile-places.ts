import type { Names } from '@simwise/catalog';
import { bareKazakh, bareRussian } from '../classified-name.ts';
import type { CompiledPlaces, Credit, PlaceExtra } from '../compiled.ts';
import { PLACE_KINDS, type PlaceKind } from '../place.ts';
import { soundKey } from '../sound-key.ts';
import { transcribe } from '../transcribe.ts';
import type { PlaceSources } from './load-places.ts';
import { Polygons } from './polygons.ts';

const DEGREE = 100_000;

const CREDITS: readonly Credit[] = [
  { name: 'KATO, stat.gov.kz', licence: 'official classifier', address: 'https://stat.gov.kz' },
  { name: 'GeoNames', licence: 'CC BY 4.0', address: 'https://www.geonames.org' },
  { name: 'geokz (A. Rodionov)', licence: 'CC BY 4.0', address: 'https://github.com/arodionoff/geokz' },
  { name: 'OurAirports', licence: 'public domain', address: 'https://ourairports.com' },
];

type Draft = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly ru: string;
  readonly kk: string;
  readonly extra: PlaceExtra;
};

/** All places as clients get them. */
export function compilePlaces(sources: PlaceSources): CompiledPlaces {
  const coded = codedPlaces(sources);
  const named = [
    ...unmatchedSettlements(sources),
    ...airports(sources, coded),
    ...sights(sources),
    ...crossings(sources),
  ];
  const all = [...coded, ...named];
  const column = (pick: (draft: Draft) => string) => all.map(pick).join('\n');
  return {
    format: 1,
    credits: CREDITS,
    codes: packCodes(coded.map(({ id }) => id)),
    ids: named.map(({ id }) => id).join('\n'),
    kinds: all.map(({ kind }) => String.fromCharCode(97 + PLACE_KINDS.indexOf(kind))).join(''),
    ru: column(({ ru }) => ru),
    kk: column(({ kk }) => kk),
    extras: Object.fromEntries(
      all.filter(({ extra }) => Object.keys(extra).length > 0).map(({ id, extra }) => [id, extra]),
    ),
  };
}

function packCodes(codes: readonly string[]): string {
  return codes.map((code, index) => (Number(code) - Number(codes[index - 1] ?? 0)).toString(36)).join(' ');
}

// --- what the classifier has ---------------------------------------------------------------------------------------------

function codedPlaces(sources: PlaceSources): Draft[] {
  const english = new Map(sources.outlines.map(({ properties: { kato, en } }) => [kato, en]));
  const located = new Map(sources.geonames.map((row) => [row.id, row]));
  const named = new Map(sources.names.data.names.map((row) => [row.place, row]));
  const rows = sources.kato.toSorted((a, b) => (a.kato < b.kato ? -1 : 1));
  return rows.map(({ kato, level, ru, kk }) => {
    const bare = bareOf(level, ru, kk);
    const { en, zh, also = [] } = named.get(kato) ?? {};
    const row = located.get(kato);
    const otherNames = row && !soundsLike(row.name, [bare.ru, bare.kk, en ?? '']) ? [row.name] : [];
    const extra: PlaceExtra = {
      ...areaNames(bare, english.get(kato)),
      ...definedOf({ en, zh, population: numberOf(row?.population) }),
      ...(also.length + otherNames.length > 0 ? { also: [...new Set([...also, ...otherNames])] } : {}),
      ...(row ? { at: packPoint(row.lat, row.lon) } : {}),
    };
    return { id: kato, ...bare, extra };
  });
}

function bareOf(level: string, ru: string, kk: string): Pick<Draft, 'kind' | 'ru' | 'kk'> {
  if (level === 'oblast' && !ru.startsWith('г.')) return { kind: 'oblast', ru, kk };
  if (level === 'district' && ru.endsWith('Г.А.')) {
    return { kind: 'city-area', ru: ru.replace(/ ?Г\.А\.$/, ''), kk: kk.replace(/ ?Қ\.Ә\.$/, '') };
  }
  if (level === 'district' || level === 'city-district') return { kind: level, ru, kk };
  if (/^район | район$/.test(ru)) return { kind: 'city-district', ru, kk };
  const { kind, name } = bareRussian(ru);
  return { kind, ru: name, kk: bareKazakh(kk) };
}

/** Districts have English names in most outlines; Chinese readers get those with the Chinese word for a district. */
function areaNames({ kind, ru }: Pick<Draft, 'kind' | 'ru'>, outlined: string | undefined): PlaceExtra {
  if (kind !== 'district' && kind !== 'city-district') return {};
  const en = outlined ?? transcribe(ru.replace(/^район | район$/i, ''));
  return { en: `${en} District`, zh: `${en} 区` };
}

function soundsLike(name: string, others: readonly string[]): boolean {
  return others.some((other) => soundKey(other) === soundKey(name));
}

// --- what only other lists have ------------------------------------------------------------------------------------------

function unmatchedSettlements({ geonames }: PlaceSources): Draft[] {
  const unmatched = geonames.filter(({ id }) => id.startsWith('gn-'));
  return unmatched.map(({ id, name, ru, kk, lat, lon, population, district }) => ({
    id,
    kind: 'village',
    ru,
    kk,
    extra: { en: name, at: packPoint(lat, lon), in: district, ...definedOf({ population: numberOf(population) }) },
  }));
}

function airports({ airports: rows, outlines }: PlaceSources, coded: readonly Draft[]): Draft[] {
  const districts = new Polygons(outlines);
  const byId = new Map(coded.map((draft) => [draft.id, draft]));
  return rows.map(({ icao, iata, name, city, lat, lon }) => {
    const of = byId.get(city);
    if (!of) throw new RangeError(`airport ${iata}: no city ${city}`);
    const { en = transcribe(of.ru), zh } = of.extra;
    const district = districts.find({ lat: Number(lat), lon: Number(lon) }) ?? city;
    return {
      id: iata.toLowerCase(),
      kind: 'airport',
      ru: `Аэропорт ${of.ru}`,
      kk: `${of.kk} әуежайы`,
      extra: {
        en: `${en.replace(/ \(.*\)$/, '')} Airport`,
        ...(zh ? { zh: `${zh}机场` } : {}),
        also: [name, iata, icao].filter((text) => text !== ''),
        at: packPoint(lat, lon),
        in: district,
      },
    };
  });
}

function sights({ sights: { data }, outlines }: PlaceSources): Draft[] {
  const districts = new Polygons(outlines);
  return data.sights.map(({ id, names, also, at, near, oblast }) => {
    const district = at && districts.find({ lat: Number(at.lat), lon: Number(at.lon) });
    const extra = { also, at: at && packPoint(at.lat, at.lon), near, in: district ?? near ?? oblast };
    return { id, kind: 'sight', ...localNames(names), extra: definedOf({ ...foreignNames(names), ...extra }) };
  });
}

function crossings({ crossings: { data } }: PlaceSources): Draft[] {
  return data.lists.flatMap((list) =>
    list.crossings.map(({ id, names, also, near, oblast }) => {
      const extra = { ...foreignNames(names), also, near, in: near ?? oblast };
      return { id, kind: 'crossing' as const, ...localNames(names), extra: definedOf(extra) };
    }),
  );
}

function localNames({ ru = '', kk = '' }: Names): { ru: string; kk: string } {
  return { ru, kk };
}

function foreignNames({ en, zh }: Names): { en: string | undefined; zh: string | undefined } {
  return { en, zh };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOf<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Defined<T>;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text);
}

function packPoint(lat: string, lon: string): readonly [number, number] {
  return [Math.round(Number(lat) * DEGREE), Math.round(Number(lon) * DEGREE)];
}
