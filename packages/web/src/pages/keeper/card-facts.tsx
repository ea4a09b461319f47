import { useId, useState } from 'preact/hooks';
import { Button, Form, NumberField, TextField } from '../../parts/fields.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { CardView, TypedFacts } from '../../worker/keeper/keeper-protocol.ts';

type CardProps = { readonly card: CardView };

const PER_DAY = { min: 0, max: 100_000, step: 1 };
const DAYS = { min: 0, max: 3660, step: 1 };

/** What is known of the card itself: its name, how it is expected to be used, its phone, the life of its number. */
export function CardFacts({ card: { id, name } }: CardProps) {
  const { keeper, reminders } = words().web;
  const [facts, setFacts] = useState<TypedFacts>({});
  const set = (part: TypedFacts) => setFacts((before) => ({ ...before, ...part }));
  const send = async () => {
    if (await askKeeper({ do: 'facts', card: id, facts })) setFacts({});
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField
        label={keeper.name}
        hint={keeper.nameHint}
        value={facts.name ?? name}
        onValue={(typed) => set({ name: typed })}
      />
      <div class="grid">
        <NumberField
          label={reminders.data}
          {...PER_DAY}
          value={facts.megabytesPerDay}
          onValue={(value) => set({ megabytesPerDay: value })}
        />
        <NumberField
          label={reminders.calls}
          {...PER_DAY}
          value={facts.minutesPerDay}
          onValue={(value) => set({ minutesPerDay: value })}
        />
        <TextField
          label={reminders.handset}
          type="date"
          value={facts.handsetSince ?? ''}
          onValue={(value) => set({ handsetSince: value })}
        />
        <NumberField
          label={reminders.idle}
          {...DAYS}
          value={facts.idleDays}
          onValue={(value) => set({ idleDays: value })}
        />
      </div>
      <Button kind="primary" name={`${reminders.set}: ${reminders.about}`}>
        {reminders.set}
      </Button>
    </Form>
  );
}

/** The use of whole days, as the command takes it too. */
export function UsageFile({ card: { id } }: CardProps) {
  const { keeper, reminders } = words().web;
  const field = useId();
  const [isDone, setDone] = useState(false);
  const take = async (picked: File | undefined) => {
    setDone(false);
    const csv = await picked?.text();
    if (csv !== undefined) setDone((await askKeeper({ do: 'usage', card: id, csv })) !== undefined);
  };
  return (
    <div class="field">
      <label for={field}>{reminders.usage}</label>
      <input
        id={field}
        type="file"
        accept=".csv,text/csv"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <p class="hint" role="status">
        {isDone && keeper.recorded}
      </p>
    </div>
  );
}
