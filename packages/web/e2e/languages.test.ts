import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressIs, goTo, KEPT, soon, useBench } from './app.ts';
import { complaints, isTooWide } from './axe.ts';
import { unmarkedNames } from './names.ts';
import { choose, LANGUAGES, LOCALES, PAGE_ADDRESSES, speak } from './pages.ts';

const bench = useBench();

/** The first heading and the first day of the answer as each language writes them. */
const FIRST = {
  zh: ['我在哈萨克斯坦需要哪张 SIM 卡？', '2026年12月1日'],
  en: ['Which SIM card do I need in Kazakhstan?', '1 Dec 2026'],
  ru: ['Какая SIM\u2011карта нужна мне в Казахстане?', '1\u00a0дек.\u00a02026\u00a0г.'],
  kk: ['Қазақстанда маған қандай SIM\u2011карта керек?', '2026\u00a0ж.\u00a01\u00a0жел.'],
} as const;

/** A narrow phone, on which nothing may be wider than the screen. */
const NARROW = { width: 320, height: 640 } as const;

/** What is wrong with what is open, in light and dark. */
async function faults(page: Page): Promise<string[]> {
  const found = await complaints(page);
  return (await page.evaluate(isTooWide)) ? [...found, `is wider than ${NARROW.width} pixels`] : found;
}

/** Whether text of twice the size is too wide for the narrow phone. */
async function isTooWideWhenLarge(page: Page): Promise<boolean> {
  const enlarge = (size: string) =>
    page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
  await enlarge('200%');
  const isIt = await page.evaluate(isTooWide);
  await enlarge('');
  return isIt;
}

const QUICK = '1/answer?for=transit&from=2026-12-01';

/** What pages say where there is nothing to show, by an address that leads there. */
const EMPTY: Readonly<Record<string, string>> = {
  'with no offer found': '1/offers?show=name:zzzzzz',
  'with nothing compared': '1/compare',
  'with no such offer': '1/offer?offer=no-such-offer',
  'with no choice that serves': '1/answer?for=transit&from=2026-12-01&esim=no&slots=0',
  'with no choice to formalise': '1/formalities?for=transit&from=2026-12-01&esim=no&slots=0',
  'with no choice for the shop': '1/counter?for=transit&from=2026-12-01&esim=no&slots=0',
  'with a poster that cannot be read': '1/answer?for=transit&poster=nonsense',
  'with a link that cannot be read': '7/when?mood=good',
};

/** Other states, each of a page of its own, and how it comes to them. */
const REACHED: Readonly<Record<string, { readonly hash: string; readonly reach: (page: Page) => Promise<void> }>> = {
  'a catalogue that cannot be had': {
    hash: '1/about',
    reach: async (page) => {
      await page.context().route('**/assets/catalog-*', (route) => route.abort());
      await page.reload();
      await goTo(page, '1/offers');
      await page.locator('.trouble').waitFor();
    },
  },
  'a device that keeps nothing': {
    hash: '1/when',
    reach: async (page) => {
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('no', 'QuotaExceededError');
        };
      });
      await page.locator('input[type="number"]').first().fill('9');
      await page.locator('.notices .notice').waitFor();
    },
  },
  'a number out of range': {
    hash: '1/when',
    reach: async (page) => {
      await page.locator('input[type="number"]').first().fill('99999');
      await page.locator('[aria-invalid="true"]').waitFor();
    },
  },
  'no connection, and a choice open to its ledger': {
    hash: QUICK,
    reach: async (page) => {
      await page.locator('.card.best summary').click();
      await page.locator('.card.best table').first().waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await page.locator('.notices .notice').waitFor();
    },
  },
};

describe.concurrent.each(LANGUAGES)('in %s', (language) => {
  it.sequential.each(Object.entries({ ...PAGE_ADDRESSES, ...EMPTY }))(
    'the page %s gives axe nothing to find, is never too wide, light and dark, with large text, and marks names in other languages',
    async (_, hash) => {
      const page = await bench.visit(language, hash);
      await page.setViewportSize(NARROW);
      expect(await faults(page)).toEqual([]);
      expect(await isTooWideWhenLarge(page)).toBe(false);
      expect(await unmarkedNames(page, language, bench.folder)).toEqual([]);
    },
  );

  it.sequential('names are marked with their language, in offers and operators alike', async () => {
    const page = await bench.visit(language, `1/offer?offer=${NAMED[language].offer}`);
    expect(await unmarkedNames(page, language, bench.folder)).toEqual([]);
    const marked = page.locator('h1 [lang]');
    expect([await marked.textContent(), await marked.getAttribute('lang')]).toEqual(NAMED[language].marked);
    await goTo(page, '1/offers?show=brand:altel');
    expect(await unmarkedNames(page, language, bench.folder)).toEqual([]);
    const maya = page.locator('option', { hasText: /^Maya Mobile$/ });
    expect(await maya.getAttribute('lang')).toBe(language === 'en' ? null : 'en');
  });
});

