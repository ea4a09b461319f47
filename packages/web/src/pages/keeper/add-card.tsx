import { useState } from 'preact/hooks';
import { Button, Form, NumberField, Select, TextField } from '../../parts/fields.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { KeeperView, TypedCard } from '../../worker/keeper/keeper-protocol.ts';

/** A card by hand: its plan, the first day, a name and what is known of the balance. */
export function AddCard({ view: { plans, today } }: { readonly view: KeeperView }) {
  const { keeper } = words().web;
  const empty: TypedCard = { name: '', offer: '', start: today, balance: undefined };
  const [card, setCard] = useState(empty);
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<TypedCard>) => setCard((before) => ({ ...before, ...part }));
  const options = [{ value: '', label: keeper.pick }, ...plans.map(({ id, name }) => ({ value: id, label: name }))];
  const add = async () => {
    setTried(true);
    if (card.offer === '' || card.start === '') return;
    const name = card.name || usualName(plans.find(({ id }) => id === card.offer)?.name ?? '');
    if (!(await askKeeper({ do: 'add', card: { ...card, name } }))) return;
    setCard(empty);
    setTried(false);
  };
  return (
    <Form kind="card" onSubmit={() => void add()}>
      <h2>{keeper.add}</h2>
      <div class="grid">
        <Select
          label={keeper.plan}
          options={options}
          value={card.offer}
          onValue={(offer) => set({ offer })}
          hint={isTried && card.offer === '' ? keeper.needPlan : undefined}
        />
        <TextField label={keeper.start} type="date" value={card.start} onValue={(start) => set({ start })} />
        <TextField label={keeper.name} hint={keeper.nameHint} value={card.name} onValue={(name) => set({ name })} />
        <NumberField
          label={keeper.balance}
          min={-10_000_000}
          max={10_000_000}
          step={0.01}
          value={card.balance}
          onValue={(balance) => set({ balance })}
        />
      </div>
      <Button kind="primary">{keeper.hold}</Button>
    </Form>
  );
}

/** A trade name may be longer than a card's name, and hold more digits than one may. */
function usualName(tradeName: string): string {
  return tradeName
    .replace(/\d{3,}/g, '')
    .slice(0, 40)
    .trim();
}
