import type { StayInput } from '@simwise/advisor';
import { useEffect, useState } from 'preact/hooks';
import { needPlaceName, placeHits, placeNames, searchPlaces } from '../state/place-search.ts';
import { words } from '../state/words.ts';
import { Button, NumberField, TextField } from './fields.tsx';
import { Named } from './named.tsx';

export type PlaceInput = NonNullable<StayInput['places']>[number];

type PlaceListProps = {
  readonly places: readonly PlaceInput[];
  readonly onPlaces: (places: readonly PlaceInput[]) => void;
};

/** The places named so far. */
export function PlaceList({ places, onPlaces }: PlaceListProps) {
  const texts = words();
  const { where } = texts.web.question;
  const said = places.map((item) => (typeof item === 'string' ? { place: item, days: undefined } : item));
  useEffect(() => {
    for (const { place } of said) needPlaceName(place);
  }, [places]);
  if (said.length === 0) return <p class="empty">{where.none}</p>;
  return (
    <ul class="chosen">
      {said.map(({ place, days }, index) => {
        const name = placeNames.value[place] ?? place;
        return (
          <li key={`${index} ${place}`}>
            <span>
              <Named text={name} />
              {days === undefined ? '' : `${texts.signs.comma}${texts.units.days(days)}`}
            </span>
            <button
              type="button"
              class="remove"
              aria-label={where.remove({ place: name })}
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

/** A place to be added: what is typed, or one of those it may mean. */
export function NewPlace({ onPlace }: { readonly onPlace: (place: PlaceInput) => void }) {
  const { where, unsure } = words().web.question;
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>();
  const type = (text: string) => {
    setName(text);
    searchPlaces(text);
  };
  const add = (text: string) => {
    const place = text.trim().slice(0, 80);
    if (place === '') return;
    onPlace(days === undefined ? place : { place, days: Math.round(days) });
    type('');
    setDays(undefined);
  };
  return (
    <>
      <div class="row">
        <TextField label={where.place} value={name} onValue={type} />
        <NumberField label={where.days} empty={unsure} min={1} max={3660} step={1} value={days} onValue={setDays} />
        <Button onClick={() => add(name)}>{where.add}</Button>
      </div>
      <Hits onPick={add} />
    </>
  );
}

function Hits({ onPick }: { readonly onPick: (say: string) => void }) {
  const { places } = words().web;
  const hits = placeHits.value;
  return (
    <div role="status">
      {hits.length > 0 && <p class="hint">{places.found({ count: hits.length })}</p>}
      <div class="pills">
        {hits.map(({ id, text, say }) => (
          <button key={id} type="button" class="pill-button" onClick={() => onPick(say)}>
            <Named text={text} />
          </button>
        ))}
      </div>
    </div>
  );
}
