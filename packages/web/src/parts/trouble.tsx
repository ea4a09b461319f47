import type { ComponentChildren } from 'preact';
import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

type TroubleProps = {
  readonly text: string;
  /** Where it may help to do the same again. */
  readonly onRetry?: (() => void) | undefined;
  /** Other ways on. */
  readonly children?: ComponentChildren;
};

/** What went wrong and the way on. */
export function Trouble({ text, onRetry, children }: TroubleProps) {
  const { web, signs } = words();
  const { trouble } = web;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{trouble.heading}</strong>
        {signs.colon}
        {text}
      </p>
      {onRetry && (
        <Button kind="primary" onClick={onRetry}>
          {trouble.retry}
        </Button>
      )}
      {children}
    </div>
  );
}
