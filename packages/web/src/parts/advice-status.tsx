import { adviceState, adviceTrouble, asked, askFor, stopAdvice, views } from '../state/advice.ts';
import { app, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { What } from '../worker/protocol.ts';
import { Button } from './fields.tsx';
import { Loading } from './page-head.tsx';
import { Trouble } from './trouble.tsx';

/** What the worker is at, that a first answer is awaited, with the means to stop it or to try again. */
export function AdviceStatus({ what }: { readonly what: What }) {
  const { answer: text } = words().web;
  const state = asked.value === what ? adviceState.value : 'idle';
  if (state === 'trouble') return <NoAnswer what={what} />;
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

/** What is refused will be refused again: what was said has to be changed. */
function NoAnswer({ what }: { readonly what: What }) {
  const { trouble, shell } = words().web;
  const { code, text } = adviceTrouble.value ?? { code: 'failed', text: '' };
  if (code !== 'refused') return <Trouble text={text || trouble.advice} onRetry={() => askFor(what)} />;
  return (
    <Trouble text={text}>
      <p class="actions">
        <a class="button primary" href={linkTo('expert')}>
          {shell.pages.expert}
        </a>
        {app.value.posters.length > 0 && (
          <a class="button plain" href={linkTo('poster')}>
            {shell.pages.poster}
          </a>
        )}
      </p>
    </Trouble>
  );
}
