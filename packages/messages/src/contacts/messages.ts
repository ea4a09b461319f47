import type { ContactPurpose, ContactSection } from '@simwise/catalog';

type Sentence<P> = (params: P) => string;

/** Whom to ask and what to dial: the words around codes and addresses. */
export type ContactMessages = {
  readonly purposes: { readonly [P in ContactPurpose]: string };
  readonly sections: { readonly [S in ContactSection]: string };
  readonly packs: string;
  readonly actions: { readonly activate: string; readonly check: string; readonly deactivate: string };
  readonly company: string;
  readonly network: string;
  readonly notes: string;
  readonly sources: string;
  /** `years` whole years have passed since, at least. */
  readonly seenAgo: Sentence<{ seen: string; years: number }>;
  readonly seenLately: Sentence<{ seen: string }>;
  readonly undated: string;
  readonly notKnown: Sentence<{ purposes: string }>;
  /** That nothing of it was tried. */
  readonly untried: string;
  readonly nothing: Sentence<{ brand: string }>;
  readonly noSuchBrand: Sentence<{ asked: string; similar: string; known: string }>;
};
