import { regionName } from '@simwise/messages';
import { useState } from 'preact/hooks';
import { COUNTRIES } from '../parts/countries.ts';
import { NumberField, Select } from '../parts/fields.tsx';
import { YesNo } from '../parts/yes-no.tsx';
import { app, changeGroup } from '../state/store.ts';
import { type Talk, talkOf, usageOfTalk } from '../state/talk.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

/** Calls, messages and one-time codes. */
export function CallsPage() {
  const { calls } = words().web.question;
  const { needs } = app.value.stay;
  return (
    <QuestionPage page="calls" heading={calls.heading} why={calls.why}>
      <YesNo
        label={calls.number}
        value={needs?.localNumber}
        onValue={(localNumber) => changeGroup('needs', { localNumber })}
      />
      <YesNo label={calls.otp} value={needs?.otp} onValue={(otp) => changeGroup('needs', { otp })} />
      <TalkFields />
      <YesNo
        label={calls.internet}
        value={needs?.callsOverInternet}
        onValue={(callsOverInternet) => changeGroup('needs', { callsOverInternet })}
      />
    </QuestionPage>
  );
}

function TalkFields() {
  const { calls, unsure } = words().web.question;
  const said = talkOf(app.value.stay);
  const [picked, setPicked] = useState(said.country);
  const country = said.country === '' ? picked : said.country;
  const keep = (part: Partial<Talk>) => changeGroup('usage', usageOfTalk({ ...said, country, ...part }));
  const pick = (next: string) => {
    setPicked(next);
    keep({ country: next });
  };
  return (
    <>
      <NumberField
        label={calls.minutes}
        empty={unsure}
        {...MINUTES}
        value={said.minutes}
        onValue={(minutes) => keep({ minutes })}
      />
      <NumberField
        label={calls.messages}
        empty={unsure}
        min={0}
        max={1000}
        step={1}
        value={said.messages}
        onValue={(messages) => keep({ messages })}
      />
      <Abroad country={country} onCountry={pick} />
      {country !== '' && (
        <NumberField
          label={calls.abroadMinutes}
          empty={unsure}
          {...MINUTES}
          value={said.abroadMinutes}
          onValue={(abroadMinutes) => keep({ abroadMinutes })}
        />
      )}
    </>
  );
}

const MINUTES = { min: 0, max: 1440, step: 1 };

type AbroadProps = { readonly country: string; readonly onCountry: (country: string) => void };

function Abroad({ country, onCountry }: AbroadProps) {
  const texts = words();
  const { calls } = texts.web.question;
  const known = country === '' || COUNTRIES.includes(country) ? COUNTRIES : [country, ...COUNTRIES];
  const options = known.map((code) => ({ value: code, label: regionName(texts.locale, code) }));
  return (
    <Select
      label={calls.country}
      options={[{ value: '', label: calls.noCountry }, ...options]}
      value={country}
      onValue={onCountry}
    />
  );
}
