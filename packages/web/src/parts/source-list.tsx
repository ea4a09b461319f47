import { formatPartialDate, type SourceAnswer } from '@simwise/messages';
import { words } from '../state/words.ts';
import { Named } from './named.tsx';

/** Where facts were read, with the day. */
export function SourceList({ sources }: { readonly sources: readonly SourceAnswer[] }) {
  const messages = words();
  const { answer } = messages.web;
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, address, seen }) => (
        <li key={id}>
          <Named text={publisher} />, <SourceAddress address={address} />
          {seen === null ? '' : `, ${answer.seen({ day: formatPartialDate(messages, seen) })}`}
        </li>
      ))}
    </ul>
  );
}

/** Where a fact was read: a link where it leads to a page. */
export function SourceAddress({ address }: { readonly address: string }) {
  if (!/^https?:\/\//.test(address)) return <span class="address">{address}</span>;
  return (
    <a class="address" href={address} rel="noreferrer noopener">
      {address}
    </a>
  );
}
