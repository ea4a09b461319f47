import { qrMatrix, qrPath } from '@simwise/counter';

type QrCodeProps = {
  readonly text: string;
  /** What a screen reader says. */
  readonly label: string;
  /** Shown where the text is longer than a code can hold. */
  readonly tooLong: string;
};

/** A text as a picture to scan, black on white in every theme. */
export function QrCode({ text, label, tooLong }: QrCodeProps) {
  const matrix = matrixOf(text);
  if (!matrix) return <p class="empty">{tooLong}</p>;
  const size = matrix.length;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path d={qrPath(matrix)} />
    </svg>
  );
}

/** Undefined where the text is longer than a code can hold. */
function matrixOf(text: string): boolean[][] | undefined {
  try {
    return qrMatrix(text);
  } catch {
    return undefined;
  }
}
