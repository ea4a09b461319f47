import { adviceState, adviceTrouble, asked, askFor, stopAdvice, views } from '../state/advice.ts';
import { words } from '../state/words.ts';
import type { What } from '../worker/protocol.ts';
import { Button } from './fields.tsx';
import { Loading } from './page-head.tsx';
import { Trouble } from './trouble.tsx';

/** What the worker is at, that a first answer is awaited, with the means to stop it or to try again. */
export function AdviceStatus({ what }: { readonly what: What }) {
  const { answer: text } = words().web;
  const state = asked.value === what ? adviceState.value : 'idle';
  if (state === 'trouble') {
    return <Trouble text={adviceTrouble.value?.text || words().web.trouble.advice} onRetry={() => askFor(what)} />;
  }
  const isAwaited = state !== 'stopped' && views.value[what] === undefined;
  return (
    <>
      <div class="advice-status" role="status" data-state={state}>
        {state === 'computing' && (
          <>
            <span class="spinner" aria-hidden="true" /> {text.computing}{' '}
            <Button onClick={stopAdvice}>{text.stop}</Button>
          </>
        )}
        {state === 'stopped' && (
          <>
            {text.stopped} <Button onClick={() => askFor(what)}>{text.again}</Button>
          </>
        )}
      </div>
      {isAwaited && <Loading />}
    </>
  );
}
