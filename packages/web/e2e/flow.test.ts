import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVolume } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressIs, hashOf, settled, soon, useBench } from './app.ts';
import { LANGUAGES } from './pages.ts';

const bench = useBench();

const QUICK = '1/answer?for=transit&from=2026-12-01';

/** The first and the ninth of December as each language writes them. */
const DATES = {
  zh: ['2026年12月1日', '2026年12月9日'],
  en: ['1 Dec 2026', '9 Dec 2026'],
  ru: ['1\u00a0дек.\u00a02026\u00a0г.', '9\u00a0дек.\u00a02026\u00a0г.'],
  kk: ['2026\u00a0ж.\u00a01\u00a0жел.', '2026\u00a0ж.\u00a09\u00a0жел.'],
} as const;

/** The day of the newest evidence on record, which the README names too. */
const DAY_OF_NEWEST = {
  zh: '2026年11月22日',
  en: '22 Nov 2026',
  ru: '22\u00a0нояб.\u00a02026\u00a0г.',
  kk: '2026\u00a0ж.\u00a022\u00a0қар.',
} as const;

type NamedFact = { readonly id: string; readonly names: Readonly<Record<string, string>> };

/** What the catalogue calls an activity. */
function activityName(id: string, language: string): string {
  const assets = join(bench.folder, 'assets');
  const file = readdirSync(assets).find((name) => name.startsWith('catalog-')) ?? '';
  const { activities } = JSON.parse(readFileSync(join(assets, file), 'utf8')) as { activities: readonly NamedFact[] };
  return activities.find((activity) => activity.id === id)?.names[language] ?? '';
}

