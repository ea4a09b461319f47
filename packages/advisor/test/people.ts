import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledCatalog } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { day, parseDay } from '@simwise/engine';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  completeStay,
  type HeldCard,
  type Outcome,
  type Situation,
  type Stay,
  situationOf,
  staySchema,
} from '../src/index.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** A person as data, with what the facts say of them. */
const personCase = z.strictObject({
  id: z.string(),
  who: z.string(),
  stay: staySchema,
  cards: z.array(
    z.strictObject({
      plan: z.string(),
      packs: z.array(z.string()).exactOptional(),
      day: z.number().int().min(0).exactOptional(),
    }),
  ),
  applies: z.array(z.string()),
  law: z.array(z.string()),
  asks: z.record(z.string(), z.array(z.string())),
  steps: z.array(z.string()),
  by: z.record(z.string(), z.string()).exactOptional(),
  cite: z.string().min(3),
});

export type PersonCase = z.infer<typeof personCase>;

export const PEOPLE: readonly PersonCase[] = z
  .array(personCase)
  .parse(parse(readFileSync(join(FOLDER, 'people.yaml'), 'utf8')));

/** The catalogue of the checkout, compiled. */
export function builtCatalog(): CompiledCatalog {
  const { catalog, findings } = loadCatalog(join(FOLDER, '../../../catalog/kz'));
  if (!catalog) throw new Error(JSON.stringify(findings));
  return compileCatalog(catalog);
}

export function stayOf(catalog: CompiledCatalog, { stay }: PersonCase): Stay {
  return completeStay(catalog, stay, parseDay('2026-12-01'));
}

export function cardsOf(catalog: CompiledCatalog, person: PersonCase): HeldCard[] {
  const { start } = stayOf(catalog, person);
  return person.cards.map(({ plan, packs = [], day: later = 0 }) => ({
    offers: [plan, ...packs].map((id) => offerWith(catalog, id)),
    from: day(start + later),
  }));
}

function offerWith({ offers }: CompiledCatalog, id: string) {
  const offer = offers.find((candidate) => candidate.id === id);
  if (!offer) throw new Error(`no offer ${id}`);
  return offer;
}

export function situationOfPerson(catalog: CompiledCatalog, person: PersonCase): Situation {
  return situationOf(catalog, { stay: stayOf(catalog, person), route: null }, cardsOf(catalog, person));
}

/** Outcomes in the form of a case. */
export function summaryOf(outcomes: readonly Outcome[]): Pick<PersonCase, 'applies' | 'law' | 'asks'> {
  const asks = outcomes.flatMap((outcome) =>
    outcome.is === 'unknown' && outcome.missing.length > 0
      ? [[outcome.rule.id, outcome.missing.map(({ fact }) => fact)] as const]
      : [],
  );
  return {
    applies: outcomes.filter(({ is }) => is === 'applies').map(({ rule }) => rule.id),
    law: outcomes
      .filter((outcome) => outcome.is === 'unknown' && outcome.missing.length === 0)
      .map(({ rule }) => rule.id),
    asks: Object.fromEntries(asks),
  };
}
