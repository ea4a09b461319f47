import { useState } from 'preact/hooks';
import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

/** `name` is what a screen reader says, where the label alone would not tell what is copied. */
type CopyProps = { readonly text: string; readonly label: string; readonly name?: string };

/** Copies a text and says whether it could. */
export function CopyButton({ text, label, name }: CopyProps) {
  const { share } = words().web;
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <>
      <Button onClick={copy} name={name}>
        {label}
      </Button>
      <span class="hint" role="status">
        {outcome === 'copied' && share.copied}
        {outcome === 'refused' && share.notCopied}
      </span>
    </>
  );
}
