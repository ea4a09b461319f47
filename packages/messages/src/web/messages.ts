import type { webEn } from './en.ts';

/** The form of some texts without their wording. */
type Form<T> = T extends string
  ? string
  : T extends (params: infer P) => string
    ? (params: P) => string
    : { readonly [K in keyof T]: Form<T[K]> };

/** Texts of the web app in one language; the compiler sees to it that each has what English has. */
export type WebMessages = Form<typeof webEn>;
