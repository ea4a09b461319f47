import { describe, expect, it } from 'vitest';
import { addressIs, hashOf, settled, soon, useBench } from './app.ts';

const bench = useBench();

describe.concurrent('a preset', () => {
  it('gives an answer in two taps', async () => {
    const page = await bench.open();
    await page.getByRole('link', { name: 'Passing through' }).click();
    await page.getByRole('link', { name: 'Show the answer' }).click();
    await addressIs(page, '1/answer?for=transit');
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your answer');
    const best = page.locator('.card.best');
    expect(await best.locator('.total strong').textContent()).toMatch(/₸/);
    expect(await best.getByText('What to buy and when').count()).toBe(1);
  });
});

describe.concurrent('the questions', () => {
  it('are at most six, one a page, and lead to an answer that uses what was said', async () => {
    const page = await bench.open();
    await page.getByRole('link', { name: 'I do not know' }).click();
    await page.getByLabel('Days in the country').fill('9');
    await page.getByLabel('First day').fill('2026-12-01');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByLabel('Town, village or place').fill('Almaty');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('group', { name: 'Do you need a local number?' }).getByText('Yes').click();
    await page.getByLabel('Minutes a day to numbers in the country').fill('5');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('group', { name: 'Can it use eSIM?' }).getByText('No', { exact: true }).click();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('In gigabytes').click();
    await page.getByLabel('Gigabytes a day').fill('0.5');
    await page.getByRole('link', { name: 'Show the answer now' }).click();
    await addressIs(
      page,
      '1/answer?from=2026-12-01&days=9&place=@Almaty&data=512MB/day&call=national-mobile:5min/day&need=number&esim=no',
    );
    await settled(page);
    const stay = await page.locator('.stay').textContent();
    expect(stay).toContain('9 days');
    expect(stay).toContain('512 MB');
    expect(stay).toContain('1 Dec 2026');
    expect(stay).toContain('9 Dec 2026');
  });

  it('keep what was said on later pages when going back, and forward again', async () => {
    const page = await bench.open('1/when');
    await page.getByLabel('Days in the country').fill('9');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Where will you be?' }).waitFor();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByLabel('Minutes a day to numbers in the country').fill('5');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Where will you be?' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await soon(async () => expect(await page.getByLabel('Days in the country').inputValue()).toBe('9'));
    await addressIs(page, '1/when?days=9&call=national-mobile:5min/day');
    await page.goForward();
    await page.getByRole('heading', { name: 'Where will you be?' }).waitFor();
    await page.goForward();
    await soon(async () =>
      expect(await page.getByLabel('Minutes a day to numbers in the country').inputValue()).toBe('5'),
    );
  });

  it('take a number out of range as typed, say so, and go on without it', async () => {
    const page = await bench.open('1/when?days=9');
    const days = page.getByLabel('Days in the country');
    await days.fill('99999');
    await soon(async () => expect(await days.getAttribute('aria-invalid')).toBe('true'));
    await page.getByText('1 – 3660').waitFor();
    await addressIs(page, '1/when?days=9');
    expect(await days.inputValue()).toBe('99999');
  });

  it('turn hours of what one does online into gigabytes', async () => {
    const page = await bench.open('1/online');
    await page.getByText('By what I do').click();
    await page.getByLabel('video, standard definition, hours').fill('2');
    await page.getByText(/Together about 1\.\d+ GB a day/).waitFor();
    await addressIs(page, '1/online?do=video-sd:2');
  });
});

describe.concurrent('the expert page', () => {
  it('shows every input, takes uses as they are written, and keeps what it cannot read', async () => {
    const page = await bench.open('1/expert?for=tourist&days=12');
    await page.getByLabel('Calls', { exact: true }).fill('on-net:5min/day, CN:2min/day');
    await addressIs(page, '1/expert?for=tourist&days=12&call=on-net:5min/day&call=CN:2min/day');
    const data = page.getByLabel('Data', { exact: true });
    await data.fill('a lot');
    await soon(async () => expect(await data.getAttribute('aria-invalid')).toBe('true'));
    expect(await data.inputValue()).toBe('a lot');
    await page.getByLabel('Currency of the answer').selectOption('USD');
    await page.getByRole('link', { name: 'Show the answer now' }).click();
    await addressIs(page, '1/answer?for=tourist&days=12&call=on-net:5min/day&call=CN:2min/day&currency=USD');
    await settled(page);
    expect(await page.locator('.card.best .total strong').textContent()).toMatch(/\$/);
  });
});

