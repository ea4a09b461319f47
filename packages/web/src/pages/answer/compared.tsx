import { formatNumber } from '@simwise/messages';
import { Named } from '../../parts/named.tsx';
import { words } from '../../state/words.ts';
import type { AnswerView } from '../../worker/answer-view.ts';

/** What stands before an answer: what was compared, how old the prices are, who runs this. */
export function Compared({ view: { compared, newest } }: { readonly view: AnswerView }) {
  const texts = words();
  const { answer } = texts.web;
  const count = (number: number) => formatNumber(texts, number);
  const { offers, sellers, combinations, leftOut, reasons } = compared;
  return (
    <div class="compared">
      <details>
        <summary>
          {answer.before}
          {texts.signs.colon}
          {answer.compared({ offers: count(offers), sellers: count(sellers.length), choices: count(combinations) })}{' '}
          {answer.newest({ day: newest })}
        </summary>
        <p>
          <Named text={sellers.join(texts.signs.comma)} />
        </p>
        <p>{answer.leftOut({ count: leftOut })}</p>
        <ul>
          {reasons.map(({ text, count: number }) => (
            <li key={text}>
              {count(number)} – {text}
            </li>
          ))}
        </ul>
      </details>
      <p class="hint">{answer.runs({ host: location.host })}</p>
    </div>
  );
}
