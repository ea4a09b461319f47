import { NumberField } from '../parts/fields.tsx';
import { YesNo } from '../parts/yes-no.tsx';
import { app, changeGroup } from '../state/store.ts';
import { words } from '../state/words.ts';
import { QuestionPage } from './question.tsx';

/** What the phone can hold and share. */
export function PhonePage() {
  const { phone, unsure } = words().web.question;
  const { device, needs } = app.value.stay;
  return (
    <QuestionPage page="phone" heading={phone.heading} why={phone.why}>
      <YesNo
        label={phone.esim}
        hint={phone.esimHow}
        value={device?.esim}
        onValue={(esim) => changeGroup('device', { esim })}
      />
      <NumberField
        label={phone.slots}
        empty={unsure}
        min={0}
        max={4}
        step={1}
        value={device?.simSlots}
        onValue={(slots) => changeGroup('device', { simSlots: slots === undefined ? undefined : Math.round(slots) })}
      />
      <YesNo label={phone.hotspot} value={needs?.hotspot} onValue={(hotspot) => changeGroup('needs', { hotspot })} />
    </QuestionPage>
  );
}
