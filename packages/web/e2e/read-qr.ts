import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/** Reads the code off the screen, as a phone would. */
export async function readQr(page: Page): Promise<string | undefined> {
  const png = await page.locator('svg.qr').screenshot();
  const { darkness, width, height } = await page.evaluate(darknessOf, png.toString('base64'));
  const grey = Buffer.from(darkness, 'base64');
  const pixels = Uint8ClampedArray.from({ length: grey.length * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (grey[Math.floor(at / 4)] ?? 0),
  );
  return jsQR(pixels, width, height)?.data;
}

/** The first colour of every pixel of a picture; both pictures and pixels are in base 64. Runs in the page. */
async function darknessOf(png: string): Promise<{ darkness: string; width: number; height: number }> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const letters = Array.from({ length: width * height }, (_, at) => String.fromCharCode(data[at * 4] ?? 0));
  return { darkness: btoa(letters.join('')), width, height };
}
