import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

type Icon = { readonly file: string; readonly pixels: number; readonly isCut: boolean };

/** A host cuts a maskable icon to its own form, and iOS its own: these fill the square. The others are cut here. */
const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', pixels: 192, isCut: true },
  { file: 'icon-512.png', pixels: 512, isCut: true },
  { file: 'icon-maskable-192.png', pixels: 192, isCut: false },
  { file: 'icon-maskable-512.png', pixels: 512, isCut: false },
  { file: 'apple-touch-icon.png', pixels: 180, isCut: false },
];

/** Draws the icon into `folder`: as an SVG for browsers, as PNG for what installs an app. */
export function drawIcons(folder: string): void {
  writeFileSync(join(folder, 'icon.svg'), iconSvg(true));
  for (const { file, pixels, isCut } of ICONS) {
    const drawn = new Resvg(iconSvg(isCut), { fitTo: { mode: 'width', value: pixels } }).render();
    writeFileSync(join(folder, file), drawn.asPng());
  }
}

/** A SIM card on a ground, all of it within the inner four fifths that a mask leaves. */
function iconSvg(isCut: boolean): string {
  const ground = `<rect width="512" height="512" ${isCut ? 'rx="112" ' : ''}fill="#0b5c56"/>`;
  const card =
    '<path d="M170 112h132l66 66v198a24 24 0 0 1-24 24H170a24 24 0 0 1-24-24V136a24 24 0 0 1 24-24z" fill="#faf9f5"/>';
  const chip =
    '<path d="M204 244h106v108H204zM257 244v108M204 298h106" fill="none" stroke="#d98a1e" stroke-width="16" stroke-linejoin="round"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${ground}${card}${chip}</svg>`;
}
