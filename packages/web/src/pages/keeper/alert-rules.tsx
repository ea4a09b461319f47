import { useState } from 'preact/hooks';
import { Button, Form, NumberField, TextField } from '../../parts/fields.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { KeeperView } from '../../worker/keeper/keeper-protocol.ts';

type Rules = KeeperView['alerts'];
type List = Exclude<keyof Rules, 'hour'>;

const LISTS: readonly List[] = ['used', 'beforeCharge', 'beforeEnd'];

/** When to be reminded, in the calendar file and by a server alike. */
export function AlertRules({ rules, onSet }: { readonly rules: Rules; readonly onSet: () => void }) {
  const { reminders } = words().web;
  const [lists, setLists] = useState(() => textsOf(rules));
  const [hour, setHour] = useState<number | undefined>(rules.hour);
  const set = async () => {
    const read = LISTS.map((name) => [name, readList(lists[name])] as const);
    if (hour === undefined || read.some(([, numbers]) => numbers === undefined)) return;
    const alerts = { ...rules, ...Object.fromEntries(read), hour };
    if (await askKeeper({ do: 'alerts', alerts })) onSet();
  };
  return (
    <Form onSubmit={() => void set()}>
      <p class="hint">{reminders.alertsHint}</p>
      {LISTS.map((name) => (
        <TextField
          key={name}
          label={reminders[name]}
          value={lists[name]}
          problem={readList(lists[name]) === undefined ? reminders.badList : undefined}
          onValue={(text) => setLists((before) => ({ ...before, [name]: text }))}
        />
      ))}
      <NumberField label={reminders.hour} min={0} max={23} step={1} value={hour} onValue={setHour} />
      <Button kind="primary" name={`${reminders.set}: ${reminders.alerts}`}>
        {reminders.set}
      </Button>
    </Form>
  );
}

function textsOf({ used, beforeCharge, beforeEnd }: Rules): Readonly<Record<List, string>> {
  return { used: used.join(', '), beforeCharge: beforeCharge.join(', '), beforeEnd: beforeEnd.join(', ') };
}

/** `85, 50`; undefined where it is no list of whole numbers. */
function readList(text: string): readonly number[] | undefined {
  const parts = text.split(/[,;\s、，]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : undefined;
}
