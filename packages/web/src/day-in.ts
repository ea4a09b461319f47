import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, dayOf, localFromUtc } from '@simwise/engine';

/** The day on the calendar of the catalogue's country at a moment, in milliseconds since 1970. */
export function dayIn({ country }: CompiledCatalog, now: number): Day {
  return dayOf(localFromUtc(country.offsets, Math.floor(now / 1000)));
}
