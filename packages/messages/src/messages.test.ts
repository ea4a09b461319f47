import { describe, expect, it } from 'vitest';
import { COMMAND_MESSAGES, type CommandMessages } from './command-messages.ts';
import { plural } from './plural.ts';

type SentenceOf = (params: unknown) => string;
type Text = string | SentenceOf;

/** Every text of a language by its path: `lines.fee`. */
function textsOf(node: object, path = ''): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const [key, value] of Object.entries(node)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string' || typeof value === 'function') texts.set(here, value as Text);
    else for (const [inner, text] of textsOf(value as object, here)) texts.set(inner, text);
  }
  return texts;
}

/** Parameters that are numbers; each has its own, so that none can stand for another. */
const COUNTS: Readonly<Record<string, number>> = {
  count: 701,
  offers: 702,
  sellers: 703,
  choices: 704,
  steps: 705,
  cards: 706,
  days: 707,
  years: 708,
};
const ALONE = 709;

/** Parameters that answer `⟦name⟧` for every name, and for themselves, where a sentence takes a single text or number. */
const SENTINELS = new Proxy(
  {},
  {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? ALONE : '⟦it⟧');
      return typeof name === 'string' ? (COUNTS[name] ?? `⟦${name}⟧`) : undefined;
    },
  },
);

const render = (text: Text) => (typeof text === 'string' ? text : `${text(SENTINELS)}`);
const mentions = (text: string) => [...new Set(text.match(/⟦[^⟧]*⟧|70[1-9]/g))].sort();
const withoutSentinels = (text: string) => text.replaceAll(/⟦[^⟧]*⟧|70[1-9]/g, '');

const { zh, en, ru, kk } = COMMAND_MESSAGES;
const english = textsOf(en);
const translations = Object.entries({ zh, ru, kk });
const languages = [['en', en] as const, ...translations];

/** Texts that may be as in English: names of services, and parameters side by side. */
const MAY_BE_ENGLISH = [
  'units.gigabyte',
  'units.megabyte',
  'units.sms',
  'units.mms',
  'destinations.country',
  'command.onDay',
  'command.fields.sms',
  'signs.comma',
  'signs.semicolon',
  'signs.colon',
  'signs.inBrackets',
  'formalities.stepWith',
  'formalities.titleAndText',
  'explain.abilities.messages',
  'coverage.comma',
  'coverage.nearName',
  'coverage.mbps',
  'coverage.warnings.coverage-none',
  'keeper.kinds.sms',
  'keeper.kinds.mms',
];

/** Texts that need no word of their own in some language. */
const MAY_HAVE_NO_WORD = ['coverage.said', 'coverage.warnings.coverage-doubt', 'ranges.between'];

/** Sentences that count: called with numbers, which they put beside a noun. */
const COUNTING = [
  'units.sms',
  'units.mms',
  'units.days',
  'units.months',
  'coverage.units.cells',
  'coverage.units.years',
  'coverage.units.months',
  'command.compared',
  'command.leftOut',
  'command.tied',
  'command.offers',
];
const SAMPLE = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 1.5];

