import { Slider } from '../../parts/fields.tsx';
import { dataOf, gigabytesOf, rounded } from '../../state/data-use.ts';
import { app, changeGroup, changeStay, linkTo } from '../../state/store.ts';
import { words } from '../../state/words.ts';
import type { AnswerView } from '../../worker/answer-view.ts';

const GIGABYTE = 2 ** 30;

/** Sliders that answer again while they move. */
export function Adjust({ view: { stay } }: { readonly view: AnswerView }) {
  const { answer } = words().web;
  const said = app.value.stay;
  return (
    <section class="card adjust" aria-labelledby="adjust">
      <h2 id="adjust">{answer.adjust}</h2>
      <Slider
        label={answer.days}
        min={1}
        max={365}
        step={1}
        value={said.days ?? stay.days}
        onValue={(days) => changeStay({ days: days === undefined ? undefined : Math.round(days) })}
      />
      <Slider
        label={answer.gigabytes}
        min={0}
        max={5}
        step={0.05}
        value={gigabytesOf(said) ?? rounded(stay.dataPerDay / GIGABYTE)}
        onValue={(gigabytes) => changeGroup('usage', dataOf(gigabytes))}
      />
      <p>
        <a href={linkTo('map')}>{answer.map}</a>
      </p>
    </section>
  );
}
