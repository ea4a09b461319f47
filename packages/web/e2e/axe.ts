import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that axe files under colour. The others read the document, which is the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Results = { readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[] };
type WithAxe = { readonly axe?: { readonly run: (root: Document, options: object) => Promise<Results> } };

/** What axe complains of in light and in dark: the rule and where. */
export async function complaints(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const [colorScheme, rules] of [['light', EVERYTHING] as const, ['dark', OF_COLOURS] as const]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await page.evaluate(runAxe, rules)).map((text) => `${colorScheme} ${text}`));
  }
  return found;
}

/** Runs in the page. */
async function runAxe(runOnly: readonly string[]): Promise<string[]> {
  const { axe: inPage } = window as unknown as WithAxe;
  if (!inPage) throw new Error('axe is not in the page');
  const { violations } = await inPage.run(document, { runOnly, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Whether something is wider than the screen, which would make the page scroll sideways. Runs in the page. */
export function isTooWide(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
}
