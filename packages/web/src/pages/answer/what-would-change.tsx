import { AdviceStatus } from '../../parts/advice-status.tsx';
import { Button } from '../../parts/fields.tsx';
import { NamedItems } from '../../parts/named.tsx';
import { asked, askFor, views } from '../../state/advice.ts';
import { words } from '../../state/words.ts';

/** From which days, data or prices on another choice would be the best; worked out when it is asked for. */
export function WhatWouldChange() {
  const { web, whatIf } = words();
  const { changes } = views.value;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{whatIf.heading}</h2>
      {asked.value === 'changes' && <AdviceStatus what="changes" />}
      {changes && (
        <ul>
          <NamedItems texts={changes.changes} />
        </ul>
      )}
      {changes && changes.facts.length > 0 && (
        <>
          <h3>{whatIf.decide}</h3>
          <ol>
            <NamedItems texts={changes.facts} />
          </ol>
        </>
      )}
      {!changes && asked.value !== 'changes' && <Button onClick={() => askFor('changes')}>{web.answer.workOut}</Button>}
    </section>
  );
}
