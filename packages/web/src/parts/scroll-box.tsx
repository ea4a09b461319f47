import type { ComponentChildren } from 'preact';

type ScrollBoxProps = { readonly label: string; readonly children: ComponentChildren };

/** What may be wider than the page, such as a table; it scrolls by itself, with the keyboard too. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus to be scrolled by keys
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
