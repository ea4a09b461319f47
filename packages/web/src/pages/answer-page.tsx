import { useEffect } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { ChoiceCard } from '../parts/choice-card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { follow, isStale, views } from '../state/advice.ts';
import { linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { AnswerView } from '../worker/answer-view.ts';
import { Adjust } from './answer/adjust.tsx';
import { AllChoices } from './answer/all-choices.tsx';
import { Compared } from './answer/compared.tsx';
import { Leaders, waysText } from './answer/leaders.tsx';
import { WhatWouldChange } from './answer/what-would-change.tsx';

/** The answer: the best choice first, then the other best ones, then all. */
export function AnswerPage() {
  useEffect(() => follow('advice'), []);
  const { answer: text } = words().web;
  const view = views.value.advice;
  return (
    <>
      <PageHead heading={text.heading} />
      <AdviceStatus what="advice" />
      {view && <Answer view={view} />}
    </>
  );
}

function Answer({ view }: { readonly view: AnswerView }) {
  const { answer: text } = words().web;
  const best = view.best === null ? undefined : view.choices[view.best];
  const { ways = [] } = view.leaders.find(({ choice }) => choice === view.best) ?? {};
  return (
    <div class={isStale.value ? 'answer stale' : 'answer'}>
      <StaySummary view={view} />
      <Compared view={view} />
      {best ? (
        <ChoiceCard choice={best} proof={view.proof} also={waysText(ways)} />
      ) : (
        <NoAnswer areNearest={view.choices.length > 0} />
      )}
      <Adjust view={view} />
      <Leaders view={view} />
      {view.isPart && <p class="hint">{text.comparing}</p>}
      {!view.isPart && view.choices.length > 0 && <AllChoices view={view} />}
      {!view.isPart && !isStale.value && <WhatWouldChange />}
      <p class="actions">
        <a class="button plain" href={linkTo('share')}>
          {words().web.shell.pages.share}
        </a>
        <PrintButton />
      </p>
    </div>
  );
}

function StaySummary({ view: { stay } }: { readonly view: AnswerView }) {
  const { signs, web } = words();
  const { answer: text, home } = web;
  return (
    <div class="stay">
      <p>
        <strong>{home.presets[stay.preset].title}</strong>
        {signs.colon}
        {stay.daysText}
        {signs.comma}
        {stay.first} – {stay.last}
        {signs.semicolon}
        {stay.use.join(signs.comma)}
      </p>
      {stay.assumed !== '' && <p class="hint">{text.assumed({ fields: stay.assumed })}</p>}
      <p>
        <a href={linkTo('when')}>{text.change}</a> · <a href={linkTo('expert')}>{words().web.shell.pages.expert}</a>
      </p>
    </div>
  );
}

/** Nothing serves; where some come near, they are listed below with what is missing. */
function NoAnswer({ areNearest }: { readonly areNearest: boolean }) {
  const { answer: text, counter } = words().web;
  return (
    <div class="card none">
      <h2>{text.none}</h2>
      <p>{areNearest ? text.noneHow : counter.none}</p>
    </div>
  );
}
