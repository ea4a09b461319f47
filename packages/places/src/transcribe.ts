/** Russian and Kazakh letters in the Latin transcription of English maps; signs that are not heard are dropped. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ү: 'u',
  ұ: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** `Кызылозен` as `Kyzylozen`; what is not Cyrillic stays. */
export function transcribe(text: string): string {
  let latin = '';
  for (const letter of text) {
    const small = letter.toLowerCase();
    const sound = LATIN[small];
    if (sound === undefined) latin += letter;
    else latin += small === letter ? sound : sound.slice(0, 1).toUpperCase() + sound.slice(1);
  }
  return latin;
}
