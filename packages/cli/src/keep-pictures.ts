import { writeWhole } from './write-whole.ts';

/** Files for a picture. */
export type PictureOptions = { readonly svg?: string; readonly png?: string };

/** Pixels for a unit of the picture, so that small text can be read. */
const PNG_ZOOM = 2;

/** Writes a picture to the files asked for; letters of the PNG come from the fonts of the machine. */
export async function keepPictures({ svg, png }: PictureOptions, picture: string): Promise<void> {
  if (svg !== undefined) writeWhole(svg, picture);
  if (png !== undefined) writeWhole(png, await pngOf(picture));
}

async function pngOf(picture: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(picture, { fitTo: { mode: 'zoom', value: PNG_ZOOM } }).render().asPng();
}
