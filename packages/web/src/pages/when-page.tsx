import { PRESETS } from '@simwise/advisor';
import { NumberField, TextField } from '../parts/fields.tsx';
import { app, changeStay } from '../state/store.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

const USUAL_DAYS = [1, 3, 7, 14, 30, 90, 180, 365];

/** How long, and from when. */
export function WhenPage() {
  const texts = words();
  const { when, unsure } = texts.web.question;
  const { days, start, preset } = app.value.stay;
  const assumed = PRESETS[preset ?? 'tourist'].days;
  return (
    <QuestionPage page="when" heading={when.heading} why={when.why}>
      <NumberField
        label={when.days}
        empty={unsure}
        min={1}
        max={3660}
        step={1}
        value={days}
        onValue={(value) => changeStay({ days: value === undefined ? undefined : Math.round(value) })}
      />
      <div class="pills">
        {USUAL_DAYS.map((count) => (
          <button
            key={count}
            type="button"
            class="pill-button"
            aria-pressed={days === count}
            onClick={() => changeStay({ days: count })}
          >
            {texts.units.days(count)}
          </button>
        ))}
        <button
          type="button"
          class="pill-button"
          aria-pressed={days === undefined}
          onClick={() => changeStay({ days: undefined })}
        >
          {when.daysUnsure({ days: texts.units.days(assumed) })}
        </button>
      </div>
      <TextField
        label={when.start}
        type="date"
        hint={when.startUnsure}
        value={start ?? ''}
        onValue={(value) => changeStay({ start: value === '' ? undefined : value })}
      />
    </QuestionPage>
  );
}
