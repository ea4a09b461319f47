import type { SourceAnswer } from '@simwise/messages';
import { words } from '../state/words.ts';
import { SourceAddress } from './choice-details.tsx';
import { Named } from './named.tsx';

/** Where facts were read, with the day. */
export function SourceList({ sources }: { readonly sources: readonly SourceAnswer[] }) {
  const { answer } = words().web;
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, address, seen }) => (
        <li key={id}>
          <Named text={publisher} />, <SourceAddress address={address} />
          {seen === null ? '' : `, ${answer.seen({ day: seen })}`}
        </li>
      ))}
    </ul>
  );
}
