import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

/** Prints the page; what only a screen needs stays off the paper. */
export function PrintButton() {
  return <Button onClick={() => print()}>{words().web.answer.print}</Button>;
}
