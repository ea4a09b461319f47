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
  return /^.{1,60}$/u.test(name.trim());
}

/** What stands for the colon of a name: it looks the same, and in the line a colon ends the name. */
const COLON_OF_NAME = '∶';

const THOUSANDS = /^[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/;

/**
 * A number as typed, in the form that the line has it: `1,5` and `４ 990` are 1.5 and 4990. Money has at most two decimals, so
 * that in `4,990` and `4.990` the sign stands before thousands.
 */
function plainNumber(text: string, field: PosterProblem): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const hasThousands = (field === 'price' || field === 'sim') && THOUSANDS.test(plain);
  return (hasThousands ? plain.replaceAll(/[.,](?=\d{3})/g, '') : plain).replace(',', '.');
}

function isAmount(text: string, field: PosterProblem): boolean {
  return /^\d{1,8}(?:\.\d{1,2})?$/.test(plainNumber(text, field));
}

const NUMBERS = ['gigabytes', 'minutes', 'messages', 'sim'] as const;

export type PosterProblem = 'name' | 'price' | (typeof NUMBERS)[number];

/** The fields that cannot be kept as they are; a number left empty is one that the poster does not say. */
export function posterProblems(form: PosterForm): PosterProblem[] {
  const unread = NUMBERS.filter((name) => form[name].trim() !== '' && !isAmount(form[name], name));
  return [
    ...(isPosterName(form.name) ? [] : ['name' as const]),
    ...(isAmount(form.price, 'price') ? [] : ['price' as const]),
    ...unread,
  ];
}

/** The poster in the line that the advisor reads: `Name: 4990 KZT/30d, 20GB, 100min national`. */
export function posterLine(form: PosterForm): string {
  const [price, gigabytes, minutes, messages, sim] = (['price', ...NUMBERS] as const).map((name) =>
    plainNumber(form[name], name),
  );
  const items = [
    form.unlimitedData ? 'unlimited data' : gigabytes ? `${gigabytes}GB` : '',
    form.unlimitedOnNet ? 'unlimited on-net' : '',
    minutes ? `${minutes}min national` : '',
    messages ? `${messages}sms national` : '',
    sim ? `sim ${sim} ${form.currency}` : '',
    form.dataOnly ? 'data only' : '',
  ];
  const line = `${form.name.trim().replaceAll(':', COLON_OF_NAME)}: ${price} ${form.currency}/${form.period}`;
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
    name: name.replaceAll(COLON_OF_NAME, ':'),
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
