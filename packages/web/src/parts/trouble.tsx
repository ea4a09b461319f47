import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

/** What went wrong and the way on. */
export function Trouble({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const { web, signs } = words();
  const { trouble } = web;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{trouble.heading}</strong>
        {signs.colon}
        {text}
      </p>
      <Button kind="primary" onClick={onRetry}>
        {trouble.retry}
      </Button>
    </div>
  );
}