describe.concurrent('the answer', () => {
  it('opens to its ledger, its sources and its dates', async () => {
    const page = await bench.open('1/answer?for=transit&from=2026-12-01');
    const best = page.locator('.card.best');
    await best.getByText('Charges, sources, risks').click();
    const rows = best.locator('tbody tr');
    await soon(async () => expect(await rows.first().locator('td').first().textContent()).toBe('1 Dec 2026'));
    expect(await best.getByText('What it rests on').count()).toBe(1);
    expect(await best.locator('.sources .address').count()).toBeGreaterThan(0);
  });

  it('says what is to be expected of a choice, and shows each choice once with all that it is best in', async () => {
    const page = await bench.open('1/answer?for=business-trip&from=2026-12-01&days=2');
    const best = page.locator('.card.best');
    expect(await best.locator('.expected').textContent()).toMatch(
      /^₸[\d,.]+ on average, nine times out of ten at most ₸/,
    );
    expect(await best.locator('.eyebrow').textContent()).toMatch(/^Best overall/);
    const names = await page.locator('.leaders .name').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain(await best.getByRole('heading', { level: 2 }).textContent());
    const ways = [
      ...(await page.locator('.leaders .eyebrow').allTextContents()),
      await best.locator('.eyebrow').textContent(),
    ];
    for (const way of ['Cheapest on average', 'Safest', 'Simplest', 'Best phone card', 'Best data card', 'Best pair'])
      expect(ways.join()).toContain(way);
    await page.getByText('certainty costs ₸').waitFor();
    await page.getByText('Over 512 ways it may turn out').waitFor();
  });

  it('shows the best of each kind first, while the others are still compared', async () => {
    const page = await bench.open('1/about');
    await page.evaluate(() => location.assign('#1/answer?for=remote-worker&from=2026-12-01'));
    await page.getByText('Comparing the others…').first().waitFor();
    expect(await page.locator('.card.best').count()).toBe(1);
    expect(await page.locator('.ranking').count()).toBe(0);
    await page.locator('.ranking').waitFor();
    await page.getByText('Comparing the others…').first().waitFor({ state: 'detached' });
  });

  it('works out what would change it when asked to', async () => {
    const page = await bench.open('1/answer?for=transit&from=2026-12-01');
    const section = page.getByRole('region', { name: 'What would change the answer' });
    await section.getByRole('button', { name: 'Work it out' }).click();
    await section.getByRole('listitem').first().waitFor();
  });

  it('says before it what was compared, how old the prices are, and who pays nothing', async () => {
    const page = await bench.open('1/answer?for=transit');
    await page.getByText('What was compared').click();
    const text = await page.locator('.compared').textContent();
    expect(text).toMatch(/\d+ offers of \d+ sellers/);
    expect(text).toMatch(/newest price on record was seen on \d+ \w+ \d{4}/);
    expect(text).toContain('nobody pays for a rank');
  });

  it('answers again while a slider moves, and the number beside it says the same', async () => {
    const page = await bench.open('1/answer?for=transit&days=12&data=768MB/day');
    const slider = page.getByRole('slider', { name: 'Days' });
    await slider.fill('30');
    await slider.fill('20');
    await page.getByText('20 days,').waitFor();
    await soon(async () => expect(await page.getByRole('spinbutton', { name: 'Days' }).inputValue()).toBe('20'));
    await addressIs(page, '1/answer?for=transit&days=20&data=768MB/day');
    await page.getByRole('spinbutton', { name: 'Gigabytes a day' }).fill('2');
    await page.getByText('2 GB').first().waitFor();
    await soon(() => expect(hashOf(page)).toContain('data=2048MB/day'));
  });
});
