import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../state/words.ts';
import { Named } from './named.tsx';

let isFirstPage = true;

type PageHeadProps = { readonly heading: string; readonly children?: ComponentChildren };

/** The heading of a page. A new page begins at its top with the heading in focus, so that a screen reader says it. */
export function PageHead({ heading, children }: PageHeadProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else {
      scrollTo(0, 0);
      head.current?.focus({ preventScroll: true });
    }
  }, []);
  document.title = `${heading} – simwise`;
  return (
    <div class="page-head">
      <h1 ref={head} tabIndex={-1}>
        <Named text={heading} />
      </h1>
      {children}
    </div>
  );
}

/** A page before it can show what it is for. */
export function Loading() {
  return (
    <p class="loading" role="status">
      {words().web.shell.loading}
    </p>
  );
}
