import type { CompiledCatalog } from '@simwise/catalog';

/** A source as programs read it; `seen` is null where it is undated. */
export type SourceAnswer = {
  readonly id: string;
  readonly publisher: string;
  readonly address: string;
  readonly seen: string | null;
};

/** The sources with these ids, those that are on file. */
export function sourceAnswers({ sources }: CompiledCatalog, ids: readonly string[]): SourceAnswer[] {
  return ids.flatMap((id) => {
    const source = sources.find((candidate) => candidate.id === id);
    if (!source) return [];
    const { publisher, address, seen } = source;
    return [{ id, publisher, address, seen: seen ?? null }];
  });
}
