import { useState } from 'preact/hooks';
import { Button, Form, TextField } from '../../parts/fields.tsx';
import type { Channel, OfferedKind } from '../../state/reminder-server.ts';
import {
  addEmail,
  addPush,
  addTelegram,
  lookAtServer,
  reminderChannels,
  removeChannel,
} from '../../state/reminders.ts';
import { words } from '../../state/words.ts';

/** The ways to be reminded: those that are added, those that can be, and those that this server does not offer. */
export function ReminderChannels({ offered }: { readonly offered: readonly OfferedKind[] }) {
  const text = words().web.reminders;
  const channels = reminderChannels.value;
  return (
    <>
      {channels.length > 0 && (
        <ul class="ways">
          {channels.map((channel) => (
            <Added key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {channels.some(({ state }) => state === 'pending') && (
        <Button onClick={() => void lookAtServer()}>{text.again}</Button>
      )}
      {offered.map(({ kind, on, publicKey }) => {
        if (!on) return <p key={kind}>{text.off({ kind: text.kinds[kind] })}</p>;
        if (kind === 'email') return <AddEmail key={kind} />;
        const add = () => void (kind === 'push' ? addPush(publicKey ?? '') : addTelegram());
        const isOn = channels.some((channel) => channel.kind === kind && channel.state === 'confirmed');
        return isOn ? null : (
          <p key={kind}>
            <Button onClick={add}>{kind === 'push' ? text.addPush : text.addTelegram}</Button>
          </p>
        );
      })}
    </>
  );
}

function Added({ channel }: { readonly channel: Channel }) {
  const text = words().web.reminders;
  const { kind, state, link } = channel;
  return (
    <li>
      {text.kinds[kind]}: {text.states[state]}{' '}
      {link !== undefined && state === 'pending' && (
        <a href={link} target="_blank" rel="noreferrer">
          {text.openTelegram}
        </a>
      )}{' '}
      <Button name={text.remove({ kind: text.kinds[kind] })} onClick={() => void removeChannel(channel)}>
        ×
      </Button>
    </li>
  );
}

function AddEmail() {
  const text = words().web.reminders;
  const [address, setAddress] = useState('');
  const send = async () => {
    if (address.includes('@') && (await addEmail(address.trim()))) setAddress('');
  };
  return (
    <Form kind="one" onSubmit={() => void send()}>
      <TextField label={text.mail} hint={text.mailHint} value={address} onValue={setAddress} />
      <Button>{text.askMail}</Button>
    </Form>
  );
}
