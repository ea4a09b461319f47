import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/fields.tsx';
import { Named } from '../../parts/named.tsx';
import { TextList } from '../../parts/text-list.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { CardView } from '../../worker/keeper/keeper-protocol.ts';
import { CardEntries } from './card-entries.tsx';
import { History } from './history.tsx';
import { ReplyForm } from './reply-form.tsx';
import { Timeline } from './timeline.tsx';

/** One card held, from what to do next to its history. */
export function CardSection({ card }: { readonly card: CardView }) {
  const { keeper, signs } = words();
  const { status } = keeper;
  return (
    <article class="card kept" aria-label={card.name}>
      <p class="eyebrow">
        <Named text={card.offers.join(signs.comma)} />
      </p>
      <h2>
        <Named text={card.name} />
      </h2>
      {!card.isOnRecord && <p>{status.gone}</p>}
      <h3>{status.next}</h3>
      <p class="next">
        <Named text={card.next} />
      </p>
      {card.isOnRecord && <Now card={card} />}
      <TextList heading={status.ahead} texts={card.ahead.map(({ text }) => text)} level={3} />
      <Timeline card={card} />
      <CardEntries card={card} />
      <ReplyForm card={card} />
      <Folded summary={status.history}>
        <History card={card} />
      </Folded>
      <RemoveCard card={card} />
    </article>
  );
}

function Now({ card: { balance, left, use, doubts } }: { readonly card: CardView }) {
  const { keeper, signs } = words();
  const { status } = keeper;
  return (
    <>
      <dl class="facts-of">
        <div>
          <dt>{status.balance}</dt>
          <dd>{balance}</dd>
        </div>
        <div>
          <dt>{status.left}</dt>
          <dd>{left.length === 0 ? status.nothingLeft : left.join(signs.semicolon)}</dd>
        </div>
        <div>
          <dt>{status.use}</dt>
          <dd>{use.join(signs.semicolon) || '–'}</dd>
        </div>
      </dl>
      {doubts.map((doubt) => (
        <p class="notice" key={doubt}>
          {doubt}
        </p>
      ))}
    </>
  );
}

type FoldedProps = { readonly summary: string; readonly children: ComponentChildren };

/** What is not needed at every look. */
export function Folded({ summary, children }: FoldedProps) {
  return (
    <details class="more">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** Asks once more: what is removed is gone. */
function RemoveCard({ card: { id } }: { readonly card: CardView }) {
  const { keeper } = words().web;
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <p class="actions">
        <Button onClick={() => setAsked(true)}>{keeper.remove}</Button>
      </p>
    );
  }
  return (
    <p class="actions">
      <Button kind="primary" onClick={() => setAsked(false)}>
        {keeper.keepIt}
      </Button>
      <Button onClick={() => void askKeeper({ do: 'remove', card: id })}>{keeper.removeSure}</Button>
    </p>
  );
}