/** An offer whose name is in another language than the page, and the part of it that is. */
const NAMED = {
  zh: { offer: 'kcell-talks-daily', marked: ['Kcell Talks', 'en'] },
  en: { offer: 'beeline-prostoy', marked: ['Простой', 'ru'] },
  ru: { offer: 'kcell-talks-daily', marked: ['Talks', 'en'] },
  kk: { offer: 'activ-pogovorim-990', marked: ['Поговорим', 'ru'] },
} as const;

describe.concurrent.each(Object.entries(REACHED))('with %s', (_, { hash, reach }) => {
  it('axe finds nothing and nothing is too wide, in each language, light and dark', async () => {
    const page = await bench.open(hash, { viewport: NARROW, ...KEPT });
    await reach(page);
    for (const language of LANGUAGES) {
      await speak(page, language);
      expect(await faults(page), language).toEqual([]);
    }
    await page.context().close();
  });
});

/** Puts a worker in the place of the app's that does not come to an answer. Runs in the page. */
function keepFromAnswering(): void {
  const Plain = Worker;
  class Busy extends Plain {
    override postMessage(message: unknown): void {
      if ((message as { do: string }).do !== 'tell') super.postMessage(message);
    }
  }
  Object.assign(window, { Worker: Busy });
}

describe.concurrent('with an answer under way, and stopped', () => {
  it('axe finds nothing and nothing is too wide, in each language, light and dark', async () => {
    const context = await bench.context({ viewport: NARROW });
    await context.addInitScript(keepFromAnswering);
    const page = await context.newPage();
    await page.goto(`${bench.address}#${QUICK}`);
    for (const language of LANGUAGES) {
      await choose(page, language);
      await page.locator('[data-state="computing"]').waitFor();
      expect(await faults(page), `${language} under way`).toEqual([]);
      await page.locator('.advice-status button').click();
      await page.locator('[data-state="stopped"]').waitFor();
      expect(await faults(page), `${language} stopped`).toEqual([]);
    }
    await context.close();
  });
});

describe.concurrent.each(LANGUAGES)('in %s', (language) => {
  const [heading, date] = FIRST[language];

  it('opens in the language of the device and answers in two taps', async () => {
    const page = await bench.open('1/home?from=2026-12-01', { locale: language });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
    expect(await page.locator('html').getAttribute('lang')).toBe(LOCALES[language]);
    await page.locator('.preset').first().click();
    await page.locator('[data-page="preset"] .button.primary').click();
    await addressIs(page, '1/answer?for=transit&from=2026-12-01');
    await page.locator('.card.best .total strong', { hasText: '₸' }).waitFor();
    await page.locator('.stay', { hasText: date }).waitFor();
    await page.context().close();
  });
});

