import { ChoiceLinks, Expected } from '../../parts/choice-card.tsx';
import { ChoiceDetails } from '../../parts/choice-details.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { Named } from '../../parts/named.tsx';
import { words } from '../../state/words.ts';
import type { AnswerView, JudgedChoiceView, LeaderView } from '../../worker/answer-view.ts';

/** The choices that are the best in some way or of a kind; those of the best overall stand on its own card. */
export function Leaders({ view }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  const others = view.leaders.filter(({ choice }) => choice === null || choice !== view.best);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">{answer.others}</h2>
      {view.judgedOver.map((text) => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
      <ul class="leaders">
        {others.map((leader) => (
          <li key={leader.ways.join()} class="card">
            <LeaderCard leader={leader} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ways in which a choice is the best, as one line. */
export function waysText(ways: LeaderView['ways']): string {
  const { leaders } = words().web.answer;
  return ways.map((way) => leaders[way]).join(' · ');
}

type LeaderProps = { readonly leader: LeaderView; readonly view: AnswerView };

function LeaderCard({ leader: { ways, choice: index, prices }, view }: LeaderProps) {
  const { answer } = words().web;
  const choice = index === null ? undefined : view.choices[index];
  return (
    <>
      <h3 class="eyebrow">{waysText(ways)}</h3>
      {choice ? (
        <Leader choice={choice} prices={prices} />
      ) : (
        <p class="hint">{view.isPart ? answer.comparing : answer.missing}</p>
      )}
    </>
  );
}

function Leader({ choice, prices }: { readonly choice: JudgedChoiceView; readonly prices: readonly string[] }) {
  const { answer } = words().web;
  return (
    <>
      <p class="name">
        <Named text={choice.title} />
      </p>
      <KindMark kind={choice.kind} text={choice.kindText} />
      {choice.expected.length > 0 && <p class="hint">{answer.totalOfListed}</p>}
      <p class="sum">{choice.total.text}</p>
      {prices.map((price) => (
        <p key={price} class="price-of">
          {price}
        </p>
      ))}
      <Expected texts={choice.expected} />
      {!choice.serves && (
        <p class="flaw">
          <Named text={choice.warnings[0] ?? answer.unserved} />
        </p>
      )}
      <ChoiceDetails choice={choice}>
        <ChoiceLinks choice={choice} />
      </ChoiceDetails>
    </>
  );
}
