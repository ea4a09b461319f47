import type { CompiledCatalog } from '@simwise/catalog';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { catalog, catalogTrouble, needCatalog } from '../state/catalog.ts';
import { words } from '../state/words.ts';
import { Loading } from './page-head.tsx';
import { Trouble } from './trouble.tsx';

/** Shows what needs the catalogue once it is there, or that it is not to be had. */
export function WithCatalog({ children }: { readonly children: (catalog: CompiledCatalog) => ComponentChildren }) {
  useEffect(() => {
    void needCatalog();
  }, []);
  if (catalog.value) return <>{children(catalog.value)}</>;
  if (!catalogTrouble.value) return <Loading />;
  return <Trouble text={words().web.trouble.catalog} onRetry={() => void needCatalog()} />;
}
