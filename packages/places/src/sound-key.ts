import { transcribe } from './transcribe.ts';

/**
 * Spellings of one sound in the transcriptions in use (Russian and Kazakh to English, Kazakh Latin of several years, and
 * what people type by ear), the longer before the shorter. `ch` and `sh` fall together since Russian writes Ч where Kazakh
 * has Ш: Чимкент and Шымкент, Чарын and Шарын.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  shch: 'sh',
  dzh: 'zh',
  tch: 'sh',
  ch: 'sh',
  kh: 'h',
  gh: 'g',
  zh: 'zh',
  sh: 'sh',
  ts: 's',
  tz: 's',
  ph: 'f',
  ck: 'k',
  yu: 'u',
  ya: 'a',
  yo: 'o',
  ye: 'e',
  iu: 'u',
  ia: 'a',
  io: 'o',
  ie: 'e',
  oo: 'u',
  ou: 'u',
  ee: 'i',
  j: 'zh',
  y: 'i',
  q: 'k',
  w: 'u',
  x: 'h',
  c: 'k',
};

const SOUND = new RegExp(Object.keys(SOUNDS).join('|'), 'g');
const MARKED: Readonly<Record<string, string>> = { ş: 'sh', ç: 'sh', ı: 'i', ğ: 'g', ñ: 'n', ŋ: 'n' };
const NOT_A_SOUND = /[^a-z0-9\u3400-\u9fff]+/g;

/** Traditional signs of the Chinese names in use here, as simplified ones. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  圖: '图',
  納: '纳',
  蘇: '苏',
  爾: '尔',
  達: '达',
  烏: '乌',
  門: '门',
  勞: '劳',
  庫: '库',
  羅: '罗',
  鐵: '铁',
  傑: '杰',
  茲: '兹',
  嶺: '岭',
  恆: '恒',
  倫: '伦',
  峽: '峡',
  賽: '赛',
  蓋: '盖',
  薩: '萨',
  亞: '亚',
  爐: '炉',
  東: '东',
  國: '国',
  場: '场',
  機: '机',
  區: '区',
  邊: '边',
  齋: '斋',
  揚: '扬',
  楊: '杨',
  託: '托',
  諾: '诺',
  維: '维',
  魯: '鲁',
  內: '内',
  穀: '谷',
  壩: '坝',
  裡: '里',
  裏: '里',
  車: '车',
  緬: '缅',
  奧: '奥',
  條: '条',
  陸: '陆',
  蘭: '兰',
  凱: '凯',
  貝: '贝',
};

function simplify(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (sign) => SIMPLIFIED[sign] ?? sign);
}

/** How a name is compared letter by letter: small letters, simplified signs, single spaces, no marks of its own. */
export function plainText(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
    .replace(/[’'`ʼ"«»“”.]/g, '')
    .replace(/[\s\-–—_/,]+/g, ' ')
    .trim();
}

/**
 * What a name sounds like, whatever the script and the transcription: `Алматы`, `Almaty` and `Almati` are `almati`;
 * `Нұр-Сұлтан` and `Nur-Sultan` are `nursultan`. Doubled letters count once. Chinese signs stay as they are.
 */
export function soundKey(text: string): string {
  const latin = transcribe(plainText(text))
    .replace(/[şçığñŋ]/g, (letter) => MARKED[letter] ?? letter)
    .normalize('NFD')
    .replace(NOT_A_SOUND, '');
  return latin.replace(SOUND, (spelling) => SOUNDS[spelling] ?? spelling).replace(/(.)\1+/g, '$1');
}

/** Whether a text is written in Chinese signs, which are compared sign by sign. */
export function isChinese(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}
