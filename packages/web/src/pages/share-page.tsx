import { qrMatrix, qrPath } from '@simwise/counter';
import { CopyButton } from '../parts/copy-button.tsx';
import { PageHead } from '../parts/page-head.tsx';
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
      <QrCode link={link} />
    </>
  );
}

/** The link leads to the answer, not to this page. */
function shareLink(state: AppState): string {
  return `${location.origin}${location.pathname}#${writeAddress({ ...state, page: 'answer' })}`;
}

function QrCode({ link }: { readonly link: string }) {
  const { share } = words().web;
  const matrix = matrixOf(link);
  if (!matrix) return <p class="empty">{share.tooLong}</p>;
  const size = matrix.length;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={share.qr}>
      <path class="paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path d={qrPath(matrix)} />
    </svg>
  );
}

/** Undefined where the link is longer than a code can hold. */
function matrixOf(link: string): boolean[][] | undefined {
  try {
    return qrMatrix(link);
  } catch {
    return undefined;
  }
}
