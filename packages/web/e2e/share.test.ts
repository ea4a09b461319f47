import { describe, expect, it } from 'vitest';
import { addressIs, openAt, settled, soon, useBench } from './app.ts';
import { readQr } from './read-qr.ts';

const bench = useBench();

const SAID = '1/share?for=transit&from=2026-12-01&days=2&place=@Almaty&data=300MB/day&need=no-codes&currency=USD';
const LINKED = SAID.replace('share', 'answer');

describe.concurrent('a shared link', () => {
  it('leads another person to the same state, by text and by QR code', async () => {
    const page = await bench.open(SAID);
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toBe(`${bench.address}#${LINKED}`);
    expect(await readQr(page)).toBe(link);
    const other = await bench.open('', { locale: 'ru' });
    await openAt(other, link);
    await addressIs(other, LINKED);
    expect(await other.locator('.stay').textContent()).toContain('2 дня');
    expect(await other.locator('.card.best .total strong').textContent()).toContain('$');
  });

  it('that is too long for a QR code is said to be', async () => {
    const posters = Array.from({ length: 8 }, (_, index) => `poster=${'n'.repeat(400)}${index}:+1+KZT/30d`);
    const page = await bench.open(`1/share?${posters.join('&')}`);
    await page.getByText('too long for a QR code').waitFor();
  });
});

describe.concurrent('a broken or foreign link', () => {
  it('says what could not be read and keeps the rest', async () => {
    const page = await bench.open('1/when?days=9&mood=good&slots=many');
    await page.getByText('left out: mood, slots').waitFor();
    await soon(async () => expect(await page.getByLabel('Days in the country').inputValue()).toBe('9'));
    await addressIs(page, '1/when?days=9');
  });

  it('of another version is said to be one', async () => {
    const page = await bench.open('7/when?days=9');
    await page.getByText('another version of simwise').waitFor();
    await soon(async () => expect(await page.getByLabel('Days in the country').inputValue()).toBe('9'));
  });

  it('with markup in it shows it as text', async () => {
    const page = await bench.open(`1/where?place=@${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await page.locator('.chosen').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('naming a place, an offer or a poster that cannot be used says so', async () => {
    const place = await bench.open('1/answer?for=transit&place=@Qqqqqqqqqq');
    const refused = place.getByRole('alert').filter({ hasText: 'Qqqqqqqqqq' });
    await refused.waitFor();
    expect(await refused.getByRole('button').count()).toBe(0);
    const offer = await bench.open('1/offer?offer=no-such-offer');
    await offer.getByText('no offer “no-such-offer”').waitFor();
    const poster = await bench.open('1/answer?for=transit&poster=nonsense');
    await poster
      .getByRole('alert')
      .filter({ hasText: 'nonsense' })
      .getByRole('link', { name: 'Another price' })
      .click();
    await addressIs(poster, '1/poster?for=transit&poster=nonsense');
  });
});

describe.concurrent('the worker', () => {
  it('is stopped in the middle of an answer, and answers again', async () => {
    const page = await bench.open('1/about');
    await page.evaluate(() => {
      location.hash = '#1/answer?for=student&from=2026-12-01';
    });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Stopped.').waitFor();
    await page.evaluate(() => {
      location.hash = '#1/answer?for=transit&from=2026-12-01';
    });
    await page.locator('.stay', { hasText: '1 day' }).waitFor();
    await page.locator('.card.best').waitFor();
  });

  it('gives up a long answer for a newer one', async () => {
    const page = await bench.open('1/about');
    await page.evaluate(() => {
      location.hash = '#1/answer?for=student&from=2026-12-01';
    });
    await page.getByText('Computing…').waitFor();
    await page.evaluate(() => {
      location.hash = '#1/answer?for=transit&from=2026-12-01';
    });
    await page.locator('.stay', { hasText: '1 day' }).waitFor();
    await settled(page);
  });
});
