import type { StayInput } from '@simwise/advisor';
import { NewPlace, PlaceList } from '../parts/place-fields.tsx';
import { app, changeStay } from '../state/store.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

type Place = NonNullable<StayInput['places']>[number];

/** Where the person will be, place by place. */
export function WherePage() {
  const { where, unsure } = words().web.question;
  const places = app.value.stay.places ?? [];
  const keep = (next: readonly Place[]) => changeStay({ places: next.length === 0 ? undefined : [...next] });
  return (
    <QuestionPage page="where" heading={where.heading} why={where.why}>
      <PlaceList places={places} onPlaces={keep} />
      <NewPlace onPlace={(place) => keep([...places, place])} />
      <div class="pills">
        <button type="button" class="pill-button" aria-pressed={places.length === 0} onClick={() => keep([])}>
          {unsure}
        </button>
      </div>
    </QuestionPage>
  );
}
