import { labelled } from '@simwise/messages';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../state/words.ts';
import type { ChoiceView, FactView, LedgerView } from '../worker/choice-view.ts';
import { Named } from './named.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { SourceList } from './source-list.tsx';
import { TextList } from './text-list.tsx';

type DetailsProps = {
  readonly choice: ChoiceView;
  /** Whether it is printed even where it was not opened. */
  readonly isPrinted?: boolean;
  readonly children?: ComponentChildren;
};

/** Everything a choice rests on, opened on demand: charges, what would change it, risks, sources. */
export function ChoiceDetails({ choice, isPrinted = false, children }: DetailsProps) {
  const { answer } = words().web;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isPrinted) return undefined;
    const show = () => setOpen(true);
    addEventListener('beforeprint', show);
    return () => removeEventListener('beforeprint', show);
  }, [isPrinted]);
  return (
    <details class="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{answer.more}</summary>
      {isOpen && (
        <>
          {choice.ledgers.map((ledger) => (
            <Ledger key={ledger.card} ledger={ledger} isOnly={choice.ledgers.length === 1} />
          ))}
          <TextList heading={answer.changes} texts={choice.changes} />
          <TextList heading={answer.mind} texts={choice.warnings} />
          <Facts facts={choice.facts} rates={choice.rates} />
          {children}
        </>
      )}
    </details>
  );
}

function Ledger({ ledger, isOnly }: { readonly ledger: LedgerView; readonly isOnly: boolean }) {
  const { answer } = words().web;
  const caption = isOnly ? answer.ledger : answer.ledgerOf({ name: ledger.card });
  return (
    <ScrollBox label={caption}>
      <table class="ledger">
        <caption>
          <Named text={caption} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{answer.what}</th>
            <th scope="col" class="amount">
              {answer.amount}
            </th>
          </tr>
        </thead>
        {byDays(ledger.lines).map(({ days, lines }, index) => (
          <tbody key={`${index} ${days}`}>
            <tr>
              <th scope="rowgroup" colSpan={2} class="days">
                {days}
              </th>
            </tr>
            {lines.map(({ text, amount }, line) => (
              <tr key={`${line} ${text}`}>
                <td>
                  <Named text={text} />
                </td>
                <td class="amount">{amount}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{answer.sum}</th>
            <td class="amount">{ledger.sum}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

type DayLines = { readonly days: string; readonly lines: LedgerView['lines'] };

/** Lines of the same days, one after another, are told together. */
function byDays(lines: LedgerView['lines']): DayLines[] {
  const groups: { days: string; lines: LedgerView['lines'][number][] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.days === line.days) last.lines.push(line);
    else groups.push({ days: line.days, lines: [line] });
  }
  return groups;
}

type FactsProps = { readonly facts: readonly FactView[]; readonly rates: readonly string[] };

function Facts({ facts, rates }: FactsProps) {
  const messages = words();
  const { answer } = messages.web;
  return (
    <>
      <h4>{answer.sources}</h4>
      <ul>
        {facts.map(({ name, basis, tierText, sources }) => (
          <li key={name}>
            <Named text={basis} /> {labelled(messages, answer.tier, tierText)}
            <SourceList sources={sources} />
          </li>
        ))}
        {rates.map((rate) => (
          <li key={rate}>{rate}</li>
        ))}
      </ul>
    </>
  );
}