/** What a text must take over letter by letter: options, commands, numbers to copy, ways to write. */
const VERBATIM =
  /--[a-z][a-z-]*|simwise \w+|npm start(?: -- advise[^(（]*[a-z])?|\+\d{6,}|\d{4}-\d\d-\d\d|800MB|3660|eSIM/g;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

describe.each(translations)('%s', (_, messages) => {
  const texts = textsOf(messages);
  const rendered = [...texts]
    .filter(([path]) => path !== 'locale')
    .map(([path, text]) => [path, render(text)] as const);

  it('has the texts of English, each in the same form', () => {
    const forms = (all: Map<string, Text>) => [...all].map(([path, text]) => `${path} ${typeof text}`).sort();
    expect(forms(texts)).toEqual(forms(english));
  });

  it('mentions what the English sentence mentions', () => {
    const missing = rendered.flatMap(([path, text]) => {
      const wanted = mentions(render(english.get(path) as Text));
      return mentions(text).join() === wanted.join() ? [] : [{ path, text, wanted }];
    });
    expect(missing).toEqual([]);
  });

  it('is not English', () => {
    const same = rendered.filter(([path, text]) => text === render(english.get(path) as Text)).map(([path]) => path);
    expect(same.filter((path) => !MAY_BE_ENGLISH.includes(path))).toEqual([]);
  });

  it('keeps what a reader has to copy', () => {
    const copied = (text: string): string[] => text.match(VERBATIM) ?? [];
    const lost = rendered.flatMap(([path, text]) => {
      const wanted = copied(render(english.get(path) as Text));
      return wanted.every((item) => copied(text).includes(item)) ? [] : [{ path, text, wanted }];
    });
    expect(lost).toEqual([]);
  });
});

describe.each(languages)('%s', (_, messages) => {
  const texts = textsOf(messages);
  const sentences = [...texts].flatMap(([path, text]) => (typeof text === 'function' ? [[path, text] as const] : []));

  it('has no empty text and no trace of a missing value', () => {
    const bad = [...texts].filter(([, text]) => /^\s*$|undefined|null|NaN|\[object/.test(render(text)));
    expect(bad.map(([path]) => path)).toEqual([]);
  });

  it('has the plural form for every number', () => {
    const categories = new Intl.PluralRules(messages.locale);
    expect([...new Set(SAMPLE.map((number) => categories.select(number)))].sort()).toEqual(
      [...categories.resolvedOptions().pluralCategories].sort(),
    );
    for (const path of COUNTING) {
      const sentence = texts.get(path) as SentenceOf;
      for (const number of SAMPLE) {
        const isUnit = /(^|\.)units\./.test(path);
        const params = isUnit ? number : { count: number, offers: number, sellers: number, choices: number };
        const decimals = isUnit ? new Intl.NumberFormat(messages.locale).format(number) : `${number}`;
        const text = sentence(params).replaceAll(',', '.');
        expect(text, `${path} of ${number}`).toContain(decimals.replace(',', '.'));
      }
    }
  });

  it('leaves no empty quotes, brackets or dangling signs where a part of a sentence is absent', () => {
    const full = Object.fromEntries(['offer', 'volume', 'scope', 'reason', 'kbps'].map((name) => [name, `⟦${name}⟧`]));
    const speed = { download: '⟦download⟧', upload: '', measure: '⟦measure⟧', month: '⟦month⟧' };
    const sighting = { cells: '⟦cells⟧', technologies: '', distance: '⟦distance⟧', day: '⟦day⟧', age: '⟦age⟧' };
    const absentParts: readonly (readonly [RegExp, object])[] = [
      [/^(lines|command\.leftUntil)/, { ...full, until: '', scope: '' }],
      [/^command\.value$/, { perGigabyte: '', perDay: '⟦perDay⟧' }],
      [/^why\.cheapest$/, { by: '' }],
      [/^refusals\.no-such-offer$/, { id: '⟦id⟧', similar: '' }],
      [/^refusals\.no-such-payment$/, { id: '⟦id⟧', payment: '⟦p⟧', known: '' }],
      [/^coverage\.speed$/, speed],
      [/^coverage\.(cells|ownReport|inDistrict)/, sighting],
      [/^coverage\.refusals\.no-such-place$/, { place: '⟦place⟧', near: '' }],
    ];
    const absent = absentParts.flatMap(([which, params]) =>
      sentences.filter(([path]) => which.test(path)).map(([path, sentence]) => [path, sentence(params)] as const),
    );
    const { lines } = messages;
    const blank = { offer: '', volume: '', scope: '', reason: '', kbps: '' };
    const use = { ...blank, volume: '⟦volume⟧', reason: '⟦reason⟧' };
    const named = [
      ['fee', lines.fee(blank)],
      ['sim-price', lines['sim-price'](blank)],
      ['activation-fee', lines['activation-fee'](blank)],
      ['refusal without offer', lines.refusal(use)],
      ['refusal without use', lines.refusal({ ...blank, offer: '⟦offer⟧', reason: '⟦reason⟧' })],
      ['unpriced fee', lines.unpriced({ ...use, offer: '⟦offer⟧' })],
    ];
    const odd =
      /«»|“”|""|\(\)|（）| {2}|^[\s:：,，;；—–-]|[\s:：,，;；—–-]$|[:：,，] ?[:：,，.。]| (?:of|by|with) ?(?:$|:)/;
    expect([...absent, ...named].filter(([, text]) => odd.test(text as string))).toEqual([]);
  });
});

describe('texts that may be as in English', () => {
  it.each(MAY_BE_ENGLISH)('%s is as in English in some language', (path) => {
    const same = translations.map(([, messages]) => render(textsOf(messages).get(path) as Text));
    expect(same).toContain(render(english.get(path) as Text));
  });
});

describe('script', () => {
  const rows = (messages: CommandMessages) =>
    [...textsOf(messages)]
      .filter(([path]) => path !== 'locale' && !MAY_BE_ENGLISH.includes(path))
      .map(([path, text]) => [path, withoutSentinels(render(text))] as const);
  const without = (messages: CommandMessages, sign: RegExp) =>
    rows(messages).filter(([path, text]) => !sign.test(text) && !MAY_HAVE_NO_WORD.includes(path));
  const having = (messages: CommandMessages, sign: RegExp) => rows(messages).filter(([, text]) => sign.test(text));

  it('of Chinese is Han', () => {
    expect(without(zh, /\p{Script=Han}/u)).toEqual([]);
    expect(having(zh, /\p{Script=Cyrillic}/u)).toEqual([]);
  });

  it('of Chinese has its own signs: wide ones after Han, in pairs', () => {
    expect(having(zh, /\p{Script=Han}[,;:?!()"]|[,;:?!()"]\p{Script=Han}/u)).toEqual([]);
    expect(rows(zh).filter(([, text]) => text.split('（').length !== text.split('）').length)).toEqual([]);
  });

  it.each([
    ['Russian', ru],
    ['Kazakh', kk],
  ] as const)('of %s is Cyrillic, with no Latin letter in a Cyrillic word', (_, messages) => {
    expect(without(messages, /\p{Script=Cyrillic}/u)).toEqual([]);
    expect(having(messages, /\p{Script=Han}/u)).toEqual([]);
    const mixed = rows(messages).flatMap(([, text]) =>
      wordsOf(text).filter((word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word)),
    );
    expect(mixed).toEqual([]);
  });

  it('of Kazakh has its letters, and that of Russian has none of them', () => {
    const text = rows(kk)
      .map(([, each]) => each)
      .join(' ');
    for (const letter of 'әғқңөұүі') expect(text).toContain(letter);
    expect(having(ru, /[әғқңөұүһі]/iu)).toEqual([]);
  });

  it('of Kazakh is not Russian', () => {
    const russian = new Map(rows(ru));
    const same = rows(kk).filter(([path, text]) => text.length > 10 && russian.get(path) === text);
    expect(same).toEqual([]);
    const long = rows(kk).filter(([, text]) => text.length > 40 && !/[әғқңөұүһі]/iu.test(text));
    expect(long).toEqual([]);
  });
});

describe('plural', () => {
  it('takes the form of the count, in the digits of the language', () => {
    expect([1, 2, 5, 21, 22, 25, 1.5, 1000].map((number) => ru.units.days(number))).toEqual([
      '1 день',
      '2 дня',
      '5 дней',
      '21 день',
      '22 дня',
      '25 дней',
      '1,5 дня',
      '1\u00a0000 дней',
    ]);
    expect([1, 2].map((number) => en.units.days(number))).toEqual(['1 day', '2 days']);
    expect([1, 12].map((number) => kk.units.days(number))).toEqual(['1 күн', '12 күн']);
    expect([1, 12].map((number) => zh.units.days(number))).toEqual(['1天', '12天']);
  });

  it('refuses a count whose form is missing', () => {
    expect(() => plural('ru-RU', 2, { one: '# день', other: '# дней' })).toThrow(/"few"/);
    expect(plural('ru-RU', 1, { one: '# день' })).toBe('1 день');
  });
});
