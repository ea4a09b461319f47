import { formatPartialDate, type SourceAnswer } from '@simwise/messages';
import { words } from '../state/words.ts';
import { Named } from './named.tsx';

/** Where facts were read, with the day. */
export function SourceList({ sources }: { readonly sources: readonly SourceAnswer[] }) {
  const messages = words();
  const { signs } = messages;
  const { answer } = messages.web;
  return (
    <ul class="sources">
      {sources.map(({ id, publisher, address, seen }) => (
        <li key={id}>
          {publisher !== siteOf(address) && (
            <>
              <Named text={publisher} />
              {signs.comma}
            </>
          )}
          <SourceAddress address={address} />
          {seen === null ? '' : `${signs.comma}${answer.seen({ day: formatPartialDate(messages, seen) })}`}
        </li>
      ))}
    </ul>
  );
}

/** Where a fact was read: a link by the name of its site where it leads to a page, which paper shows in full. */
export function SourceAddress({ address }: { readonly address: string }) {
  if (!isPage(address)) return <span class="address">{address}</span>;
  return (
    <a class="address source" href={address} rel="noreferrer noopener">
      {siteOf(address)}
    </a>
  );
}

export function isPage(address: string): boolean {
  return /^https?:\/\//.test(address);
}

/** `kcell.kz` of `https://www.kcell.kz/en/product`; an address that leads to no page as it is. */
function siteOf(address: string): string {
  return isPage(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
