import { useEffect, useRef, useState } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { CounterSheet } from '../parts/counter-sheet.tsx';
import { Button } from '../parts/fields.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { follow, views } from '../state/advice.ts';
import { isAwake, keepAwake } from '../state/awake.ts';
import { words } from '../state/words.ts';
import type { CounterView } from '../worker/counter-view.ts';
import { NothingToBuy } from './formalities-page.tsx';

/** The card to show at the shop. */
export function CounterPage() {
  useEffect(() => follow('counter'), []);
  const { counter } = words().web;
  const view = views.value.counter;
  return (
    <>
      <PageHead heading={counter.heading}>
        <p class="lead">{counter.lead}</p>
      </PageHead>
      <AdviceStatus what="counter" />
      {view === null && <NothingToBuy />}
      {view && <Counter view={view} />}
    </>
  );
}

function Counter({ view }: { readonly view: NonNullable<CounterView> }) {
  const { counter } = words().web;
  const [isLarge, setLarge] = useState(false);
  return (
    <>
      <p>
        <Named text={counter.forChoice({ choice: view.title })} />
      </p>
      <p class="actions">
        <Button kind="primary" onClick={() => setLarge(true)}>
          {counter.large}
        </Button>
        <PrintButton />
      </p>
      <CounterSheet card={view.card} />
      {isLarge && <LargeSheet view={view} onClose={() => setLarge(false)} />}
    </>
  );
}

type LargeProps = { readonly view: NonNullable<CounterView>; readonly onClose: () => void };

/** The card over everything else, while the screen stays on. */
function LargeSheet({ view, onClose }: LargeProps) {
  const { counter, shell } = words().web;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    return keepAwake();
  }, []);
  return (
    <dialog ref={dialog} class="large" aria-label={counter.heading} onClose={onClose}>
      <p class="actions">
        <Button onClick={() => dialog.current?.close()}>{shell.close}</Button>
        <span class="hint" role="status">
          {isAwake.value === undefined ? '' : isAwake.value ? counter.awake : counter.asleep}
        </span>
      </p>
      <CounterSheet card={view.card} />
    </dialog>
  );
}
