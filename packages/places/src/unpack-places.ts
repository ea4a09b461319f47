import type { CompiledPlaces, PlaceExtra } from './compiled.ts';
import { PLACE_KINDS, type Place } from './place.ts';

const DEGREE = 100_000;

/** The places of a compiled file, in its order. Parents are told by the code: `194461100` lies in `194400000`, `190000000`. */
export function unpackPlaces({ codes, ids, kinds, ru, kk, extras }: CompiledPlaces): Place[] {
  const allIds = [...unpackCodes(codes), ...ids.split('\n').filter((id) => id !== '')];
  const known = new Set(allIds);
  const [russian, kazakh] = [ru.split('\n'), kk.split('\n')];
  return allIds.map((id, index) => {
    const extra = extras[id] ?? {};
    const kind = PLACE_KINDS[kinds.charCodeAt(index) - 97] ?? 'homestead';
    const names = namesOf(russian[index] ?? '', kazakh[index] ?? '', extra);
    const { near = null, population = null, also = [] } = extra;
    const at = extra.at ? { lat: extra.at[0] / DEGREE, lon: extra.at[1] / DEGREE } : null;
    return { id, kind, names, also, at, near, population, ...parentsOf(id, extra, known) };
  });
}

function unpackCodes(text: string): string[] {
  let code = 0;
  return text.split(' ').map((step) => {
    code += Number.parseInt(step, 36);
    return String(code);
  });
}

function namesOf(ru: string, kk: string, { en, zh }: PlaceExtra): Place['names'] {
  const russian = ru === '' ? {} : { ru };
  const kazakh = kk === '' ? {} : { kk };
  return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }), ...russian, ...kazakh };
}

function parentsOf(
  id: string,
  { in: stated }: PlaceExtra,
  known: ReadonlySet<string>,
): Pick<Place, 'district' | 'oblast'> {
  const code = stated ?? id;
  if (!/^\d{9}$/.test(code)) return { district: null, oblast: null };
  const district = `${code.slice(0, 4)}00000`;
  const oblast = `${code.slice(0, 2)}0000000`;
  return {
    district: district !== oblast && district !== id && known.has(district) ? district : null,
    oblast: oblast !== id && known.has(oblast) ? oblast : null,
  };
}
