import { formatDate, formatNumber } from '@simwise/messages';
import { useState } from 'preact/hooks';
import { Button } from '../parts/fields.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { isKept } from '../state/device.ts';
import { forgetAll } from '../state/kept.ts';
import { deleteFromServer } from '../state/reminders.ts';
import { siteVersion } from '../state/site-files.ts';
import { words } from '../state/words.ts';

/** What this is, who pays for it, what it keeps, and how to make it forget. */
export function AboutPage() {
  const messages = words();
  const { about, answer, shell } = messages.web;
  const [said, setSaid] = useState('');
  // The server first: with the key that is forgotten here, nothing there could be deleted any more.
  const forget = async () => {
    const isDeleted = await deleteFromServer();
    if (isDeleted) forgetAll();
    setSaid(isDeleted ? about.forgotten : messages.web.reminders.notDeleted);
  };
  return (
    <>
      <PageHead heading={about.heading}>
        <p class="lead">{about.lead}</p>
      </PageHead>
      <p>{about.privacy}</p>
      <WithCatalog>
        {({ offers, newestEvidence }) => (
          <p>
            {about.data({
              offers: formatNumber(messages, offers.length),
              day: formatDate(messages, newestEvidence),
            })}
          </p>
        )}
      </WithCatalog>
      <p>{answer.runs({ host: location.host })}</p>
      <p>{about.free}</p>
      {isKept.value && <p>{shell.install}</p>}
      <p>{about.stored}</p>
      <Button onClick={() => void forget()}>{about.forget}</Button>
      <p role="status">{said}</p>
      <p class="hint">{about.version({ version: siteVersion() })}</p>
    </>
  );
}
