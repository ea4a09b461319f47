/**
 * What is known after an attempt to send. `retry` is only for what the channel itself says was not delivered, or what
 * cannot have left; everything in doubt is `unknown` and is not sent again.
 */
export type Outcome =
  | { readonly is: 'delivered' }
  | { readonly is: 'retry'; readonly reason: string; readonly afterSeconds: number | null }
  | { readonly is: 'failed'; readonly reason: string; readonly isGone: boolean }
  | { readonly is: 'unknown'; readonly reason: string };

export const DELIVERED: Outcome = { is: 'delivered' };

export function retry(reason: string, afterSeconds: number | null = null): Outcome {
  return { is: 'retry', reason, afterSeconds };
}

export function failed(reason: string): Outcome {
  return { is: 'failed', reason, isGone: false };
}

/** It failed because nobody is there any more: nothing more is sent this way. */
export function gone(reason: string): Outcome {
  return { is: 'failed', reason, isGone: true };
}

export function unknown(reason: string): Outcome {
  return { is: 'unknown', reason };
}
