import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { drawIcons } from './icons.ts';

const folder = mkdtempSync(join(tmpdir(), 'simwise-icons-'));
drawIcons(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Manifest = { readonly icons: readonly { src: string; sizes: string; type: string; purpose: string }[] };
const MANIFEST = readFileSync(join(import.meta.dirname, '..', 'static', 'manifest.webmanifest'), 'utf8');
const { icons } = JSON.parse(MANIFEST) as Manifest;

/** Width and height as the header of a PNG says them: two numbers of four bytes after the first sixteen. */
function sizeOf(file: string): string {
  const png = readFileSync(join(folder, file));
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

it.each(icons.filter(({ type }) => type === 'image/png'))('$src is of the size that the manifest says', (icon) => {
  expect(sizeOf(icon.src)).toBe(icon.sizes);
});

it('the manifest has what an installation asks for: 192 and 512 pixels, cut and to be cut', () => {
  const known = icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`);
  for (const wanted of ['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512'])
    expect(known).toContain(wanted);
});

it('iOS has an icon of its own', () => {
  expect(sizeOf('apple-touch-icon.png')).toBe('180x180');
});
