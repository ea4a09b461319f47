import type { PlaceKind } from './place.ts';

/** A name of the classifier without its word for the kind of place. */
export type BareName = { readonly kind: PlaceKind; readonly name: string };

/** Words before a Russian name and the kind they stand for; everything else lived in is a homestead. */
const BEFORE: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^г\. ?/, 'city'],
  [/^п\. ?(?=\p{Lu})/u, 'town'],
  [/^с\. ?(?:им\. ?)?(?=[\p{Lu}\d"«])/u, 'village'],
  [/^(?:ст|рзд)\. ?/, 'station'],
  [/^(?:зимовка|точка|ферма|уч\.|отг\.|кр\.хоз\.?|жив\.точка) ?(?=\p{Lu})/iu, 'homestead'],
];

/** `с.Саты` is the village Саты, `зимовка Арман` the homestead Арман, `Кордон 2` a homestead of that name. */
export function bareRussian(text: string): BareName {
  for (const [before, kind] of BEFORE) {
    if (before.test(text)) return { kind, name: text.replace(before, '') };
  }
  return { kind: 'homestead', name: text };
}

const KAZAKH_AFTER = / ?(?:қ\.|а\.|к\.|ст\.|уч\.|ж\.|атын\. ?а\.|ауылы|қыстауы|мекені|шарқож)$/;

/** `Саты а.` is Саты. */
export function bareKazakh(text: string): string {
  return (
    text
      .replace(/^(?:ст|рзд|уч)\. ?/, '')
      .replace(KAZAKH_AFTER, '')
      .trim() || text
  );
}
