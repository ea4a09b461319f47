import type { ComponentChildren } from 'preact';
import { Button } from '../parts/fields.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { QUESTIONS } from '../state/app-state.ts';
import { linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import { useAnswerAhead } from './answer-ahead.ts';

type Question = (typeof QUESTIONS)[number];

type QuestionProps = {
  readonly page: Question;
  readonly heading: string;
  readonly why: string;
  readonly children: ComponentChildren;
};

/** One question: what is asked, why, the fields, and the ways on and back. */
export function QuestionPage({ page, heading, why, children }: QuestionProps) {
  useAnswerAhead();
  const { web, signs } = words();
  const { question, shell } = web;
  const index = QUESTIONS.indexOf(page);
  const next = QUESTIONS[index + 1];
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p class="step">{question.step({ number: `${index + 1}`, of: `${QUESTIONS.length}` })}</p>
      <progress class="steps" value={index + 1} max={QUESTIONS.length} aria-hidden="true" />
      <PageHead heading={heading} />
      <p class="why">
        <strong>{question.why}</strong>
        {signs.colon}
        {why}
      </p>
      {children}
      <p class="actions">
        <a class="button primary" href={linkTo(next ?? 'answer')}>
          {next ? shell.next : question.show}
        </a>
        <Button onClick={() => history.back()}>{shell.back}</Button>
        {next && (
          <a class="button quiet" href={linkTo('answer')}>
            {question.show}
          </a>
        )}
      </p>
    </form>
  );
}
