import type { StayInput } from '@simwise/advisor';
import { useEffect, useState } from 'preact/hooks';
import { needPlaceName, placeName, searchPlaces } from '../state/place-search.ts';
import { language } from '../state/session.ts';
import { words } from '../state/words.ts';
import { Button, NumberField } from './fields.tsx';
import { Named } from './named.tsx';
import { PlaceSearch } from './place-search.tsx';

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
  }, [places, language.value]);
  return (
    <div aria-live="polite">
      {said.length === 0 && <p class="empty">{where.none}</p>}
      <ul class="chosen">
        {said.map(({ place, days }, index) => {
          const name = placeName(place);
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
    </div>
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
  useEffect(() => searchPlaces(''), []);
  return (
    <PlaceSearch label={where.place} text={name} onType={type} onPick={add}>
      <NumberField label={where.days} empty={unsure} min={1} max={3660} step={1} value={days} onValue={setDays} />
      <Button onClick={() => add(name)}>{where.add}</Button>
    </PlaceSearch>
  );
}
