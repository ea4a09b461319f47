/** What the keeper was asked for and does not do: a stable code and what a sentence about it needs. */
export type KeeperRefusal =
  | { readonly code: 'not-a-keeper-file' }
  | { readonly code: 'newer-file'; readonly version: number }
  | { readonly code: 'damaged-file'; readonly path: string; readonly problem: string }
  | { readonly code: 'no-such-card'; readonly card: string; readonly known: readonly string[] }
  | { readonly code: 'no-card-held' }
  | { readonly code: 'which-card'; readonly known: readonly string[] }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'bad-name'; readonly name: string; readonly problem: string }
  | { readonly code: 'no-such-offer'; readonly offer: string; readonly similar: readonly string[] }
  | { readonly code: 'before-first-version'; readonly offer: string; readonly first: string }
  | { readonly code: 'not-one-plan'; readonly plans: readonly string[] }
  | { readonly code: 'mixed-currencies'; readonly currencies: readonly string[] }
  | { readonly code: 'other-currency'; readonly currency: string; readonly expected: string }
  | { readonly code: 'in-the-future'; readonly at: string }
  | { readonly code: 'before-the-card'; readonly at: string; readonly start: string }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'no-such-entry'; readonly entry: number }
  | { readonly code: 'nothing-said' }
  | { readonly code: 'no-use' }
  | { readonly code: 'no-such-allowance'; readonly offer: string; readonly index: number }
  | { readonly code: 'not-an-advice' }
  | { readonly code: 'bad-alerts'; readonly problem: string }
  | { readonly code: 'bad-marks'; readonly numbers: number; readonly marks: number };

/** Thrown where the keeper refuses; the state it was to change stays as it was. */
export class KeeperRefused extends Error {
  readonly refusal: KeeperRefusal;

  constructor(refusal: KeeperRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
