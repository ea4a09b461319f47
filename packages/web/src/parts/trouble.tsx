import { labelled } from '@simwise/messages';
import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

/** What went wrong and the way on. */
export function Trouble({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const texts = words();
  const { trouble } = texts.web;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{labelled(texts, trouble.heading)}</strong> {text}
      </p>
      <Button kind="primary" onClick={onRetry}>
        {trouble.retry}
      </Button>
    </div>
  );
}
