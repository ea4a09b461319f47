import { ChoiceLinks, Expected } from '../../parts/choice-card.tsx';
import { ChoiceDetails } from '../../parts/choice-details.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { Named } from '../../parts/named.tsx';
import { totalText } from '../../parts/total.tsx';
import { words } from '../../state/words.ts';
import type { AnswerView, LeaderView } from '../../worker/answer-view.ts';

/** The best of each way and of each kind; what is the best overall is not shown twice. */
export function Leaders({ view }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">{answer.others}</h2>
      <ul class="leaders">
        {view.leaders.map((leader) => (
          <li key={leader.way} class="card">
            <LeaderCard leader={leader} view={view} />
          </li>
        ))}
      </ul>
      {view.judgedOver.map((text) => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
    </section>
  );
}

type LeaderProps = { readonly leader: LeaderView; readonly view: AnswerView };

/** Regards in which nothing can be said before all choices were compared. */
const JUDGED: readonly LeaderView['way'][] = ['cheapest', 'safest', 'simplest'];

function LeaderCard({ leader: { way, choice: index, price }, view }: LeaderProps) {
  const { answer } = words().web;
  const choice = index === null ? undefined : view.choices[index];
  const heading = <h3 class="eyebrow">{answer.leaders[way]}</h3>;
  if (!choice) {
    return (
      <>
        {heading}
        <p class="hint">{view.isPart && JUDGED.includes(way) ? answer.comparing : answer.missing}</p>
      </>
    );
  }
  if (index === view.best) {
    return (
      <>
        {heading}
        <p class="hint">{answer.sameAs}</p>
      </>
    );
  }
  return (
    <>
      {heading}
      <p class="name">
        <Named text={choice.title} />
      </p>
      <KindMark kind={choice.kind} text={choice.kindText} />
      <p class="sum">{totalText(choice.total)}</p>
      {price !== '' && <p class="price-of">{price}</p>}
      <Expected texts={choice.expected} />
      {!choice.serves && <p class="flaw">{choice.warnings[0] ?? answer.unserved}</p>}
      <ChoiceDetails choice={choice} />
      <ChoiceLinks choice={choice} />
    </>
  );
}
