import { useState } from 'preact/hooks';
import { ChoiceLinks, Expected, Purchases } from '../../parts/choice-card.tsx';
import { ChoiceDetails } from '../../parts/choice-details.tsx';
import { Button } from '../../parts/fields.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { Named } from '../../parts/named.tsx';
import { TextList } from '../../parts/text-list.tsx';
import { RangeBar } from '../../parts/total.tsx';
import { words } from '../../state/words.ts';
import type { AnswerView, JudgedChoiceView } from '../../worker/answer-view.ts';

const SHOWN_FIRST = 8;

/** Every choice in the order of the ranking, each to be opened. */
export function AllChoices({ view: { choices } }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  const [showsAll, setShowsAll] = useState(choices.length <= SHOWN_FIRST);
  const shown = showsAll ? choices : choices.slice(0, SHOWN_FIRST);
  const most = Math.max(1, ...choices.map(({ total }) => total.high ?? total.low));
  return (
    <section aria-labelledby="all">
      <h2 id="all">{answer.all({ count: choices.length })}</h2>
      <ol class="ranking">
        {shown.map((choice) => (
          <li key={choice.id} value={choice.rank}>
            <ChoiceRow choice={choice} most={most} />
          </li>
        ))}
      </ol>
      {!showsAll && <Button onClick={() => setShowsAll(true)}>{answer.showAll}</Button>}
    </section>
  );
}

function ChoiceRow({ choice, most }: { readonly choice: JudgedChoiceView; readonly most: number }) {
  const { answer } = words().web;
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="choice" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="rank">{choice.rank}</span>
        <span class="name">
          <Named text={choice.title} />
        </span>
        <span class="sum">{choice.total.text}</span>
        <span class="marks">
          <KindMark kind={choice.kind} text={choice.kindText} />
          {!choice.serves && <span class="flaw">{answer.unserved}</span>}
        </span>
        <RangeBar total={choice.total} most={most} />
      </summary>
      {isOpen && <OpenChoice choice={choice} />}
    </details>
  );
}

function OpenChoice({ choice }: { readonly choice: JudgedChoiceView }) {
  const { answer } = words().web;
  return (
    <>
      <Expected texts={choice.expected} />
      <h3>{answer.buy}</h3>
      <Purchases choice={choice} />
      <TextList heading={answer.why} texts={choice.reasons} level={3} />
      <ChoiceDetails choice={choice} />
      <ChoiceLinks choice={choice} />
    </>
  );
}
