import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { hashOf, openAt, settled, useBench } from './app.ts';

const bench = useBench();

const SAID = '1/share?for=transit&from=2026-12-01&days=2&place=@Almaty&data=300MB/day&need=no-codes&currency=USD';
const LINKED = SAID.replace('share', 'answer');

describe('a shared link', () => {
  it('leads another person to the same state, by text and by QR code', async () => {
    const page = await bench.open(SAID);
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toBe(`${bench.address}#${LINKED}`);
    expect(await readQr(page)).toBe(link);
    const other = await bench.open('', { locale: 'ru' });
    await openAt(other, link);
    expect(hashOf(other)).toBe(LINKED);
    expect(await other.locator('.stay').textContent()).toContain('2 дня');
    expect(await other.locator('.card.best .total strong').textContent()).toContain('$');
  });

  it('that is too long for a QR code is said to be', async () => {
    const posters = Array.from({ length: 8 }, (_, index) => `poster=${'n'.repeat(400)}${index}:+1+KZT/30d`);
    const page = await bench.open(`1/share?${posters.join('&')}`);
    await page.getByText('too long for a QR code').waitFor();
  });
});

/** Reads the code off the screen, as a phone would. */
async function readQr(page: Awaited<ReturnType<typeof bench.open>>): Promise<string | undefined> {
  const png = await page.locator('svg.qr').screenshot();
  const pixels = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: Array.from(data), width, height };
  }, png.toString('base64'));
  return jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data;
}

describe('a broken or foreign link', () => {
  it('says what could not be read and keeps the rest', async () => {
    const page = await bench.open('1/when?days=9&mood=good&slots=many');
    expect(await page.getByText('left out: mood, slots').isVisible()).toBe(true);
    expect(await page.getByLabel('Days in the country').inputValue()).toBe('9');
    expect(hashOf(page)).toBe('1/when?days=9');
  });

  it('of another version is said to be one', async () => {
    const page = await bench.open('7/when?days=9');
    expect(await page.getByText('another version of simwise').isVisible()).toBe(true);
    expect(await page.getByLabel('Days in the country').inputValue()).toBe('9');
  });

  it('with markup in it shows it as text', async () => {
    const page = await bench.open(`1/where?place=@${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await page.locator('.chosen').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('naming a place, an offer or a poster that cannot be used says so', async () => {
    const place = await bench.open('1/answer?for=transit&place=@Qqqqqqqqqq');
    await place.getByText('Qqqqqqqqqq').first().waitFor();
    expect(await place.getByRole('alert').textContent()).toContain('Qqqqqqqqqq');
    const offer = await bench.open('1/offer?offer=no-such-offer');
    expect(await offer.getByText('no offer “no-such-offer”').isVisible()).toBe(true);
    const poster = await bench.open('1/answer?for=transit&poster=nonsense');
    expect(await poster.getByRole('alert').textContent()).toContain('nonsense');
  });
});

describe('the worker', () => {
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
    await page.locator('.card.best').waitFor();
    expect(await page.locator('.stay').textContent()).toContain('1 day');
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
    await settled(page);
    expect(await page.locator('.stay').textContent()).toContain('1 day');
  });
});
