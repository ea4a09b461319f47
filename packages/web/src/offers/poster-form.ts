/** What a person reads off a poster, field by field. Numbers are as typed. */
export type PosterForm = {
  readonly name: string;
  readonly price: string;
  readonly currency: string;
  readonly period: PosterPeriod;
  readonly gigabytes: string;
  readonly unlimitedData: boolean;
  readonly minutes: string;
  readonly unlimitedOnNet: boolean;
  readonly messages: string;
  readonly sim: string;
  readonly dataOnly: boolean;
};

export const POSTER_PERIODS = ['30d', '28d', 'month', 'week', 'day', 'once'] as const;

export type PosterPeriod = (typeof POSTER_PERIODS)[number];

export const EMPTY_POSTER: PosterForm = {
  name: '',
  price: '',
  currency: 'KZT',
  period: '30d',
  gigabytes: '',
  unlimitedData: false,
  minutes: '',
  unlimitedOnNet: false,
  messages: '',
  sim: '',
  dataOnly: false,
};

export function isPosterName(name: string): boolean {
  return /^[^:,]{1,60}$/.test(name.trim()) && name.trim() !== '';
}

/** A number as typed, in the form that the line has it: `1,5` and `4 990` are 1.5 and 4990. */
function plainNumber(text: string): string {
  return text.replaceAll(/\s/gu, '').replace(',', '.');
}

function isAmount(text: string): boolean {
  return /^\d{1,8}(?:\.\d{1,2})?$/.test(plainNumber(text));
}

const NUMBERS = ['gigabytes', 'minutes', 'messages', 'sim'] as const;

export type PosterProblem = 'name' | 'price' | (typeof NUMBERS)[number];

/** The fields that cannot be kept as they are; a number left empty is one that the poster does not say. */
export function posterProblems(form: PosterForm): PosterProblem[] {
  const unread = NUMBERS.filter((name) => form[name].trim() !== '' && !isAmount(form[name]));
  return [
    ...(isPosterName(form.name) ? [] : ['name' as const]),
    ...(isAmount(form.price) ? [] : ['price' as const]),
    ...unread,
  ];
}

/** The poster in the line that the advisor reads: `Name: 4990 KZT/30d, 20GB, 100min national`. */
export function posterLine(form: PosterForm): string {
  const [price, gigabytes, minutes, messages, sim] = (['price', ...NUMBERS] as const).map((name) =>
    plainNumber(form[name]),
  );
  const items = [
    form.unlimitedData ? 'unlimited data' : gigabytes ? `${gigabytes}GB` : '',
    form.unlimitedOnNet ? 'unlimited on-net' : '',
    minutes ? `${minutes}min national` : '',
    messages ? `${messages}sms national` : '',
    sim ? `sim ${sim} ${form.currency}` : '',
    form.dataOnly ? 'data only' : '',
  ];
  const line = `${form.name.trim()}: ${price} ${form.currency}/${form.period}`;
  return [line, ...items.filter((item) => item !== '')].join(', ');
}

/** The form of a line that `posterLine` has written; undefined for any other line. */
export function posterForm(line: string): PosterForm | undefined {
  const match = /^([^:]+): (\d+(?:\.\d+)?) ([A-Z]{3})\/(\w+)(?:, (.*))?$/.exec(line);
  const [, name = '', price = '', currency = '', span, rest = ''] = match ?? [];
  const period = POSTER_PERIODS.find((known) => known === span);
  if (!match || !period) return undefined;
  const items = rest === '' ? [] : rest.split(', ');
  const numberBefore = (unit: string) =>
    items.find((item) => item.endsWith(unit) && /^\d/.test(item))?.slice(0, -unit.length) ?? '';
  const form: PosterForm = {
    name,
    price,
    currency,
    period,
    gigabytes: numberBefore('GB'),
    unlimitedData: items.includes('unlimited data'),
    minutes: numberBefore('min national'),
    unlimitedOnNet: items.includes('unlimited on-net'),
    messages: numberBefore('sms national'),
    sim: /^sim ([\d.]+) /.exec(items.find((item) => item.startsWith('sim ')) ?? '')?.[1] ?? '',
    dataOnly: items.includes('data only'),
  };
  return posterLine(form) === line ? form : undefined;
}
