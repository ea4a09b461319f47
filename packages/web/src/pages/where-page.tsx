import type { StayInput } from '@simwise/advisor';
import { useState } from 'preact/hooks';
import { Button, NumberField, TextField } from '../parts/fields.tsx';
import { app, changeStay } from '../state/store.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

type Place = NonNullable<StayInput['places']>[number];

/** Where the person will be, place by place. */
export function WherePage() {
  const { where } = words().web.question;
  const places = app.value.stay.places ?? [];
  const keep = (next: readonly Place[]) => changeStay({ places: next.length === 0 ? undefined : [...next] });
  return (
    <QuestionPage page="where" heading={where.heading} why={where.why}>
      <PlaceList places={places} onPlaces={keep} />
      <NewPlace onPlace={(place) => keep([...places, place])} />
    </QuestionPage>
  );
}

type PlaceListProps = { readonly places: readonly Place[]; readonly onPlaces: (places: readonly Place[]) => void };

export function PlaceList({ places, onPlaces }: PlaceListProps) {
  const texts = words();
  const { where } = texts.web.question;
  if (places.length === 0) return <p class="empty">{where.none}</p>;
  return (
    <ul class="chosen">
      {places.map((item, index) => {
        const { place, days } = typeof item === 'string' ? { place: item, days: undefined } : item;
        return (
          <li key={`${index} ${place}`}>
            <span>
              {place}
              {days === undefined ? '' : `, ${texts.units.days(days)}`}
            </span>
            <button
              type="button"
              class="remove"
              aria-label={where.remove({ place })}
              onClick={() => onPlaces(places.filter((_, other) => other !== index))}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function NewPlace({ onPlace }: { readonly onPlace: (place: Place) => void }) {
  const { where } = words().web.question;
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>();
  const add = () => {
    const place = name.trim().slice(0, 80);
    if (place === '') return;
    onPlace(days === undefined ? place : { place, days: Math.round(days) });
    setName('');
    setDays(undefined);
  };
  return (
    <div class="row">
      <TextField label={where.place} value={name} onValue={setName} />
      <NumberField label={where.days} min={1} max={3660} step={1} value={days} onValue={setDays} />
      <Button onClick={add}>{where.add}</Button>
    </div>
  );
}
