import { PRESETS, type PresetName, type StayInput } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { currencyText, nameIn } from '@simwise/messages';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Check, NumberField, Select, TextField } from '../parts/fields.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PersonFields as RuleFields } from '../parts/person-fields.tsx';
import { NewPlace, PlaceList } from '../parts/place-fields.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { YesNo } from '../parts/yes-no.tsx';
import { language } from '../state/session.ts';
import { FIELDS } from '../state/stay-fields.ts';
import { app, change, changeGroup, changeStay, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';

/** Every input of the answer at once. */
export function ExpertPage() {
  const { expert, question } = words().web;
  const [timesEmptied, setTimesEmptied] = useState(0);
  const empty = () => {
    change({ stay: {} });
    setTimesEmptied((times) => times + 1);
  };
  return (
    <form class="expert" onSubmit={(event) => event.preventDefault()}>
      <PageHead heading={expert.heading}>
        <p class="lead">{expert.lead}</p>
      </PageHead>
      {/* Made anew when they are emptied: some hold what was typed and could not be read. */}
      <Fragment key={timesEmptied}>
        <SituationFields />
        <TimeFields />
        <UseFields />
        <NeedFields />
        <DeviceFields />
        <PersonFields />
      </Fragment>
      <p class="actions sticky">
        <a class="button primary" href={linkTo('answer')}>
          {question.show}
        </a>
        <Button onClick={empty}>{expert.clear}</Button>
      </p>
    </form>
  );
}

function SituationFields() {
  const { expert, home } = words().web;
  const names = Object.keys(PRESETS) as PresetName[];
  const options = names.map((value) => ({ value, label: home.presets[value].title }));
  return (
    <Select
      label={expert.situation}
      options={[{ value: '' as const, label: home.unsure }, ...options]}
      value={app.value.stay.preset ?? ''}
      onValue={(preset) => changeStay({ preset: preset === '' ? undefined : preset })}
    />
  );
}

function TimeFields() {
  const { expert, question } = words().web;
  const { start, days, places = [] } = app.value.stay;
  const keep = (next: NonNullable<StayInput['places']>) => changeStay({ places: next.length === 0 ? undefined : next });
  return (
    <fieldset>
      <legend>{expert.time}</legend>
      <div class="grid">
        <NumberField
          label={question.when.days}
          min={1}
          max={3660}
          step={1}
          value={days}
          onValue={(value) => changeStay({ days: value === undefined ? undefined : Math.round(value) })}
        />
        <TextField
          label={question.when.start}
          type="date"
          hint={question.when.startUnsure}
          value={start ?? ''}
          onValue={(value) => changeStay({ start: value === '' ? undefined : value })}
        />
      </div>
      <PlaceList places={places} onPlaces={(next) => keep([...next])} />
      <NewPlace onPlace={(place) => keep([...places, place])} />
    </fieldset>
  );
}

function UseFields() {
  const { expert } = words().web;
  return (
    <fieldset>
      <legend>{expert.use}</legend>
      <AddressField name="data" group="data" label={expert.data} hint={expert.dataHint} isList={false} />
      <AddressField name="do" group="activities" label={expert.activities} hint={expert.activitiesHint} isList />
      <AddressField name="call" group="calls" label={expert.calls} hint={expert.callsHint} isList />
      <AddressField name="sms" group="sms" label={expert.messages} hint={expert.messagesHint} isList />
    </fieldset>
  );
}

type AddressFieldProps = {
  /** The field's name in an address. */
  readonly name: 'data' | 'do' | 'call' | 'sms';
  readonly group: 'data' | 'activities' | 'calls' | 'sms';
  readonly label: string;
  readonly hint: string;
  /** Whether commas separate several values. */
  readonly isList: boolean;
};

/** A use as it stands in an address, readable and short. What cannot be read stays as typed and is not used. */
function AddressField({ name, group, label, hint, isList }: AddressFieldProps) {
  const field = FIELDS[name];
  const [draft, setDraft] = useState(() => field?.write(app.peek().stay).join(', ') ?? '');
  const [isBad, setBad] = useState(false);
  const take = (text: string) => {
    setDraft(text);
    const cleared: StayInput = { ...app.peek().stay, usage: { ...app.peek().stay.usage, [group]: undefined } };
    const values = isList ? text.split(',') : [text];
    const said = values.map((value) => value.trim()).filter((value) => value !== '');
    const read = said.reduce<StayInput | undefined>((stay, value) => stay && field?.read(value, stay), cleared);
    setBad(read === undefined);
    if (read) changeGroup('usage', { [group]: read.usage?.[group] });
  };
  return (
    <TextField
      label={label}
      hint={hint}
      value={draft}
      onValue={take}
      problem={isBad ? `${words().web.expert.bad} ${hint}` : undefined}
    />
  );
}

function NeedFields() {
  const { expert, question } = words().web;
  const { needs } = app.value.stay;
  return (
    <fieldset>
      <legend>{expert.needs}</legend>
      <YesNo
        label={question.calls.number}
        value={needs?.localNumber}
        onValue={(localNumber) => changeGroup('needs', { localNumber })}
      />
      <YesNo label={question.calls.otp} value={needs?.otp} onValue={(otp) => changeGroup('needs', { otp })} />
      <YesNo
        label={question.phone.hotspot}
        value={needs?.hotspot}
        onValue={(hotspot) => changeGroup('needs', { hotspot })}
      />
      <YesNo
        label={expert.internetCalls}
        value={needs?.callsOverInternet}
        onValue={(callsOverInternet) => changeGroup('needs', { callsOverInternet })}
      />
      <YesNo
        label={expert.throttle}
        value={needs?.throttleAccepted}
        onValue={(throttleAccepted) => changeGroup('needs', { throttleAccepted })}
      />
    </fieldset>
  );
}

function DeviceFields() {
  const { expert, question } = words().web;
  const { device, cards } = app.value.stay;
  return (
    <fieldset>
      <legend>{expert.device}</legend>
      <YesNo label={question.phone.esim} value={device?.esim} onValue={(esim) => changeGroup('device', { esim })} />
      <NumberField
        label={question.phone.slots}
        min={0}
        max={4}
        step={1}
        value={device?.simSlots}
        onValue={(slots) => changeGroup('device', { simSlots: slots === undefined ? undefined : Math.round(slots) })}
      />
      <NumberField
        label={expert.cards}
        min={1}
        max={3}
        step={1}
        value={cards}
        onValue={(count) => changeStay({ cards: count === undefined ? undefined : Math.round(count) })}
      />
    </fieldset>
  );
}

function PersonFields() {
  const { expert } = words().web;
  return (
    <fieldset>
      <legend>{expert.person}</legend>
      <RuleFields />
      <WithCatalog>{(catalog) => <PersonChoices catalog={catalog} />}</WithCatalog>
    </fieldset>
  );
}

function PersonChoices({ catalog }: { readonly catalog: CompiledCatalog }) {
  const texts = words();
  const { expert } = texts.web;
  const { person, currency, networks } = app.value.stay;
  const conditions = [...new Set(catalog.offers.flatMap(({ eligibility = [] }) => eligibility))];
  const currencies = [...new Set(catalog.exchangeRates.flatMap((rate) => [rate.of, rate.in]))].sort();
  const own = catalog.brands.filter(({ operator }) => operator !== undefined);
  return (
    <>
      <CheckList
        legend={expert.conditions}
        options={conditions.filter((item) => typeof item === 'string').map((id) => ({ id, label: conditionName(id) }))}
        picked={person?.conditions ?? []}
        onPicked={(picked) => changeGroup('person', { conditions: picked.length === 0 ? undefined : picked })}
      />
      <CheckList
        legend={expert.holds}
        options={own.map(({ id, names }) => ({ id, label: nameIn(language.value, names) }))}
        picked={person?.customerOf ?? []}
        onPicked={(picked) => changeGroup('person', { customerOf: picked.length === 0 ? undefined : picked })}
      />
      <CheckList
        legend={expert.networks}
        options={catalog.networks.map(({ id, names }) => ({ id, label: nameIn(language.value, names) }))}
        picked={networks?.exclude ?? []}
        onPicked={(picked) => changeStay({ networks: picked.length === 0 ? undefined : { exclude: picked } })}
      />
      <Select
        label={expert.currency}
        options={currencies.map((value) => ({ value, label: currencyText(texts, value) }))}
        value={currency ?? catalog.country.currency}
        onValue={(value) => changeStay({ currency: value === catalog.country.currency ? undefined : value })}
      />
    </>
  );
}

/** A condition that this version has no words for is shown as the catalogue writes it. */
function conditionName(id: string): string {
  const { conditionNames } = words().web.expert;
  return Object.hasOwn(conditionNames, id) ? conditionNames[id as keyof typeof conditionNames] : id;
}

type CheckListProps = {
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly picked: readonly string[];
  readonly onPicked: (picked: string[]) => void;
};

function CheckList({ legend, options, picked, onPicked }: CheckListProps) {
  return (
    <fieldset class="inner">
      <legend>{legend}</legend>
      <div class="checks">
        {options.map(({ id, label }) => (
          <Check
            key={id}
            label={label}
            checked={picked.includes(id)}
            onValue={(on) => onPicked(on ? [...picked, id] : picked.filter((other) => other !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
