import type { LocalSecond } from '@simwise/engine';
import { formatMoment } from '@simwise/messages';
import { useEffect, useState } from 'preact/hooks';
import { Button, TextField } from '../../parts/fields.tsx';
import {
  deleteFromServer,
  isWithServer,
  lookAtServer,
  offeredKinds,
  reminderProblem,
  sendReminders,
} from '../../state/reminders.ts';
import { words } from '../../state/words.ts';
import type { KeeperView } from '../../worker/keeper/keeper-protocol.ts';
import { Folded } from './card-section.tsx';
import { ReminderChannels } from './reminder-channels.tsx';

type Told = KeeperView['reminders'];

/** Reminders by a server: nothing is asked of it before the person does, and everything can be deleted at once. */
export function Reminders({ reminders }: { readonly reminders: Told }) {
  const text = words().web.reminders;
  const offered = offeredKinds.value;
  useEffect(() => followServer(), []);
  useEffect(() => void sendReminders(reminders), [reminders]);
  return (
    <section class="card" aria-labelledby="reminders">
      <h2 id="reminders">{text.heading}</h2>
      <p>{text.lead}</p>
      <Folded summary={text.told}>
        <ToldNow reminders={reminders} />
      </Folded>
      {offered === undefined && <Button onClick={() => void lookAtServer()}>{text.look}</Button>}
      {offered === null && <OtherServer />}
      {offered && <ReminderChannels offered={offered} />}
      <Problem />
      <DeleteAll />
    </section>
  );
}

/** A device that the server knows looks at it by itself, also when the person comes back from their mail or the bot. */
function followServer(): () => void {
  const look = () => {
    if (isWithServer.peek() && document.visibilityState === 'visible') void lookAtServer();
  };
  look();
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
  };
}

function ToldNow({ reminders }: { readonly reminders: Told }) {
  const messages = words();
  if (reminders.length === 0) return <p>{messages.web.reminders.nothing}</p>;
  return (
    <ul>
      {reminders.map(({ rule, dueAt, text }) => (
        <li key={`${rule} ${dueAt}`}>
          <span class="day">{formatMoment(messages, onClock(new Date(dueAt)))}</span> {text}
        </li>
      ))}
    </ul>
  );
}

/** What the clock of this device shows at a moment. */
function onClock(moment: Date): LocalSecond {
  return (moment.getTime() / 1000 - moment.getTimezoneOffset() * 60) as LocalSecond;
}

/** This app talks to its own address alone; that of another server is opened, with the app that it serves. */
function OtherServer() {
  const text = words().web.reminders;
  const [typed, setTyped] = useState('');
  const address = httpsAddress(typed);
  return (
    <>
      <p class="notice">{text.none}</p>
      <TextField
        label={text.address}
        hint="https://sim.example.org"
        value={typed}
        onValue={setTyped}
        problem={typed !== '' && address === undefined ? 'https://…' : undefined}
      />
      {address !== undefined && (
        <p>
          <a class="button plain" href={address} rel="noreferrer">
            {text.visit}
          </a>
        </p>
      )}
    </>
  );
}

function httpsAddress(typed: string): string | undefined {
  const address = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  return address?.protocol === 'https:' ? `${address.origin}${address.pathname}#1/keeper` : undefined;
}

function Problem() {
  const { problems } = words().web.reminders;
  const code = reminderProblem.value;
  if (code === '') return null;
  const known: Readonly<Record<string, string>> = problems;
  return (
    <p class="trouble" role="alert">
      {known[code] ?? problems.other}
    </p>
  );
}

function DeleteAll() {
  const text = words().web.reminders;
  const [isDone, setDone] = useState(false);
  return (
    <>
      {isWithServer.value && (
        <p class="actions">
          <Button onClick={() => void deleteFromServer().then(setDone)}>{text.deleteAll}</Button>
        </p>
      )}
      <p class="hint" role="status">
        {isDone && !isWithServer.value && text.deleted}
      </p>
    </>
  );
}
