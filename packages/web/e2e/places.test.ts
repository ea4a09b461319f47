import { MESSAGES } from '@simwise/messages/all';
import { describe, expect, it } from 'vitest';
import { addressIs, soon, useBench } from './app.ts';
import { complaints } from './axe.ts';
import { choose } from './pages.ts';

const bench = useBench();

/** What somebody types in each language, misspelled in two of them, and the place that is meant. */
const TYPED = {
  en: ['Alma', 'Almaty, city'],
  zh: ['阿拉', '阿拉木图，城市'],
  ru: ['Алмааты', 'Алматы, город'],
  kk: ['Алматты', 'Алматы, қала'],
} as const;

describe.concurrent.each(['en', 'zh', 'ru', 'kk'] as const)('in %s', (language) => {
  const { question, places } = MESSAGES[language].web;
  const [typed, meant] = TYPED[language];

  it.sequential('a place is found while it is typed, and taken by keys alone', async () => {
    const page = await bench.visit(language, '1/places');
    const field = page.getByRole('combobox', { name: question.where.place });
    await field.pressSequentially(typed);
    const hits = page.getByRole('listbox', { name: question.where.place });
    const first = hits.getByRole('option').first();
    await soon(async () => expect(await first.textContent()).toBe(meant));
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await field.getAttribute('aria-controls')).toBe(await hits.getAttribute('id'));
    const count = await hits.getByRole('option').count();
    await page
      .getByRole('status')
      .filter({ hasText: places.found({ count }) })
      .waitFor();
    expect(await complaints(page)).toEqual([]);
    await field.press('ArrowUp');
    expect(await hits.getByRole('option', { selected: true }).count()).toBe(1);
    await field.press('ArrowDown');
    await soon(async () => expect(await first.getAttribute('aria-selected')).toBe('true'));
    expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await field.press('Enter');
    await addressIs(page, `1/places?place=@${encodeURIComponent(meant.split(/[,，]/)[0] ?? '')}`);
    expect(await field.inputValue()).toBe('');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it.sequential('a place found is taken by a tap, one of no place on record is said to be, and Escape closes what was found', async () => {
    const page = await bench.visit(language, '1/where');
    const field = page.getByRole('combobox', { name: question.where.place });
    const options = page.getByRole('option').filter({ visible: true });
    await field.fill(typed);
    await page.getByRole('option', { name: meant, exact: true }).click();
    await page.locator('.chosen li').waitFor();
    await field.fill('qqqqqq');
    await page.getByText(places.noneFound).waitFor();
    await field.fill(typed);
    await page.getByRole('option', { name: meant, exact: true }).waitFor();
    await field.press('Escape');
    await page.getByRole('listbox').filter({ hasText: meant }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe(typed);
    expect(await options.filter({ hasText: meant }).count()).toBe(0);
  });
});

it('a place that goes by its number is named in the language chosen', async () => {
  const page = await bench.visit('en', '1/where?place=@750000000');
  const chosen = page.locator('.chosen li').first();
  await soon(async () => expect(await chosen.textContent()).toContain('Almaty'));
  await choose(page, 'zh');
  await soon(async () => expect(await chosen.textContent()).toContain('阿拉木图'));
});

describe.concurrent('places that cannot be had', () => {
  it('are said not to be, and typing on asks for them again', async () => {
    const page = await bench.open('1/where');
    await page.route('**/assets/places-*', (route) => route.abort());
    const field = page.getByRole('combobox', { name: 'Town, village or place' });
    await field.fill('Alma');
    await page.getByText('A part of the app could not be loaded.').waitFor();
    await page.unroute('**/assets/places-*');
    await field.pressSequentially('t');
    await page.getByRole('option', { name: 'Almaty, city', exact: true }).waitFor();
    await page.context().close();
  });
});
