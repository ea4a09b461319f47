import type { CompiledCatalog } from './compiled.ts';

/** What a number is for one card. `isGuess`: told by its prefix, which a ported number keeps. */
export type NumberKind = { readonly to: string; readonly isGuess: boolean };

/**
 * The destination of a number in E.164 as seen from a card of a brand: on-net, another operator's mobile, a landline,
 * abroad. Null where it is not a number.
 */
export function destinationOf(catalog: CompiledCatalog, number: string, brandId: string): NumberKind | null {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return null;
  const { callingCode, mobilePrefixes, landlinePrefix } = catalog.country;
  if (!number.startsWith(`+${callingCode}`)) return { to: `intl:${countryOf(number)}`, isGuess: false };
  const rest = number.slice(1 + callingCode.length);
  const mobile = mobilePrefixes.find(({ prefix }) => rest.startsWith(prefix));
  if (mobile) return { to: isOnNet(catalog, brandId, mobile.brand) ? 'on-net' : 'national-mobile', isGuess: true };
  if (rest.startsWith(landlinePrefix)) return { to: 'landline', isGuess: false };
  return { to: `intl:${countryOf(number)}`, isGuess: false };
}

function isOnNet({ brands }: CompiledCatalog, own: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  return own === other || brands.find(({ id }) => id === own)?.onNet?.includes(other) === true;
}

/** Calling codes of the ITU's E.164 list for the countries people here call most; others go by their code. */
const COUNTRIES: readonly (readonly [code: string, country: string])[] = [
  ['+7', 'RU'],
  ['+86', 'CN'],
  ['+852', 'HK'],
  ['+996', 'KG'],
  ['+998', 'UZ'],
  ['+992', 'TJ'],
  ['+993', 'TM'],
  ['+994', 'AZ'],
  ['+995', 'GE'],
  ['+380', 'UA'],
  ['+375', 'BY'],
  ['+90', 'TR'],
  ['+971', 'AE'],
  ['+49', 'DE'],
  ['+44', 'GB'],
  ['+33', 'FR'],
  ['+39', 'IT'],
  ['+91', 'IN'],
  ['+81', 'JP'],
  ['+82', 'KR'],
  ['+1', 'US'],
];

function countryOf(number: string): string {
  const fitting = COUNTRIES.filter(([code]) => number.startsWith(code));
  const [longest] = fitting.sort(([a], [b]) => b.length - a.length);
  return longest?.[1] ?? number.slice(1, 4);
}
