import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { Brief, FoundNow } from '../parts/brief.tsx';
import { ChoiceCard } from '../parts/choice-card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { adviceState, follow, isAnswered, isStale, views } from '../state/advice.ts';
import { foundNow } from '../state/found.ts';
import { app, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { AnswerView } from '../worker/answer-view.ts';
import { Adjust } from './answer/adjust.tsx';
import { AllChoices } from './answer/all-choices.tsx';
import { Compared } from './answer/compared.tsx';
import { Leaders, waysText } from './answer/leaders.tsx';
import { WhatWouldChange } from './answer/what-would-change.tsx';

/**
 * The answer: the best choice first, then the other best ones, then all. It stays in view while that to changed values is
 * worked out; one that was there before the page was opened, and answers something else, does not come into view.
 */
export function AnswerPage() {
  const [ofAnother] = useState(() => (isAnswered('advice') ? undefined : views.peek().advice));
  useLayoutEffect(() => follow('advice'), []);
  const { answer: text } = words().web;
  const view = views.value.advice === ofAnother ? undefined : views.value.advice;
  return (
    <>
      <PageHead heading={text.heading} />
      <AdviceStatus what="advice" />
      {view ? <Answer view={view} /> : <BeforeAnswer />}
    </>
  );
}

/** What is known of an answer before there is one: what was asked, and what was found by now. Nothing where none will come. */
function BeforeAnswer() {
  const { answer: text, home } = words().web;
  const { stay } = app.value;
  if (adviceState.value !== 'computing' && !foundNow.value) return null;
  return (
    <div class="card">
      <p>
        <strong>{home.presets[stay.preset ?? 'tourist'].title}</strong>
      </p>
      {foundNow.value ? <FoundNow /> : <Brief choice={undefined} sum="" standing={text.working} />}
    </div>
  );
}

function Answer({ view }: { readonly view: AnswerView }) {
  const isPainted = useIsPainted();
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
      {isPainted && <BelowBest view={view} />}
    </div>
  );
}

/** False until what is there by now has been painted: what lies further down does not hold up what matters most. */
function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return isPainted;
}

function BelowBest({ view }: { readonly view: AnswerView }) {
  const { answer: text, shell } = words().web;
  return (
    <>
      <Adjust view={view} />
      <Leaders view={view} />
      {view.isPart && <p class="hint">{text.comparing}</p>}
      {!view.isPart && view.choices.length > 0 && <AllChoices view={view} />}
      {!view.isPart && !isStale.value && <WhatWouldChange />}
      <p class="actions">
        <a class="button plain" href={linkTo('share')}>
          {shell.pages.share}
        </a>
        <PrintButton />
      </p>
    </>
  );
}

function StaySummary({ view: { stay } }: { readonly view: AnswerView }) {
  const { signs, web } = words();
  const { answer: text, home, preset } = web;
  return (
    <div class="stay">
      <p>
        <strong>{home.presets[stay.preset].title}</strong>
        {signs.colon}
        {stay.daysText}
        {signs.comma}
        {stay.first === stay.last ? stay.first : `${stay.first} – ${stay.last}`}
        {stay.use.length > 0 && signs.semicolon + preset.perDay({ amount: stay.use.join(signs.comma) })}
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
