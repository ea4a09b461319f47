import type { serveSite } from '../packages/web/serve/serve-site.ts';

/** Builds the web app when its code or the catalogue has changed. @returns its folder and how to serve it. */
export function ensureSite(): Promise<{ readonly folder: string; readonly serveSite: typeof serveSite }>;
