/** The outlines of districts, together the country. A ring is its points in hundredths of a degree, each after the first
 * as its difference from the one before: longitudes and latitudes in turns. */
export type CountryShape = { readonly format: 1; readonly rings: readonly (readonly number[])[] };