describe.concurrent.each(LANGUAGES)('in %s', (language) => {
  const texts = MESSAGES[language];
  const { web, units } = texts;
  const { question, answer, shell } = web;
  const next = (page: Page) => page.getByRole('link', { name: shell.next, exact: true }).click();
  const pick = (page: Page, group: string, choice: string) =>
    page.getByRole('group', { name: group }).getByText(choice, { exact: true }).click();

  it.sequential('a preset gives an answer in two taps', async () => {
    const page = await bench.visit(language, '1/home?from=2026-12-01');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(web.home.heading);
    await page.getByRole('link', { name: web.home.presets.transit.title }).click();
    await page.getByRole('link', { name: web.preset.show }).click();
    await addressIs(page, QUICK);
    await settled(page);
    const best = page.locator('.card.best');
    expect(await best.locator('.total strong').textContent()).toMatch(/₸/);
    expect(await best.getByText(answer.buy).count()).toBe(1);
    expect(await best.getByText(answer.why).count()).toBe(1);
    expect(await best.locator('.purchases .day').first().textContent()).toBe(DATES[language][0]);
    expect((await page.locator('.stay').textContent())?.split(DATES[language][0]).length).toBe(2);
  });

  it.sequential('the questions are at most six, one a page, each with its reason, and lead to an answer that uses what was said', async () => {
    const page = await bench.visit(language, '');
    await page.getByRole('link', { name: web.home.unsure, exact: true }).click();
    await page.getByText(question.when.why).waitFor();
    await page.getByLabel(question.when.days).fill('9');
    await page.getByLabel(question.when.start).fill('2026-12-01');
    await next(page);
    await page.getByText(question.where.why).waitFor();
    await page.getByLabel(question.where.place).fill('Almaty');
    await page.getByRole('button', { name: question.where.add, exact: true }).click();
    await next(page);
    await page.getByText(question.calls.why).waitFor();
    await pick(page, question.calls.number, question.yes);
    await page.getByLabel(question.calls.minutes).fill('5');
    await next(page);
    await page.getByText(question.phone.why).waitFor();
    await pick(page, question.phone.esim, question.no);
    await next(page);
    await page.getByText(question.online.why).waitFor();
    await page.getByText(question.online.byAmount).click();
    await page.getByLabel(question.online.amount).fill('0.5');
    await page.getByRole('link', { name: question.show }).click();
    const said = 'data=512MB/day&call=national-mobile:5min/day&need=number&esim=no';
    await addressIs(page, `1/answer?from=2026-12-01&days=9&place=@Almaty&${said}`);
    await settled(page);
    const stay = await page.locator('.stay').textContent();
    for (const part of [units.days(9), formatVolume(texts, 'data', 512 * 2 ** 20), ...DATES[language]])
      expect(stay).toContain(part);
  });

  it.sequential('every question takes "I do not know" for an answer', async () => {
    const page = await bench.visit(language, '1/when?days=9');
    await page.getByRole('button', { name: question.unsure }).click();
    await addressIs(page, '1/when');
    expect(await page.getByLabel(question.when.days).getAttribute('placeholder')).toBe(question.unsure);
    await next(page);
    await page.getByRole('button', { name: question.unsure, pressed: true }).waitFor();
    for (const [groups, numbers] of [
      [3, 2],
      [2, 1],
    ] as const) {
      await next(page);
      const unsure = page.getByRole('radio', { name: question.unsure, checked: true });
      await soon(async () => expect(await unsure.count()).toBe(groups));
      expect(await page.getByPlaceholder(question.unsure).count()).toBe(numbers);
    }
    await next(page);
    await pick(page, question.online.how, question.unsure);
    await page.getByRole('link', { name: question.show }).click();
    await addressIs(page, '1/answer');
  });

  it.sequential('going back keeps what was said on later pages, and forward again', async () => {
    const page = await bench.visit(language, '1/when');
    await page.getByLabel(question.when.days).fill('9');
    await next(page);
    await page.getByRole('heading', { name: question.where.heading }).waitFor();
    await next(page);
    await page.getByLabel(question.calls.minutes).fill('5');
    await page.getByRole('button', { name: shell.back }).click();
    await page.getByRole('heading', { name: question.where.heading }).waitFor();
    await page.getByRole('button', { name: shell.back }).click();
    await soon(async () => expect(await page.getByLabel(question.when.days).inputValue()).toBe('9'));
    await addressIs(page, '1/when?days=9&call=national-mobile:5min/day');
    await page.goForward();
    await page.getByRole('heading', { name: question.where.heading }).waitFor();
    await page.goForward();
    await soon(async () => expect(await page.getByLabel(question.calls.minutes).inputValue()).toBe('5'));
  });

  it.sequential('a number out of range stays as typed, is said to be one, and is not used', async () => {
    const page = await bench.visit(language, '1/when?days=9');
    const days = page.getByLabel(question.when.days);
    await days.fill('99999');
    await soon(async () => expect(await days.getAttribute('aria-invalid')).toBe('true'));
    await page.getByText('1 – 3660').waitFor();
    await addressIs(page, '1/when?days=9');
    expect(await days.inputValue()).toBe('99999');
  });

  it.sequential('hours of what one does online are turned into gigabytes', async () => {
    const page = await bench.visit(language, '1/online');
    await page.getByText(question.online.byActivity).click();
    const name = activityName('video-sd', language);
    await page.getByLabel(question.online.perHour({ name })).fill('2');
    await addressIs(page, '1/online?do=video-sd:2');
    await page.getByText(/1[.,]\d+ (GB|ГБ)/).waitFor();
  });

  it.sequential('the expert page shows every input, takes uses as they are written, and keeps what it cannot read', async () => {
    const page = await bench.visit(language, '1/expert?for=tourist&days=12');
    await page.getByLabel(web.expert.calls, { exact: true }).fill('on-net:5min/day, CN:2min/day');
    await addressIs(page, '1/expert?for=tourist&days=12&call=on-net:5min/day&call=CN:2min/day');
    const data = page.getByLabel(web.expert.data, { exact: true });
    await data.fill('a lot');
    await soon(async () => expect(await data.getAttribute('aria-invalid')).toBe('true'));
    await page.getByText(web.expert.bad).waitFor();
    expect(await data.inputValue()).toBe('a lot');
    await page.getByRole('button', { name: web.expert.clear }).click();
    await addressIs(page, '1/expert');
    expect(await data.inputValue()).toBe('');
    await page.getByLabel(web.expert.situation).selectOption('transit');
    await page.getByLabel(web.expert.calls, { exact: true }).fill('on-net:5min/day, CN:2min/day');
    await page.getByLabel(web.expert.currency).selectOption('USD');
    await page.getByRole('link', { name: question.show }).click();
    await addressIs(page, '1/answer?for=transit&call=on-net:5min/day&call=CN:2min/day&currency=USD');
    await settled(page);
    expect(await page.locator('.card.best .total strong').textContent()).toMatch(/\$/);
  });

  it.sequential('the answer opens to its ledger, its sources, its dates and what would change it', async () => {
    const page = await bench.visit(language, QUICK);
    const best = page.locator('.card.best');
    await best.getByText(answer.more).click();
    const day = best.locator('.ledger tbody').first();
    await soon(async () => expect(await day.getByRole('rowheader').textContent()).toBe(DATES[language][0]));
    expect(await day.locator('td').first().textContent()).not.toBe('');
    for (const part of [answer.sources, answer.mind]) expect(await best.getByText(part).count()).toBe(1);
    expect(await best.locator('.sources .address').count()).toBeGreaterThan(0);
    const section = page.getByRole('region', { name: texts.whatIf.heading });
    await section.getByRole('button', { name: answer.workOut }).click();
    await section.getByRole('listitem').first().waitFor();
    await section.getByRole('heading', { name: texts.whatIf.decide }).waitFor();
    expect(await section.locator('ol li').count()).toBeGreaterThan(0);
    expect(await section.locator('li').allTextContents()).not.toContainEqual(expect.stringMatching(/^\d\./));
  });

  it.sequential('the answer says before it what was compared, how old the prices are, who runs this and who pays nothing', async () => {
    const page = await bench.visit(language, QUICK);
    await page.getByText(answer.before).click();
    const text = await page.locator('.compared').textContent();
    expect(text).toContain(answer.newest({ day: DAY_OF_NEWEST[language] }));
    expect(text).toContain(answer.runs({ host: new URL(bench.address).host }));
    expect(text).toContain('Airalo');
  });

  it.sequential('the answer shows each choice once, with what is to be expected of it and all that it is best in', async () => {
    const page = await bench.visit(language, '1/answer?for=business-trip&from=2026-12-01&days=2');
    const best = page.locator('.card.best');
    expect(await best.locator('.expected').textContent()).toMatch(/₸.*₸/);
    expect((await best.locator('.eyebrow').textContent())?.startsWith(answer.best)).toBe(true);
    const names = await page.locator('.leaders .name').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain(await best.getByRole('heading', { level: 2 }).textContent());
    const eyebrows = [
      ...(await page.locator('.leaders .eyebrow').allTextContents()),
      await best.locator('.eyebrow').textContent(),
    ];
    for (const way of Object.values(answer.leaders)) expect(eyebrows.join()).toContain(way);
    const judged = page.locator('.leaders li:has(.expected)');
    expect(await judged.count()).toBeGreaterThan(0);
    expect(await judged.getByText(answer.totalOfListed).count()).toBe(await judged.count());
    await page.locator('.price-of', { hasText: '₸' }).first().waitFor();
    await page.locator('.hint', { hasText: '512' }).waitFor();
  });

  it.sequential('the answer is given again while a slider moves, and the number beside it says the same', async () => {
    const page = await bench.visit(language, '1/answer?for=transit&days=12&data=768MB/day');
    const slider = page.getByRole('slider', { name: answer.days });
    await slider.fill('30');
    await slider.fill('20');
    await page.locator('.stay', { hasText: units.days(20) }).waitFor();
    await soon(async () => expect(await page.getByRole('spinbutton', { name: answer.days }).inputValue()).toBe('20'));
    await addressIs(page, '1/answer?for=transit&days=20&data=768MB/day');
    await page.getByRole('spinbutton', { name: answer.gigabytes }).fill('2');
    await page.locator('.stay', { hasText: formatVolume(texts, 'data', 2 ** 31) }).waitFor();
    await soon(() => expect(hashOf(page)).toContain('data=2048MB/day'));
  });
});

