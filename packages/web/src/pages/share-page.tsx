import { CopyButton } from '../parts/copy-button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { writeAddress } from '../state/address.ts';
import type { AppState } from '../state/app-state.ts';
import { app } from '../state/store.ts';
import { words } from '../state/words.ts';

/** The link that holds everything, as text and as a picture to scan. */
export function SharePage() {
  const { share } = words().web;
  const link = shareLink(app.value);
  return (
    <>
      <PageHead heading={share.heading}>
        <p class="lead">{share.lead}</p>
      </PageHead>
      <label class="field">
        <span class="label">{share.link}</span>
        <textarea class="link" readOnly rows={4} value={link} />
      </label>
      <CopyButton text={link} label={share.copy} />
      <QrCode text={link} label={share.qr} tooLong={share.tooLong} />
    </>
  );
}

/** The link leads to the answer, not to this page. */
function shareLink(state: AppState): string {
  return `${location.origin}${location.pathname}#${writeAddress({ ...state, page: 'answer' })}`;
}
