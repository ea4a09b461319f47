import { regionName } from '@simwise/messages';
import { useState } from 'preact/hooks';
import { app, changeGroup } from '../state/store.ts';
import { words } from '../state/words.ts';
import { COUNTRIES } from './countries.ts';
import { Check, NumberField, Radios, Select, TextField } from './fields.tsx';
import { YesNo } from './yes-no.tsx';

/** What the rules of the country ask about the person and the phone. */
export function PersonFields() {
  const { formalities, question } = words().web;
  const { person } = app.value.stay;
  return (
    <>
      <Passport />
      <YesNo
        label={formalities.taxNumber}
        value={known(person?.taxNumber)}
        onValue={(taxNumber) => changeGroup('person', { taxNumber })}
      />
      <YesNo
        label={formalities.eResident}
        value={known(person?.eResident)}
        onValue={(eResident) => changeGroup('person', { eResident })}
      />
      <NumberField
        label={formalities.numbers}
        empty={question.unsure}
        min={0}
        max={1000}
        step={1}
        value={known(person?.numbersHeld)}
        onValue={(count) => changeGroup('person', { numbersHeld: count === undefined ? undefined : Math.round(count) })}
      />
      <Bought />
      <UsedSince />
    </>
  );
}

/** "I do not know" stands for what was not said. */
function known<T>(answer: T | 'unknown' | undefined): T | undefined {
  return answer === 'unknown' ? undefined : answer;
}

function Passport() {
  const texts = words();
  const { formalities, question } = texts.web;
  const citizen = known(app.value.stay.person?.citizen);
  const codes = ['KZ', ...COUNTRIES];
  const listed = citizen === undefined || codes.includes(citizen) ? codes : [citizen, ...codes];
  return (
    <Select
      label={formalities.citizen}
      options={[
        { value: '', label: question.unsure },
        ...listed.map((code) => ({ value: code, label: regionName(texts.locale, code) })),
        { value: OTHER, label: formalities.other },
      ]}
      value={citizen ?? ''}
      onValue={(code) => changeGroup('person', { citizen: code === '' ? undefined : code })}
    />
  );
}

/** The code that ISO 3166 leaves to its users, for a country that is not listed. */
const OTHER = 'ZZ';

function Bought() {
  const { formalities, question } = words().web;
  const options = [
    { value: 'here', label: formalities.here },
    { value: 'abroad', label: formalities.abroad },
    { value: 'unknown', label: question.unsure },
  ] as const;
  return (
    <Radios
      label={formalities.bought}
      options={options}
      value={app.value.stay.device?.bought ?? 'unknown'}
      onValue={(bought) => changeGroup('device', { bought: bought === 'unknown' ? undefined : bought })}
    />
  );
}

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function UsedSince() {
  const { formalities, expert } = words().web;
  const said = app.value.stay.device?.usedHereSince;
  const [draft, setDraft] = useState(said === undefined || said === 'never' || said === 'unknown' ? '' : said);
  const isBad = draft !== '' && !PARTIAL_DATE.test(draft);
  const take = (text: string) => {
    setDraft(text);
    if (text === '' || PARTIAL_DATE.test(text)) changeGroup('device', { usedHereSince: text || undefined });
  };
  const never = (isNever: boolean) => {
    setDraft('');
    changeGroup('device', { usedHereSince: isNever ? 'never' : undefined });
  };
  return (
    <>
      <Check label={formalities.never} checked={said === 'never'} onValue={never} />
      {said !== 'never' && (
        <TextField
          label={formalities.since}
          hint={formalities.sinceHint}
          value={draft}
          onValue={take}
          problem={isBad ? expert.bad : undefined}
        />
      )}
    </>
  );
}
