import type { Page } from 'playwright-core';
import { medianOf, PHONE, SLOWER, slowPage, withApp } from './slow-phone.ts';

const ROUNDS = 3;

type Say = (what: string, figure: string) => void;

/** What somebody does on a page that has come to rest. */
type Interaction = {
  readonly from: string;
  /** How many rows of cards the worker has found ahead by then. */
  readonly ahead?: number;
  /** How long somebody looks at the page before, in milliseconds. */
  readonly looks?: number;
  readonly act: (page: Page, round: number) => Promise<void>;
};

const STAY = 'for=tourist&from=2026-12-01';

/** The row of the stay itself among the steps of the slider around it. */
const NEAR_ROWS = 12;

const moved = (slider: string, to: (round: number) => number) => async (page: Page, round: number) =>
  page.getByRole('slider', { name: slider }).fill(`${to(round)}`);

const shown = (page: Page) => page.getByRole('link', { name: 'Show the answer' }).click();

const INTERACTIONS: Readonly<Record<string, Interaction>> = {
  'days moved on the slider': {
    from: `1/answer?${STAY}&days=12`,
    ahead: NEAR_ROWS,
    act: moved('Days', (round) => 13 + 3 * round),
  },
  'gigabytes moved on the slider by up to five steps': {
    from: `1/answer?${STAY}&days=12&data=768MB/day`,
    ahead: NEAR_ROWS,
    act: moved('Gigabytes a day', (round) => 0.8 + round / 20),
  },
  'gigabytes moved to where nothing was found ahead': {
    from: `1/answer?${STAY}&days=12&data=768MB/day`,
    ahead: NEAR_ROWS,
    act: moved('Gigabytes a day', (round) => 3.3 + round / 20),
  },
  'a cell of the map tapped': {
    from: `1/map?${STAY}&days=12`,
    ahead: 10,
    act: async (page, round) =>
      page
        .locator('.answer-map a')
        .nth(20 + 17 * round)
        .click(),
  },
  'the answer opened at once from a life situation': { from: `1/preset?${STAY}`, act: shown },
  'the answer opened from a life situation read for three seconds': {
    from: `1/preset?${STAY}`,
    looks: 3000,
    act: shown,
  },
};

/**
 * Measures from an interaction to what the page paints of its answer. The main thread of the page is four times slower. The
 * worker cannot be made so: where a first answer comes from it, what it took is counted four times.
 */
export async function bench(say: Say, root: string): Promise<void> {
  await withApp(root, async ({ address, browser }) => {
    for (const [what, interaction] of Object.entries(INTERACTIONS)) {
      const rounds: Shown[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const context = await browser.newContext(PHONE);
        await context.addInitScript(watchWorker);
        const page = await slowPage(context);
        rounds.push(await roundOf(page, `${address}#${interaction.from}`, { ...interaction, round }));
        await context.close();
      }
      const figure = (of: (shown: Shown) => number) => {
        const values = rounds.map(of);
        return `${medianOf(values).toFixed(0)} ms (least ${Math.min(...values).toFixed(0)})`;
      };
      const { next, first, whole, slow, busy } = FIGURES;
      say(
        `${what}, main thread ${SLOWER} times slower`,
        `next paint ${figure(next)}, first answer ${figure(first)}, ` +
          `processor time of the main thread until then ${figure(busy)}; ` +
          `with the worker ${SLOWER} times slower ${figure(slow)}; ` +
          `whole answer ${figure(whole)}`,
      );
    }
  });
}

async function roundOf(
  page: Page,
  address: string,
  { ahead = 0, looks = 0, act, round }: Interaction & { readonly round: number },
): Promise<Shown> {
  const patience = { timeout: 240_000 };
  const busyTime = await mainThreadTime(page);
  await page.goto(address);
  await page.waitForFunction(
    (rows) =>
      (window as unknown as Watched).line.rows >= rows &&
      document.querySelector('h1') &&
      !document.querySelector('.loading, .before, [data-state="computing"]'),
    ahead,
    patience,
  );
  await page.waitForTimeout(looks);
  await page.evaluate(watchAnswers);
  const busyBefore = await busyTime();
  await act(page, round);
  await page.waitForFunction(() => (window as unknown as Watched).shown.first !== undefined, undefined, patience);
  const busy = (await busyTime()) - busyBefore;
  await page.waitForFunction(() => (window as unknown as Watched).shown.whole !== undefined, undefined, patience);
  return { ...(await page.evaluate(() => (window as unknown as Watched).shown)), busy };
}

/** Tells the milliseconds of processor time that the main thread has had, the slowing included. */
async function mainThreadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

/**
 * Milliseconds from the interaction to paints: the next one, that of a first answer, that of the whole one; and what the main
 * thread was busy until the first answer.
 */
type Shown = { next?: number; first?: number; whole?: number; worker?: Asking; busy?: number };

/** When the worker was asked, before the interaction where that is negative, and how long it took; undefined where it was not needed. */
type Asking = { readonly asked: number; readonly took: number | undefined };

const FIGURES = {
  next: ({ next = Number.NaN }: Shown) => next,
  first: ({ first = Number.NaN }: Shown) => first,
  whole: ({ whole = Number.NaN }: Shown) => whole,
  slow: slowFirst,
  busy: ({ busy = Number.NaN }: Shown) => busy,
};

/** When a first answer would be painted were the worker as much slower as the page. */
function slowFirst({ first = Number.NaN, worker }: Shown): number {
  if (worker?.took === undefined) return first;
  const { asked, took } = worker;
  const painting = first - Math.max(0, asked + took);
  return Math.max(first, asked + SLOWER * took + painting);
}

/** Rows found ahead, when the last question was asked, and how long until the worker first told something of its answer. */
type Line = { rows: number; asked: number; took: number | undefined };
type Watched = { readonly shown: Shown; readonly line: Line };

/** Listens to what page and worker say to each other. Runs in the page. */
function watchWorker(): void {
  type Told = { readonly is: string; readonly found?: unknown; readonly view?: { readonly advice?: unknown } };
  const line: Line = { rows: 0, asked: 0, took: undefined };
  const Plain = Worker;
  class Watched extends Plain {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.is === 'found') line.rows += 1;
        else if (data.found || data.view?.advice) line.took ??= performance.now() - line.asked;
      });
    }

    override postMessage(message: { readonly do: string }): void {
      if (message.do === 'tell') Object.assign(line, { asked: performance.now(), took: undefined });
      super.postMessage(message);
    }
  }
  Object.assign(window, { Worker: Watched, line });
}

/** Notes when what is painted after the next interaction. Runs in the page. */
function watchAnswers(): void {
  const shown: Shown = {};
  const { line } = window as unknown as Watched;
  Object.assign(window, { shown });
  let began: number | undefined;
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
  const texts = () => [textOf('.brief:has(.sum) .eyebrow'), textOf('.answer .stay')];
  const before = texts();
  const isAnswered = () => texts().some((text, place) => text !== '' && text !== before[place]);
  const note = (name: 'next' | 'first' | 'whole') => {
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
    if (began === undefined || !isAnswered()) return;
    shown.worker ??= { asked: line.asked - began, took: line.took };
    note('first');
    const isWhole = document.querySelector('.ranking') && !document.querySelector('[data-state="computing"]');
    if (isWhole && document.querySelector('.answer:not(.stale)')) note('whole');
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}
