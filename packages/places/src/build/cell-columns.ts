/** A technology told by other columns, not seen. */
const INFERRED = 'radio_inferred';

/** What a row of a public cell list may hold, under the names in use. */
const NAMES = {
  radio: ['radio', INFERRED],
  mcc: ['mcc'],
  mnc: ['net', 'mnc'],
  area: ['area', 'lac', 'tac'],
  cell: ['cell', 'cid', 'cellid'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  lat: ['lat', 'latitude'],
  range: ['range', 'accuracy'],
  samples: ['samples'],
  updated: ['updated'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CellField = keyof typeof NAMES;

/** At which place of a row each field stands; -1 where the list does not have it. */
export type CellColumns = { readonly [F in CellField]: number };

const FIELDS = Object.keys(NAMES) as CellField[];
const NEEDED: readonly CellField[] = ['mnc', 'lat', 'lon'];

/** The order of OpenCelliD and Mozilla (docs/import_export.rst of ichnaea), whose downloads may come without a header. */
const USUAL = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal';

export type ListColumns = { readonly columns: CellColumns; readonly isHeader: boolean; readonly isGuessed: boolean };

/** The columns a first line tells, or those of OpenCelliD where it is a row already; undefined where it is neither. */
export function columnsIn(line: string): ListColumns | undefined {
  const columns = columnsNamed(line);
  const isGuessed = columns.radio < 0 || line.includes(INFERRED);
  if (NEEDED.every((field) => columns[field] >= 0)) return { columns, isHeader: true, isGuessed };
  const first = line.split(',')[0] ?? '';
  const isRow = RADIOS.has(first) && line.split(',').length >= USUAL.split(',').length - 1;
  return isRow ? { columns: columnsNamed(USUAL), isHeader: false, isGuessed: false } : undefined;
}

/** As it reads where bytes are taken for letters, which is all that a list of numbers needs. */
const BYTE_ORDER_MARK = /^\u00ef\u00bb\u00bf/;

export const RADIOS: ReadonlySet<string> = new Set(['GSM', 'UMTS', 'LTE', 'NR', 'CDMA', 'UMTS_OR_LTE']);

function columnsNamed(line: string): CellColumns {
  const names = line
    .replace(BYTE_ORDER_MARK, '')
    .trim()
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const at = (field: CellField) => names.findIndex((name) => (NAMES[field] as readonly string[]).includes(name));
  return Object.fromEntries(FIELDS.map((field) => [field, at(field)])) as CellColumns;
}
