import { labelled } from '@simwise/messages';
import { useEffect } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PersonFields } from '../parts/person-fields.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { follow, views } from '../state/advice.ts';
import { linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { FormalitiesView, OutcomeView } from '../worker/formalities-view.ts';

/** What the law asks of this person with the choice looked at. */
export function FormalitiesPage() {
  useEffect(() => follow('formalities'), []);
  const { formalities } = words().web;
  const view = views.value.formalities;
  return (
    <>
      <PageHead heading={formalities.heading}>
        <p class="lead">{formalities.lead}</p>
      </PageHead>
      <details class="card about-you">
        <summary>{formalities.about}</summary>
        <PersonFields />
      </details>
      <AdviceStatus what="formalities" />
      {view === null && <NothingToBuy />}
      {view && <Formalities view={view} />}
      <p class="actions">
        <PrintButton />
      </p>
    </>
  );
}

/** Without a choice there is nothing to speak of yet. */
export function NothingToBuy() {
  const { counter, answer } = words().web;
  return (
    <p class="empty">
      {counter.none} <a href={linkTo('when')}>{answer.change}</a>
    </p>
  );
}

function Formalities({ view }: { readonly view: NonNullable<FormalitiesView> }) {
  const { formalities, signs } = words();
  const { headings } = formalities;
  const of = (is: OutcomeView['is']) => view.outcomes.filter((outcome) => outcome.is === is);
  return (
    <>
      <h2>
        <Named text={headings.forChoice({ choice: view.title })} />
      </h2>
      <section class="card">
        <h3>
          {headings.steps}
          <span class="hint">{signs.inBrackets({ text: view.hassle })}</span>
        </h3>
        <ol>
          {view.steps.map((step, index) => (
            <li key={`${index} ${step}`}>
              <Named text={step} />
            </li>
          ))}
        </ol>
      </section>
      <Outcomes heading={headings.applies} outcomes={of('applies')} />
      <Outcomes heading={headings.unknown} outcomes={of('unknown')} />
      <Outcomes heading={headings.doesNotApply} outcomes={of('does-not-apply')} />
    </>
  );
}

function Outcomes({ heading, outcomes }: { readonly heading: string; readonly outcomes: readonly OutcomeView[] }) {
  if (outcomes.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {outcomes.map((outcome) => (
        <OutcomeCard key={outcome.id} outcome={outcome} />
      ))}
    </section>
  );
}

function OutcomeCard({ outcome }: { readonly outcome: OutcomeView }) {
  const { headings } = words().formalities;
  const { topic, title, text, because, questions, bring, standing, sources } = outcome;
  return (
    <details class="card rule" open={outcome.is === 'applies'}>
      <summary>
        <span class="eyebrow">{topic}</span>{' '}
        <strong>
          <Named text={title} />
        </strong>
      </summary>
      <p>
        <Named text={text} />
      </p>
      <Labelled label={headings.because} text={because} />
      <Labelled label={headings.depends} text={questions.join(' ')} />
      <Labelled label={headings.bring} text={bring} />
      <p class="hint">{standing}</p>
      <SourceList sources={sources} />
    </details>
  );
}

/** Nothing where there is no text. */
function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <p>
      <Named text={labelled(words(), label, text)} />
    </p>
  );
}
