import { views } from '../state/advice.ts';
import { linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { JudgedChoiceView } from '../worker/answer-view.ts';
import type { ChoiceView } from '../worker/choice-view.ts';
import type { Advised } from '../worker/keeper/keeper-protocol.ts';
import { ChoiceDetails } from './choice-details.tsx';
import { Button } from './fields.tsx';
import { KindMark } from './kind-mark.tsx';
import { Named, NamedItems } from './named.tsx';

type BestProps = {
  readonly choice: JudgedChoiceView;
  readonly proof: string;
  /** In which other ways it is the best, in words. */
  readonly also: string;
};

/** The recommendation: what it is, what it costs, what to buy on which day, and why. */
export function ChoiceCard({ choice, proof, also }: BestProps) {
  const { answer } = words().web;
  return (
    <article class={`card best ${choice.kind}`}>
      <p class="eyebrow">{also === '' ? answer.best : `${answer.best} · ${also}`}</p>
      <h2>
        <Named text={choice.title} />
      </h2>
      <KindMark kind={choice.kind} text={choice.kindText} />
      <p class="total">
        <span class="label">{answer.total}</span>
        <strong>{choice.total.text}</strong>
        <span class="rates">
          {choice.perDay !== '' && <span>{answer.perDay({ amount: choice.perDay })}</span>}
          {choice.perGigabyte !== '' && <span>{answer.perGigabyte({ amount: choice.perGigabyte })}</span>}
        </span>
      </p>
      <Expected texts={choice.expected} />
      <div class="columns">
        <section>
          <h3>{answer.buy}</h3>
          <Purchases choice={choice} />
        </section>
        <section>
          <h3>{answer.why}</h3>
          <ul>
            <NamedItems texts={choice.reasons} />
            {proof !== '' && <li>{proof}</li>}
          </ul>
        </section>
      </div>
      <ChoiceDetails choice={choice} isPrinted />
      <ChoiceLinks choice={choice} />
    </article>
  );
}

/** What a choice costs over the ways in which the use may turn out. */
export function Expected({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const { signs } = words();
  return <p class="expected">{texts.join(signs.semicolon)}</p>;
}

export function Purchases({ choice }: { readonly choice: ChoiceView }) {
  return (
    <ol class="purchases">
      {choice.purchases.map(({ day, offer }, index) => (
        <li key={`${index} ${day}`}>
          <span class="day">{day}</span>{' '}
          <span>
            <Named text={offer} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Where to go with a choice. */
export function ChoiceLinks({ choice: { id, advised } }: { readonly choice: ChoiceView }) {
  const { keeper, shell } = words().web;
  const { pages } = shell;
  return (
    <p class="actions">
      <a class="button primary" href={linkTo('counter', { choice: id })}>
        {pages.counter}
      </a>
      <a class="button plain" href={linkTo('formalities', { choice: id })}>
        {pages.formalities}
      </a>
      <Button onClick={() => void holdCards(advised)}>{keeper.take}</Button>
    </p>
  );
}

/** Adds the cards of a choice to the keeper and goes to its page, which also says where that was refused. */
async function holdCards(advised: Advised): Promise<void> {
  const { askKeeper } = await import('../state/keeper.ts');
  await askKeeper({ do: 'take', advised, expected: views.value.advice?.stay.expected ?? {} });
  location.hash = linkTo('keeper');
}
