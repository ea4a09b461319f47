import type { Meaning } from '@simwise/keeper';
import { useId, useState } from 'preact/hooks';
import { Button, Select } from '../../parts/fields.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { CardView, ReadingView } from '../../worker/keeper/keeper-protocol.ts';
import { Folded } from './card-section.tsx';

/** A pasted reply, shown back before it counts, and taught where it was not understood. */
export function ReplyForm({ card: { id } }: { readonly card: CardView }) {
  const { keeper } = words().web;
  const field = useId();
  const [text, setText] = useState('');
  const [reading, setReading] = useState<ReadingView>();
  const show = async (asked: Promise<{ readonly reading?: ReadingView } | undefined>) => {
    setReading((await asked)?.reading);
  };
  const type = (typed: string) => {
    setText(typed);
    setReading(undefined);
  };
  const record = async () => {
    if (reading?.said && (await askKeeper({ do: 'record', card: id, said: reading.said }))) type('');
  };
  return (
    <Folded summary={keeper.reply}>
      <div class="field">
        <label for={field}>{keeper.reply}</label>
        <textarea
          id={field}
          rows={4}
          value={text}
          aria-describedby={`${field}-hint`}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <p class="hint" id={`${field}-hint`}>
          {keeper.replyHint}
        </p>
      </div>
      <Button onClick={() => void show(askKeeper({ do: 'read', card: id, text }))}>{keeper.read}</Button>
      {reading && <ReadBack reading={reading} onRecord={() => void record()} />}
      {reading && reading.numbers.length > 0 && (
        <Lesson
          key={text}
          numbers={reading.numbers}
          onMarks={(marks) => void show(askKeeper({ do: 'teach', card: id, text, marks }))}
        />
      )}
    </Folded>
  );
}

function ReadBack({ reading, onRecord }: { readonly reading: ReadingView; readonly onRecord: () => void }) {
  const { keeper, web } = words();
  return (
    <div class="notice" role="status">
      {reading.lines.length > 0 && <p>{keeper.done.readAs}</p>}
      <ul>
        {[...reading.lines, ...reading.doubts].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {reading.said && (
        <Button kind="primary" onClick={onRecord}>
          {web.keeper.right}
        </Button>
      )}
    </div>
  );
}

const UNITS = ['GB', 'MB', 'min', 'sms'] as const;

type LessonProps = { readonly numbers: readonly string[]; readonly onMarks: (marks: readonly Meaning[]) => void };

/** What each number of the reply means, as the person says. */
function Lesson({ numbers, onMarks }: LessonProps) {
  const { keeper, web } = words();
  const [marks, setMarks] = useState(numbers.map(() => 'nothing'));
  const options = [
    { value: 'nothing', label: web.keeper.nothing },
    { value: 'balance', label: keeper.status.balance },
    ...UNITS.map((unit) => ({ value: unit, label: web.keeper.leftIn({ unit }) })),
  ];
  return (
    <Folded summary={web.keeper.teach}>
      {numbers.map((number, index) => (
        <Select
          key={`${index} ${number}`}
          label={web.keeper.number({ number })}
          options={options}
          value={marks[index] ?? 'nothing'}
          onValue={(mark) => setMarks((before) => before.map((old, at) => (at === index ? mark : old)))}
        />
      ))}
      <Button onClick={() => onMarks(marks.map(meaningOf))}>{web.keeper.learn}</Button>
    </Folded>
  );
}

function meaningOf(mark: string): Meaning {
  return mark === 'nothing' || mark === 'balance' ? { is: mark } : { is: 'left', unit: mark };
}
