import { Button } from '../../parts/fields.tsx';
import { Named } from '../../parts/named.tsx';
import { askKeeper } from '../../state/keeper.ts';
import { words } from '../../state/words.ts';
import type { CardView } from '../../worker/keeper/keeper-protocol.ts';

/** Everything that was said of a card, the newest first; each can be taken back and stays in view. */
export function History({ card: { id, history } }: { readonly card: CardView }) {
  const { keeper, web } = words();
  if (history.length === 0) return <p class="hint">{web.keeper.noHistory}</p>;
  return (
    <ol class="history">
      {history.map((entry) => (
        <li key={entry.id} value={entry.id}>
          <span class="day">{entry.time}</span> <Named text={entry.text} />{' '}
          {entry.isUndone && <em>({keeper.undoneMark})</em>}
          {!entry.isUndone && (
            <Button
              name={web.keeper.undoEntry({ entry: `${entry.id}` })}
              onClick={() => void askKeeper({ do: 'undo', card: id, entry: entry.id })}
            >
              {web.keeper.undo}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
