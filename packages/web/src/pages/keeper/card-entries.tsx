import { useState } from 'preact/hooks';
import { Button, Form, NumberField, Select } from '../../parts/fields.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { CardView, KeeperRequest, TypedState } from '../../worker/keeper/keeper-protocol.ts';
import { CardFacts, UsageFile } from './card-facts.tsx';
import { Folded } from './card-section.tsx';

type CardProps = { readonly card: CardView };

const MONEY = { min: 0, max: 10_000_000, step: 0.01 };
const AMOUNT = { min: 0, max: 100_000, step: 0.01 };
const COUNT = { min: 0, max: 100_000, step: 1 };

/** What is typed in about a card. */
export function CardEntries({ card }: CardProps) {
  const { keeper, reminders } = words().web;
  return (
    <>
      <Folded summary={keeper.state}>
        <StateForm card={card} />
      </Folded>
      <Folded summary={keeper.other}>
        <OtherForms card={card} />
        <UsageFile card={card} />
      </Folded>
      <Folded summary={reminders.about}>
        <CardFacts key={card.name} card={card} />
      </Folded>
    </>
  );
}

function StateForm({ card: { id, currency } }: CardProps) {
  const { keeper, web } = words();
  const [state, setState] = useState<TypedState>({});
  const fields = [
    ['balance', `${keeper.status.balance}, ${currency}`, { ...MONEY, min: -MONEY.max }],
    ['gigabytes', web.keeper.gigabytes, AMOUNT],
    ['minutes', web.keeper.minutes, AMOUNT],
    ['messages', web.keeper.messages, COUNT],
  ] as const;
  const send = async () => {
    if (await askKeeper({ do: 'state', card: id, state })) setState({});
  };
  return (
    <Form onSubmit={() => void send()}>
      <div class="grid">
        {fields.map(([name, label, range]) => (
          <NumberField
            key={name}
            label={label}
            {...range}
            value={state[name]}
            onValue={(value) => setState((before) => ({ ...before, [name]: value }))}
          />
        ))}
      </div>
      <Button kind="primary">{web.keeper.record}</Button>
    </Form>
  );
}

function OtherForms({ card: { id, currency, packs } }: CardProps) {
  const { keeper } = words().web;
  return (
    <>
      <OneNumber
        label={`${keeper.topUp}, ${currency}`}
        range={MONEY}
        request={(amount) => ({ do: 'top-up', card: id, amount })}
      />
      {packs.length > 0 && <PackForm card={id} packs={packs} />}
      <OneNumber
        label={keeper.counter}
        range={AMOUNT}
        request={(gigabytes) => ({ do: 'counter', card: id, gigabytes })}
      />
    </>
  );
}

type OneNumberProps = {
  readonly label: string;
  readonly range: typeof MONEY;
  readonly request: (value: number) => KeeperRequest;
};

function OneNumber({ label, range, request }: OneNumberProps) {
  const { keeper } = words().web;
  const [value, setValue] = useState<number>();
  const send = async () => {
    if (value !== undefined && (await askKeeper(request(value)))) setValue(undefined);
  };
  return (
    <Form kind="one" onSubmit={() => void send()}>
      <NumberField label={label} {...range} value={value} onValue={setValue} />
      <Button name={`${keeper.record}: ${label}`}>{keeper.record}</Button>
    </Form>
  );
}

type PackProps = { readonly card: string; readonly packs: CardView['packs'] };

function PackForm({ card, packs }: PackProps) {
  const { keeper } = words().web;
  const [offer, setOffer] = useState('');
  const options = [{ value: '', label: keeper.noPack }, ...packs.map(({ id, name }) => ({ value: id, label: name }))];
  const send = async () => {
    if (offer !== '' && (await askKeeper({ do: 'buy', card, offer }))) setOffer('');
  };
  return (
    <Form kind="one" onSubmit={() => void send()}>
      <Select label={keeper.pack} options={options} value={offer} onValue={setOffer} />
      <Button name={`${keeper.record}: ${keeper.pack}`}>{keeper.record}</Button>
    </Form>
  );
}
