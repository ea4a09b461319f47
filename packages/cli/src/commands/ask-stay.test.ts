import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../main.ts';
import { Session, type Terminal } from '../session.ts';
import { askStay } from './ask-stay.ts';

type Asked = {
  readonly message: string;
  readonly initialValue?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly validate?: (value: string | undefined) => string | undefined;
};

const CANCEL = Symbol('cancel');

/** Stands in for the person: `answer` gives the value typed or chosen for a question; undefined takes what is offered. */
const person = vi.hoisted(() => ({ answer: (_asked: Asked): unknown => undefined, asked: [] as Asked[] }));

vi.mock('@clack/prompts', () => {
  const ask = async (asked: Asked) => {
    person.asked.push(asked);
    const value = person.answer(asked);
    if (typeof value === 'string') {
      const complaint = asked.validate?.(value);
      if (complaint !== undefined) throw new Error(`refused: ${complaint}`);
    }
    return value ?? asked.initialValue ?? asked.options?.at(-1)?.value ?? '';
  };
  const askSeveral = async (asked: Asked) => {
    person.asked.push(asked);
    return person.answer(asked) ?? [];
  };
  return {
    intro: () => undefined,
    text: ask,
    select: ask,
    multiselect: askSeveral,
    isCancel: (value: unknown) => value === CANCEL,
  };
});

const printed: { out: string[]; err: string[] } = { out: [], err: [] };
const terminal: Terminal = {
  out: (text) => printed.out.push(text),
  err: (text) => printed.err.push(text),
  isInteractive: true,
  now: () => Date.UTC(2026, 10, 22, 7),
};

/** Answers by words of the question. */
function answers(given: Readonly<Record<string, unknown>>): void {
  person.answer = ({ message }) => Object.entries(given).find(([words]) => message.includes(words))?.[1];
}

afterEach(() => {
  person.asked.length = 0;
  printed.out.length = 0;
  printed.err.length = 0;
});

const ask = () => askStay(new Session(terminal, {}));

describe('the questions of the terminal', () => {
  test('"I do not know" to all leaves all to the preset offered', async () => {
    answers({});
    expect(await ask()).toEqual({ preset: 'tourist', start: '2026-11-22', days: 12 });
  });

  test('what is answered becomes the stay', async () => {
    answers({
      'brings you here': 'resident',
      'which day': '2026-12-01',
      'many days': '30',
      'How much data': '800MB',
      minutes: '10',
      'local number': 'yes',
      eSIM: 'no',
    });
    expect(await ask()).toEqual({
      preset: 'resident',
      start: '2026-12-01',
      days: 30,
      usage: { data: '800MB/day', calls: { 'national-mobile': '10min/day' } },
      needs: { localNumber: true, otp: true },
      device: { esim: false },
    });
  });

  test('what is done online becomes a volume through the estimator, which is shown', async () => {
    answers({ 'do online': ['video-sd', 'photo'], 'standard definition': '2', 'photo sent': '3' });
    const stay = await ask();
    expect(stay.usage).toEqual({ activities: { 'video-sd': 2, photo: 3 } });
    const shown = person.asked.find(({ message }) => message.includes('How much data'))?.initialValue;
    const catalog = await new Session(terminal, {}).openCatalog();
    const megabytes = (id: string) => (catalog.activities.find((each) => each.id === id)?.bytes.typical ?? 0) / 2 ** 20;
    expect(shown).toBe(`${Math.ceil(2 * megabytes('video-sd') + 3 * megabytes('photo'))}MB`);
  });

  test('the volume may be changed: then it counts, not what was done', async () => {
    answers({ 'do online': ['video-sd'], 'standard definition': '2', 'How much data': '500MB' });
    expect((await ask()).usage).toEqual({ data: '500MB/day' });
  });

  test('a count is a number', async () => {
    answers({ 'do online': ['video-sd'] });
    await ask();
    const validate = person.asked.find(({ message }) => message.includes('How many hours'))?.validate;
    for (const bad of ['', '-1', 'two', '1001', '1e3'])
      expect([bad, validate?.(bad)]).toEqual([bad, expect.any(String)]);
    for (const good of ['0', '0.5', '2', '1000']) expect([good, validate?.(good)]).toEqual([good, undefined]);
  });

  test('data may be said for a month', async () => {
    answers({ 'How much data': '20GB/month' });
    expect((await ask()).usage).toEqual({ data: '20GB/month' });
  });

  test.each([
    ['which day', ['tomorrow', '2026-02-31', ''], ['2026-12-01']],
    ['many days', ['0', '-3', '3661', '99999', '1.5', 'two weeks', ''], ['1', '3660']],
    ['How much data', ['lots', '5TB', '-1GB', '10min', '1GB/year'], ['', '800MB', '20GB/month']],
    ['minutes', ['-1', 'some', '10 min', '1441', '9999'], ['', '0', '1.5', '1440']],
  ])('"%s" takes only what can be counted with', async (question, refused, taken) => {
    answers({});
    await ask();
    const asked = person.asked.find(({ message }) => message.includes(question));
    for (const value of refused) expect([value, asked?.validate?.(value)]).toEqual([value, expect.any(String)]);
    for (const value of taken) expect([value, asked?.validate?.(value)]).toEqual([value, undefined]);
  });

  test('every question that is not free text offers "I do not know" or a way to begin', async () => {
    answers({});
    await ask();
    for (const { options, initialValue } of person.asked) {
      if (options && options.length < 10)
        expect(initialValue ?? options.map(({ value }) => value)).toEqual(
          initialValue ?? expect.arrayContaining(['unsure']),
        );
    }
  });
});

describe('in a terminal', () => {
  test.each([[['advise']], [['advise', '--lang', 'ru']]])('simwise %j asks, then answers', async (args) => {
    answers({});
    expect(await main(args, terminal)).toBe(0);
    expect(person.asked.length).toBe(8);
    expect(printed.out.join('\n').length).toBeGreaterThan(500);
  });

  test('a flag is an answer: nothing is asked', async () => {
    expect(await main(['advise', '--days', '3'], terminal)).toBe(0);
    expect(person.asked).toEqual([]);
  });

  test('whoever stops in the middle is told so, exit 2', async () => {
    answers({ 'many days': CANCEL });
    expect(await main(['advise'], terminal)).toBe(2);
    expect(printed).toEqual({ out: [], err: ['simwise: Stopped. Nothing was kept.'] });
  });
});
