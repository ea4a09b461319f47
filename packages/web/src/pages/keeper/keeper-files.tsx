import { useId, useState } from 'preact/hooks';
import { Button } from '../../parts/fields.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { askKeeper, keeperFile } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';

/** The calendar file, and everything in one file: out and in. */
export function KeeperFiles({ holdsCards }: { readonly holdsCards: boolean }) {
  const { keeper } = words().web;
  const file = keeperFile.value;
  const saveCalendar = async () => {
    const answer = await askKeeper({ do: 'calendar' });
    if (answer?.ics !== undefined) saveFile('simwise.ics', 'text/calendar', answer.ics);
  };
  return (
    <section class="card" aria-labelledby="keeper-files">
      <h2 id="keeper-files">{keeper.files}</h2>
      {holdsCards && (
        <>
          <Button onClick={() => void saveCalendar()}>{keeper.calendar}</Button>
          <p class="hint">{keeper.calendarHint}</p>
        </>
      )}
      {file !== null && (
        <p class="actions">
          <Button onClick={() => saveFile('simwise-keeper.json', 'application/json', file)}>{keeper.export}</Button>
        </p>
      )}
      <ImportForm isReplacing={file !== null} />
    </section>
  );
}

/** A file that replaces something is opened only after another word. */
function ImportForm({ isReplacing }: { readonly isReplacing: boolean }) {
  const { keeper } = words().web;
  const id = useId();
  const [text, setText] = useState<string>();
  const [isDone, setDone] = useState(false);
  const open = async (content: string) => {
    setText(undefined);
    setDone((await askKeeper({ do: 'import', text: content })) !== undefined);
  };
  const take = async (picked: File | undefined) => {
    const content = await picked?.text();
    setDone(false);
    if (content !== undefined && isReplacing) setText(content);
    else if (content !== undefined) await open(content);
  };
  return (
    <div class="field">
      <label for={id}>{keeper.importFile}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      {text !== undefined && (
        <p class="actions">
          <Button kind="primary" onClick={() => setText(undefined)}>
            {keeper.cancel}
          </Button>
          <Button onClick={() => void open(text)}>{keeper.replace}</Button>
        </p>
      )}
      <p class="hint" role="status">
        {isDone && keeper.imported}
      </p>
    </div>
  );
}
