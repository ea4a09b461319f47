import type { OffsetHistory } from '@simwise/engine';
import type { CompiledOffer } from '../compiled.ts';
import { compileOfferSource } from './compile.ts';
import { offer } from './schema/offer.ts';

const SIM_PRICE = { between: ['0 KZT', '0 KZT'] } as const;

/** Compiles one offer written as in the catalogue, outside of one: for scenarios. @throws ZodError or RangeError */
export function compileOffer(source: unknown, zones: ReadonlyMap<string, OffsetHistory> = new Map()): CompiledOffer {
  const parsed = offer.parse(source);
  return compileOfferSource(parsed, { family: parsed.id, zones, localSimPrice: SIM_PRICE, currency: 'KZT' });
}