describe.concurrent('an answer that fails in a language chosen since', () => {
  it('is told so in that language, and what was told in the one before goes; trying again helps', async () => {
    const page = await bench.open(QUICK);
    await page.locator('.card.best').waitFor();
    let isFirst = true;
    // The page has the texts, the worker does not.
    await page.route('**/assets/text-ru-*', (route) => {
      if (!isFirst) return route.abort();
      isFirst = false;
      return route.continue();
    });
    await choose(page, 'ru');
    await page.locator('.trouble', { hasText: 'Не удалось рассчитать ответ.' }).waitFor();
    expect(await page.locator('.card').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(/1 Dec 2026|phone card|data card/);
    await page.unroute('**/assets/text-ru-*');
    await page.locator('.trouble button').click();
    await page.locator('.stay', { hasText: FIRST.ru[1] }).waitFor();
    expect(await page.locator('.trouble').count()).toBe(0);
    await page.context().close();
  });
});

describe.concurrent('the first language, whose texts cannot be had', () => {
  it('lets the page say what to do, in all languages', async () => {
    const page = await (await bench.context()).newPage();
    await page.route('**/assets/text-en-*', (route) => route.abort());
    await page.goto(bench.address);
    await page.getByRole('heading', { name: 'simwise…' }).waitFor();
    for (const language of LANGUAGES) {
      const late = page.locator(`.before .late[lang="${language}"]`);
      await late.waitFor();
      expect(await late.innerText()).toMatch(/reload|重新载入|обновите|қайта ашыңыз/);
    }
    await page.context().close();
  });
});

describe.concurrent('a language whose texts cannot be had', () => {
  it('is said not to be there, and the one before stays, in the field too', async () => {
    const page = await bench.open('1/when?days=9');
    await page.route('**/assets/text-kk-*', (route) => route.abort());
    await page.locator('.language select').selectOption('kk');
    await page.locator('.notice', { hasText: 'A part of the app could not be loaded.' }).waitFor();
    expect(await page.locator('.language select').inputValue()).toBe('en');
    expect(await page.getByLabel('Days in the country').inputValue()).toBe('9');
    await page.context().close();
  });

  it('is shown as soon as they can be had and it is chosen again, however often that failed', async () => {
    const page = await bench.open('1/when?days=9');
    const asked: Route[] = [];
    await page.route('**/assets/text-kk-*', (route) => {
      asked.push(route);
    });
    const notice = page.locator('.notice', { hasText: 'A part of the app could not be loaded.' });
    for (const times of [1, 2]) {
      await page.locator('.language select').selectOption('kk');
      await soon(() => expect(asked).toHaveLength(times));
      await notice.waitFor({ state: 'detached' });
      await asked.at(-1)?.abort();
      await notice.waitFor();
    }
    await page.unroute('**/assets/text-kk-*');
    await choose(page, 'kk');
    await page.getByRole('heading', { name: 'Қанша уақытқа және қай күннен?' }).waitFor();
    expect(await page.locator('.language select').inputValue()).toBe('kk');
    expect(await page.locator('.notice').count()).toBe(0);
    await page.context().close();
  });

  it('does not come in place of one that was chosen after it', async () => {
    const page = await bench.open('1/when?days=9');
    let serve = () => undefined as unknown;
    await page.route('**/assets/text-kk-*', (route) => {
      serve = () => route.continue();
    });
    await page.locator('.language select').selectOption('kk');
    await choose(page, 'ru');
    const late = page.waitForResponse('**/assets/text-kk-*');
    serve();
    await page.evaluate(`import(${JSON.stringify((await late).url())}).then(() => undefined)`);
    expect(await page.locator('html').getAttribute('lang')).toBe(LOCALES.ru);
    await page.context().close();
  });
});

describe.concurrent('the menu on a narrow screen', () => {
  it.each(LANGUAGES)('shows which page is open: %s', async (locale) => {
    const page = await bench.open('1/about', { locale, viewport: NARROW });
    const { x, width } = (await page.locator('nav [aria-current="page"]').boundingBox()) ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(NARROW.width);
    await page.context().close();
  });
});

/**
 * Marks what Tab has to come to: what can be worked on and is in view, of a group of radio buttons the one that is
 * chosen. Runs in the page.
 */
function markControls(): string[] {
  const wanted = 'a[href], button, input:not([type="radio"]:not(:checked)), select, textarea, summary, [tabindex="0"]';
  const shown = [...document.querySelectorAll<HTMLElement>(wanted)].filter((each) => {
    return each.checkVisibility() && !each.matches(':disabled') && each.getClientRects().length > 0;
  });
  for (const [index, each] of shown.entries()) each.dataset['at'] = `${index} ${each.outerHTML.slice(0, 80)}`;
  return shown.map((each) => each.dataset['at'] ?? '');
}

/** The control in focus, and whether the focus can be seen on it. Runs in the page. */
function controlInFocus(): { at: string; isSeen: boolean } {
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement || focused instanceof SVGElement ? focused.dataset['at'] : undefined;
  return { at: at ?? '', isSeen: focused !== null && getComputedStyle(focused).outlineStyle !== 'none' };
}

describe.concurrent('the keyboard', () => {
  it('comes to every control of every page by Tab, and shows where it is', async () => {
    const page = await bench.open();
    const missed: string[] = [];
    for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
      await goTo(page, hash);
      await page.locator('[data-state="computing"]').waitFor({ state: 'detached' });
      const wanted = await page.evaluate(markControls);
      const met = new Set<string>();
      for (let press = 0; press < wanted.length + 5; press++) {
        await page.keyboard.press('Tab');
        const { at, isSeen } = await page.evaluate(controlInFocus);
        met.add(at);
        if (at !== '' && !isSeen) missed.push(`${name}: the focus is not seen on ${at}`);
      }
      missed.push(...wanted.filter((each) => !met.has(each)).map((each) => `${name}: ${each}`));
    }
    expect(missed).toEqual([]);
  });

  it('reaches everything alone', async () => {
    const page = await bench.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('link', { name: 'Passing through' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Show the answer' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});