describe.concurrent('the answer', () => {
  it('is printed with what it rests on, opened or not, and without what paper cannot do', async () => {
    const page = await bench.open(QUICK);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const best = page.locator('.card.best');
    await best.locator('.ledger').waitFor();
    for (const part of [best.locator('.ledger tfoot'), best.locator('.sources').first()])
      expect(await part.isVisible()).toBe(true);
    for (const part of ['main button', '.adjust', '.leaders details', '[aria-labelledby="changes"]'])
      expect(await page.locator(part).filter({ visible: true }).count(), part).toBe(0);
    await page.context().close();
  });

  it('shows the best of each kind first, while the others are still compared', async () => {
    const page = await bench.open('1/about');
    await page.evaluate(writeDownLooks);
    await page.evaluate(() => location.assign('#1/answer?for=tourist&from=2026-12-01'));
    await page.locator('.ranking').waitFor();
    await page.getByText('Comparing the others…').first().waitFor({ state: 'detached' });
    const looks = await page.evaluate(() => [...(window as unknown as { looks: Set<string> }).looks]);
    expect(looks).toContain('best, comparing');
    expect(looks.indexOf('best, comparing')).toBeLessThan(looks.indexOf('best, ranking'));
    expect(looks).not.toContain('best, comparing, ranking');
  });
});

/** Writes down what an answer shows each time that parts come or go: a look of it may be too short to be waited for. Runs in the page. */
function writeDownLooks(): void {
  const looks = new Set<string>();
  const look = () => {
    const parts = {
      best: document.querySelector('.card.best') !== null,
      comparing: [...document.querySelectorAll('.leaders .hint')].some(
        (each) => each.textContent === 'Comparing the others…',
      ),
      ranking: document.querySelector('.ranking') !== null,
    };
    const shown = Object.entries(parts).filter(([, isShown]) => isShown);
    looks.add(shown.map(([part]) => part).join(', '));
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  Object.assign(window, { looks });
}
