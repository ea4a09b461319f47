import type { CounterCard, Item, Part, Said } from '@simwise/counter';
import { words } from '../state/words.ts';
import { CopyButton } from './copy-button.tsx';
import { Named } from './named.tsx';
import { QrCode } from './qr-code.tsx';

/** The card itself: the languages of the counter first, the reader's own beneath, smaller. */
export function CounterSheet({ card }: { readonly card: CounterCard }) {
  return (
    <article class="counter-sheet">
      <h2>
        <Spoken said={card.title} beneath={card.beneath} />
      </h2>
      {card.hello.length > 0 && <Spoken said={card.hello} beneath={card.beneath} />}
      {card.parts.map((part, index) => (
        <PartSection key={`${index} ${part.id}`} part={part} card={card} />
      ))}
      {card.thanks.length > 0 && <Spoken said={card.thanks} beneath={card.beneath} />}
      <QrCode text={card.qr} label={card.qr} tooLong={card.qr} />
    </article>
  );
}

type SpokenProps = { readonly said: Said; readonly beneath: CounterCard['beneath'] };

function Spoken({ said, beneath }: SpokenProps) {
  return (
    <span class="spoken">
      {said.map(({ language, text }) => (
        <span key={language} lang={language} class={said.length > 1 && language === beneath ? 'beneath' : undefined}>
          <Named text={text} spoken={language} />
        </span>
      ))}
    </span>
  );
}

function PartSection({ part: { id, heading, items }, card }: { readonly part: Part; readonly card: CounterCard }) {
  return (
    <section class={`part part-${id}`}>
      <h3>
        <Spoken said={heading} beneath={card.beneath} />
      </h3>
      <ul>
        {items.map((item, index) => (
          <li key={`${index}`}>
            <ItemText item={item} card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ItemText({ item: { name, said, code, note }, card }: { readonly item: Item; readonly card: CounterCard }) {
  return (
    <>
      {name && (
        <p class="trade-name">
          {name.seller !== '' && (
            <span class="seller">
              <Named text={name.seller} />
            </span>
          )}{' '}
          <Named text={name.names.join(' / ')} />
        </p>
      )}
      {said && <Spoken said={said} beneath={card.beneath} />}
      {note && (
        <div class="note">
          <Spoken said={note} beneath={card.beneath} />
        </div>
      )}
      {code && <CodeText value={code.value} dial={code.dial} />}
    </>
  );
}

/** A code to dial or to copy. */
export function CodeText({ value, dial }: { readonly value: string; readonly dial: string | null }) {
  const { ask } = words().web;
  return (
    <span class="code">
      <code>{value}</code>
      <span class="acts">
        <CopyButton text={value} label={ask.copyShort} name={ask.copy({ value })} />
        {dial !== null && (
          <a class="button plain" href={dial} aria-label={ask.dial({ value })}>
            {ask.dialShort}
          </a>
        )}
      </span>
    </span>
  );
}
