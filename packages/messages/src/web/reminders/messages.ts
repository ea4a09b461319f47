import type { remindersEn } from './en.ts';

/** The form of the texts without their wording. */
type Form<T> = T extends string
  ? string
  : T extends (params: infer P) => string
    ? (params: P) => string
    : { readonly [K in keyof T]: Form<T[K]> };

export type RemindersMessages = Form<typeof remindersEn>;
