import type { CompiledCatalog, Document, Formality, Language } from '@simwise/catalog';
import { formalityOf } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import type { Item, Part } from './part.ts';
import type { CounterRequest } from './request.ts';
import { say } from './said.ts';

/** What to help with at the shop, and what the bearer brings: both follow from the rules that apply. */
export function askedParts(
  catalog: CompiledCatalog,
  { rules }: CounterRequest,
  languages: readonly Language[],
): Part[] {
  const titles = stepItems(catalog, rules, languages);
  const documents = documentsOf(stepsOf(catalog, rules).flatMap(({ bring = [] }) => bring));
  const brought = documents.map((document) => ({
    said: say(languages, (_, language) => MESSAGES[language].formalities.documents[document]),
  }));
  return [
    ...(titles.length > 0 ? [{ id: 'help', heading: say(languages, ({ help }) => help), items: titles } as const] : []),
    ...(brought.length > 0
      ? [{ id: 'documents', heading: say(languages, (texts) => texts.documents), items: brought } as const]
      : []),
  ];
}

/** What is to be done when a card is taken. */
export function stepItems(catalog: CompiledCatalog, rules: readonly string[], languages: readonly Language[]): Item[] {
  return stepsOf(catalog, rules).map(({ title }) => ({ said: say(languages, (_, language) => title[language]) }));
}

/** Whether a step has to be done in person somewhere. */
export function needsVisit(catalog: CompiledCatalog, rules: readonly string[]): boolean {
  return stepsOf(catalog, rules).some(({ effort }) => effort?.visit === true);
}

function stepsOf(catalog: CompiledCatalog, rules: readonly string[]): Formality[] {
  return rules.map((id) => formalityOf(catalog, id)).filter(({ step }) => step?.stage === 'with');
}

/** Each document once; a passport is an identity document. */
function documentsOf(brought: readonly Document[]): Document[] {
  const all = [...new Set(brought)];
  return all.includes('passport') ? all.filter((document) => document !== 'identity-document') : all;
}
