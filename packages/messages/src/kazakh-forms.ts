/** What a browser without Kazakh cannot say: Chromium carries none and writes "2026 M12 1". The words are those of CLDR. */
const MONTHS = ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'];

const LONG_MONTHS = [
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
  ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
];

const REGIONS: Readonly<Record<string, string>> = {
  AE: 'Біріккен Араб Әмірліктері',
  CN: 'Қытай',
  DE: 'Германия',
  FR: 'Франция',
  GB: 'Ұлыбритания',
  IN: 'Үндістан',
  IT: 'Италия',
  JP: 'Жапония',
  KG: 'Қырғызстан',
  KR: 'Оңтүстік Корея',
  KZ: 'Қазақстан',
  RU: 'Ресей',
  TJ: 'Тәжікстан',
  TM: 'Түрікменстан',
  TR: 'Түркия',
  US: 'Америка Құрама Штаттары',
  UZ: 'Өзбекстан',
};

/** Which parts of a date are written; without a month there is no day either. */
export type DateParts = { readonly day?: true; readonly month?: 'short' | 'long'; readonly time?: true };

/** `2026 ж. 1 жел., 09:30`, or as much of it as is asked for, by the clock of Greenwich. */
export function kazakhDate(date: Date, { day, month, time }: DateParts): string {
  const written = [
    ...(month ? [`${date.getUTCFullYear()} ж.`] : [`${date.getUTCFullYear()}`]),
    ...(day ? [`${date.getUTCDate()}`] : []),
    ...(month ? [(month === 'long' ? LONG_MONTHS : MONTHS)[date.getUTCMonth()]] : []),
  ].join(' ');
  return time ? `${written}, ${date.toISOString().slice(11, 16)}` : written;
}

/** `А және Б`; three and more with commas alone. */
export function kazakhList(items: readonly string[]): string {
  return items.join(items.length === 2 ? ' және ' : ', ');
}

/** Undefined for a country that is not on the list. */
export function kazakhRegion(code: string): string | undefined {
  return Object.hasOwn(REGIONS, code) ? REGIONS[code] : undefined;
}

/** The regions that have a name here. */
export const KAZAKH_REGIONS: readonly string[] = Object.keys(REGIONS);
