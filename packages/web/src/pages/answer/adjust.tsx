import { DAYS, dataOf, GIGABYTE, GIGABYTES, gigabytesOf, rounded } from '../../adjustable.ts';
import { Brief, FoundNow } from '../../parts/brief.tsx';
import { Slider } from '../../parts/fields.tsx';
import { adviceState, isStale } from '../../state/advice.ts';
import { foundNow } from '../../state/found.ts';
import { app, changeGroup, changeStay, linkTo } from '../../state/store.ts';
import { words } from '../../state/words.ts';
import type { AnswerView } from '../../worker/answer-view.ts';

/** Sliders that answer again while they move. */
export function Adjust({ view }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  const { stay } = view;
  const said = app.value.stay;
  return (
    <section class="card adjust" aria-labelledby="adjust">
      <h2 id="adjust">{answer.adjust}</h2>
      <Slider
        label={answer.days}
        {...DAYS}
        value={said.days ?? stay.days}
        onValue={(days) => changeStay({ days: days === undefined ? undefined : Math.round(days) })}
      />
      <Slider
        label={answer.gigabytes}
        {...GIGABYTES}
        value={gigabytesOf(said) ?? rounded(stay.dataPerDay / GIGABYTE)}
        onValue={(gigabytes) => changeGroup('usage', dataOf(gigabytes))}
      />
      {isStale.value ? <Moved /> : <Answered view={view} />}
      <p>
        <a href={linkTo('map')}>{answer.map}</a>
      </p>
    </section>
  );
}

/** The answer in brief where the sliders are, as the whole one may lie out of view. */
function Answered({ view }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  const best = view.best === null ? undefined : view.choices[view.best];
  return <Brief choice={best} sum={best?.total.text ?? ''} standing={best ? view.proof : answer.none} />;
}

/** What is known for the values that were moved to while their answer is worked out. */
function Moved() {
  const { answer } = words().web;
  if (foundNow.value) return <FoundNow />;
  return (
    <Brief choice={undefined} sum="" standing={adviceState.value === 'stopped' ? answer.stopped : answer.computing} />
  );
}
