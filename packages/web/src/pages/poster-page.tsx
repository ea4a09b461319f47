import { currencyText } from '@simwise/messages';
import { useEffect, useState } from 'preact/hooks';
import {
  EMPTY_POSTER,
  POSTER_PERIODS,
  type PosterForm,
  posterForm,
  posterLine,
  posterProblems,
} from '../offers/poster-form.ts';
import { posterText } from '../offers/poster-text.ts';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { Button, Check, Form, Select, TextField } from '../parts/fields.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { follow, views } from '../state/advice.ts';
import { app, change, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import { ExportButton } from './poster-export.tsx';

/** A price that the catalogue does not have: typed in, ranked, kept, edited, handed on. */
export function PosterPage() {
  const { poster } = words().web;
  const [edited, setEdited] = useState<number>();
  const kept = app.value.posters;
  const line = edited === undefined ? undefined : kept[edited];
  const keep = (next: string) => {
    change({ posters: edited === undefined ? [...kept, next] : kept.map((each, at) => (at === edited ? next : each)) });
    setEdited(undefined);
  };
  return (
    <>
      <PageHead heading={poster.heading}>
        <p class="lead">{poster.lead}</p>
      </PageHead>
      <PosterFields
        key={`${edited ?? 'new'} ${kept.length}`}
        isEdited={line !== undefined}
        first={(line !== undefined && posterForm(line)) || EMPTY_POSTER}
        label={edited === undefined ? poster.keep : poster.save}
        onLine={keep}
      />
      <h2>{poster.kept}</h2>
      {kept.length === 0 ? <p class="empty">{poster.none}</p> : <Kept onEdit={setEdited} />}
    </>
  );
}

type PosterFieldsProps = {
  readonly first: PosterForm;
  /** Whether it is one that was kept before. */
  readonly isEdited: boolean;
  readonly label: string;
  readonly onLine: (line: string) => void;
};

function PosterFields({ first, isEdited, label, onLine }: PosterFieldsProps) {
  const texts = words();
  const { poster } = texts.web;
  const [form, setForm] = useState(first);
  const [isTried, setTried] = useState(false);
  const set = <K extends keyof PosterForm>(name: K) => {
    return (value: PosterForm[K]) => setForm((before) => ({ ...before, [name]: value }));
  };
  const problems = posterProblems(form);
  const submit = () => {
    setTried(true);
    if (problems.length === 0) onLine(posterLine(form));
  };
  const typed = (name: (typeof problems)[number], problem: string) => ({
    label: poster[name],
    value: form[name],
    onValue: set(name),
    problem: isTried && problems.includes(name) ? problem : undefined,
  });
  return (
    <Form kind="card" onSubmit={submit} takesFocus={isEdited}>
      <div class="grid">
        <TextField {...typed('name', poster.needName)} />
        <TextField {...typed('price', poster.needPrice)} />
        <Select
          label={poster.currency}
          options={['KZT', 'USD', 'EUR', 'CNY', 'RUB'].map((value) => ({ value, label: currencyText(texts, value) }))}
          value={form.currency}
          onValue={set('currency')}
        />
        <Select
          label={poster.period}
          options={POSTER_PERIODS.map((value) => ({ value, label: poster.periods[value] }))}
          value={form.period}
          onValue={set('period')}
        />
        <TextField {...typed('gigabytes', poster.needNumber)} />
        <TextField {...typed('minutes', poster.needNumber)} />
        <TextField {...typed('messages', poster.needNumber)} />
        <TextField {...typed('sim', poster.needNumber)} />
      </div>
      <Check label={poster.unlimitedData} checked={form.unlimitedData} onValue={set('unlimitedData')} />
      <Check label={poster.unlimitedOnNet} checked={form.unlimitedOnNet} onValue={set('unlimitedOnNet')} />
      <Check label={poster.dataOnly} checked={form.dataOnly} onValue={set('dataOnly')} />
      <Button kind="primary">{label}</Button>
    </Form>
  );
}

/** The prices kept, each with its place among the choices. */
function Kept({ onEdit }: { readonly onEdit: (index: number) => void }) {
  useEffect(() => follow('advice'), []);
  const { poster, shell } = words().web;
  const { posters } = app.value;
  return (
    <>
      <AdviceStatus what="advice" />
      <ul class="offers">
        {posters.map((line, index) => {
          const [name = ''] = line.split(':');
          const form = posterForm(line);
          return (
            <li key={`${index} ${line}`}>
              <p>
                <strong>
                  <Named text={name} />
                </strong>
              </p>
              <p>{form ? posterText(form, words()) : line.slice(name.length + 1)}</p>
              <p role="status">
                <Rank index={index} />
              </p>
              <div class="actions">
                {form && <Button onClick={() => onEdit(index)}>{poster.edit({ name })}</Button>}
                <Button onClick={() => change({ posters: posters.filter((_, at) => at !== index) })}>
                  {poster.remove({ name })}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <p class="actions">
        <a class="button primary" href={linkTo('answer')}>
          {shell.pages.answer}
        </a>
        <ExportButton />
      </p>
      <p class="hint">{poster.exportText}</p>
    </>
  );
}

function Rank({ index }: { readonly index: number }) {
  const { poster } = words().web;
  const choice = views.value.advice?.choices.find(({ offers }) => offers.includes(`poster-${index + 1}`));
  return <>{choice ? poster.ranks({ rank: `${choice.rank}`, total: choice.total.text }) : poster.notRanked}</>;
}
