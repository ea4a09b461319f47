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
  if (!number.startsWith(`+${callingCode}`)) return { to: `intl:${countryOf(catalog, number)}`, isGuess: false };
  const rest = number.slice(1 + callingCode.length);
  const mobile = mobilePrefixes.find(({ prefix }) => rest.startsWith(prefix));
  if (mobile) return { to: isOnNet(catalog, brandId, mobile.brand) ? 'on-net' : 'national-mobile', isGuess: true };
  if (rest.startsWith(landlinePrefix)) return { to: 'landline', isGuess: false };
  return { to: `intl:${countryOf(catalog, number)}`, isGuess: false };
}

function isOnNet({ brands }: CompiledCatalog, own: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  return own === other || brands.find(({ id }) => id === own)?.onNet?.includes(other) === true;
}

/** The country that a number from abroad belongs to; where it is not on file, the digits its code is among stand for it. */
function countryOf({ country }: CompiledCatalog, number: string): string {
  const digits = number.slice(1);
  const found = Object.entries(country.callingCodes.countries).find(([code]) => digits.startsWith(code));
  return found ? found[1] : digits.slice(0, 3);
}
