import type { Page } from 'playwright-core';
import { medianOf, PHONE, SLOWER, slowPage, withApp } from './slow-phone.ts';

const ROUNDS = 5;

type Say = (what: string, figure: string) => void;

/** What somebody does, and how the page shows that it has answered: `first` for now, `whole` for good. */
type Interaction = {
  readonly from: string;
  /** How long somebody looks at the page before, in milliseconds. */
  readonly looks?: number;
  readonly act: (page: Page, round: number) => Promise<void>;
};

const STAY = 'for=tourist&from=2026-12-01';

const INTERACTIONS: Readonly<Record<string, Interaction>> = {
  'days moved on the slider': {
    from: `1/answer?${STAY}&days=12`,
    act: async (page, round) => page.getByRole('slider', { name: 'Days' }).fill(`${13 + round}`),
  },
  'gigabytes moved on the slider': {
    from: `1/answer?${STAY}&days=12`,
    act: async (page, round) => page.getByRole('slider', { name: 'Gigabytes a day' }).fill(`${1 + round / 5}`),
  },
  'the answer opened at once from a life situation': {
    from: `1/preset?${STAY}`,
    act: async (page) => page.getByRole('link', { name: 'Show the answer' }).click(),
  },
  'the answer opened from a life situation read for three seconds': {
    from: `1/preset?${STAY}`,
    looks: 3000,
    act: async (page) => page.getByRole('link', { name: 'Show the answer' }).click(),
  },
};

/** Measures from an interaction to what the page paints of its answer, with a main thread four times slower. */
export async function bench(say: Say, root: string): Promise<void> {
  await withApp(root, async ({ address, browser }) => {
    for (const [what, { from, looks = 0, act }] of Object.entries(INTERACTIONS)) {
      const rounds: Shown[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const context = await browser.newContext(PHONE);
        const page = await slowPage(context, false);
        await page.goto(`${address}#${from}`);
        await page.waitForFunction(
          () => document.querySelector('h1') && !document.querySelector('.loading, .before, [data-state="computing"]'),
        );
        await page.waitForTimeout(looks);
        await page.evaluate(watchAnswers);
        await act(page, round);
        await page.waitForFunction(() => (window as unknown as Watched).shown.whole !== undefined, undefined, {
          timeout: 120_000,
        });
        rounds.push(await page.evaluate(() => (window as unknown as Watched).shown));
        await context.close();
      }
      const figure = (of: keyof Shown) => {
        const values = rounds.map((each) => each[of] ?? Number.NaN);
        return `${medianOf(values).toFixed(0)} ms (least ${Math.min(...values).toFixed(0)})`;
      };
      say(
        `${what}, main thread ${SLOWER} times slower`,
        `next paint ${figure('next')}, first answer ${figure('first')}, whole answer ${figure('whole')}`,
      );
    }
  });
}

/** Milliseconds from the interaction to the next paint, to that of a first answer, and to that of the whole one. */
type Shown = { next?: number; first?: number; whole?: number };
type Watched = { readonly shown: Shown };

/** Notes when what is painted after the next interaction. Runs in the page. */
function watchAnswers(): void {
  const shown: Shown = {};
  Object.assign(window, { shown });
  let began: number | undefined;
  const answered = () => document.querySelector('.answer .stay')?.textContent ?? '';
  const before = answered();
  const note = (name: keyof Shown) => {
    if (shown[name] !== undefined || began === undefined) return;
    const start = began;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        shown[name] ??= performance.now() - start;
      };
      port2.postMessage(null);
    });
  };
  const begin = ({ timeStamp }: Event) => {
    if (began !== undefined) return;
    began = timeStamp;
    note('next');
  };
  for (const type of ['input', 'click']) addEventListener(type, begin, { capture: true });
  new MutationObserver(() => {
    if (began === undefined || answered() === before) return;
    note('first');
    if (document.querySelector('.ranking') && !document.querySelector('[data-state="computing"]')) note('whole');
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}
