import type { Activity, CompiledCatalog } from '@simwise/catalog';
import { formatVolume, nameIn } from '@simwise/messages';
import { useState } from 'preact/hooks';
import { dataOf, gigabytesOf } from '../adjustable.ts';
import { NumberField, Radios } from '../parts/fields.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { YesNo } from '../parts/yes-no.tsx';
import { language } from '../state/session.ts';
import { app, changeGroup } from '../state/store.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

type Way = 'amount' | 'activity' | 'unsure';

/** What is done online, in hours or in gigabytes. */
export function OnlinePage() {
  const { online, unsure } = words().web.question;
  const { usage, needs } = app.value.stay;
  const said: Way = usage?.data !== undefined ? 'amount' : usage?.activities ? 'activity' : 'unsure';
  const [way, setWay] = useState<Way>(said);
  const options = [
    { value: 'activity', label: online.byActivity },
    { value: 'amount', label: online.byAmount },
    { value: 'unsure', label: unsure },
  ] as const;
  const pick = (next: Way) => {
    setWay(next);
    if (next === 'unsure') changeGroup('usage', { data: undefined, activities: undefined });
  };
  return (
    <QuestionPage page="online" heading={online.heading} why={online.why}>
      <Radios label={online.how} options={options} value={way} onValue={pick} />
      {way === 'amount' && <Amount />}
      {way === 'activity' && <WithCatalog>{(catalog) => <Activities catalog={catalog} />}</WithCatalog>}
      <YesNo
        label={online.slow}
        value={needs?.throttleAccepted}
        onValue={(throttleAccepted) => changeGroup('needs', { throttleAccepted })}
      />
    </QuestionPage>
  );
}

function Amount() {
  const { online, unsure } = words().web.question;
  return (
    <NumberField
      label={online.amount}
      empty={unsure}
      min={0}
      max={100}
      step={0.05}
      value={gigabytesOf(app.value.stay)}
      onValue={(gigabytes) => changeGroup('usage', dataOf(gigabytes))}
    />
  );
}

/** Day profiles of the estimator are what the life situations stand for; the rest is asked one by one. */
function isOneActivity({ id }: Activity): boolean {
  return !id.startsWith('profile-');
}

function Activities({ catalog }: { readonly catalog: CompiledCatalog }) {
  const texts = words();
  const { online } = texts.web.question;
  const asked = catalog.activities.filter(isOneActivity);
  const said = app.value.stay.usage?.activities ?? {};
  const bytes = asked.reduce((sum, { id, bytes: { typical } }) => sum + typical * (said[id] ?? 0), 0);
  const keep = (id: string, count: number | undefined) => {
    const { [id]: _before, ...rest } = said;
    const activities = count === undefined ? rest : { ...rest, [id]: Math.round(count * 100) / 100 };
    changeGroup('usage', {
      data: undefined,
      activities: Object.keys(activities).length === 0 ? undefined : activities,
    });
  };
  return (
    <fieldset>
      <legend>{online.activities}</legend>
      <div class="grid">
        {asked.map((activity) => (
          <NumberField
            key={activity.id}
            label={labelOf(activity)}
            min={0}
            max={activity.unit === 'hour' ? 24 : 1000}
            step={activity.unit === 'hour' ? 0.25 : 1}
            value={said[activity.id]}
            onValue={(count) => keep(activity.id, count)}
          />
        ))}
      </div>
      <p role="status">{online.sum({ amount: formatVolume(texts, 'data', bytes) })}</p>
    </fieldset>
  );
}

function labelOf({ names, unit }: Activity): string {
  const { online } = words().web.question;
  const name = nameIn(language.value, names);
  if (unit === 'hour') return online.perHour({ name });
  return unit === 'minute' ? online.perMinute({ name }) : online.perPiece({ name });
}
