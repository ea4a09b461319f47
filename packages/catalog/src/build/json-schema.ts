import * as z from 'zod';
import { formalities } from './schema/formalities.ts';
import * as market from './schema/market.ts';
import { offer } from './schema/offer.ts';
import { replies } from './schema/replies.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = { offer, formalities, ...market, replies };

export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

/** The JSON Schema of an offer or a document of the catalogue; undefined where there is none of that name. */
export function jsonSchemaOf(name: string): object | undefined {
  const schema = SCHEMAS[name];
  return schema ? z.toJSONSchema(schema, { io: 'input' }) : undefined;
}
