import type { ChoiceKind } from '../worker/answer-view.ts';

/** Shapes that tell the kinds apart without their colours: a phone, a wave of data, and both. */
const SHAPES: { readonly [K in ChoiceKind]: string } = {
  phone: 'M7 2h6a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM9 15.500h2',
  data: 'M3 8c4-4 10-4 14 0M5.500 11c2.500-2.500 6.500-2.500 9 0M8 14c1-1 3-1 4 0M10 17h.01',
  pair: 'M4 3h5a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM13 9c1-1 3-1 4 0M12 6c2-2 4-2 6 0M15 13h.01',
};

/** The kind of a choice: a sign and its name. */
export function KindMark({ kind, text }: { readonly kind: ChoiceKind; readonly text: string }) {
  return (
    <span class={`kind ${kind}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={SHAPES[kind]} />
      </svg>
      {text}
    </span>
  );
}
