import { PRESETS, type PresetName, type StayInput } from '@simwise/advisor';
import { readCallUse, readDataUse, readMessageUse } from '@simwise/catalog';
import { parseDay } from '@simwise/engine';

export type Pair = readonly [name: string, value: string];

/** One field of a stay in an address. `read` adds a value to what is known, or gives undefined where it cannot. */
export type Field = {
  readonly write: (stay: StayInput) => readonly string[];
  readonly read: (value: string, stay: StayInput) => StayInput | undefined;
};

type Usage = NonNullable<StayInput['usage']>;
type Needs = NonNullable<StayInput['needs']>;

const NEED_WORDS = {
  number: 'localNumber',
  codes: 'otp',
  hotspot: 'hotspot',
  messenger: 'callsOverInternet',
  slow: 'throttleAccepted',
} as const satisfies Readonly<Record<string, keyof Needs>>;

/** Fields of a stay by their names in an address, in the order in which they are written. */
export const FIELDS: Readonly<Record<string, Field>> = {
  for: single(
    ({ preset }) => preset,
    (value) => (Object.hasOwn(PRESETS, value) ? { preset: value as PresetName } : undefined),
  ),
  from: single(
    ({ start }) => start,
    (start) => (canRead(() => parseDay(start)) ? { start } : undefined),
  ),
  days: single(
    ({ days }) => days,
    (value) => (isCount(value, 1, 3660) ? { days: Number(value) } : undefined),
  ),
  place: { write: writePlaces, read: readPlace },
  data: usageField('data', readDataUse),
  call: useRecord('calls', readCallUse),
  sms: useRecord('sms', readMessageUse),
  do: { write: writeActivities, read: readActivity },
  need: { write: writeNeeds, read: readNeed },
  esim: single(
    ({ device }) => wordOf(device?.esim),
    (value, { device }) => (isWord(value) ? { device: { ...device, esim: value === 'yes' } } : undefined),
  ),
  slots: single(
    ({ device }) => device?.simSlots,
    (value, { device }) => (isCount(value, 0, 4) ? { device: { ...device, simSlots: Number(value) } } : undefined),
  ),
  bought: single(
    ({ device }) => device?.bought,
    (value, { device }) => {
      const bought = (['here', 'abroad', 'unknown'] as const).find((known) => known === value);
      return bought && { device: { ...device, bought } };
    },
  ),
  since: single(
    ({ device }) => device?.usedHereSince,
    (value, { device }) =>
      PARTIAL_DATE.test(value) || value === 'never' || value === 'unknown'
        ? { device: { ...device, usedHereSince: value } }
        : undefined,
  ),
  cards: single(
    ({ cards }) => cards,
    (value) => (isCount(value, 1, 3) ? { cards: Number(value) } : undefined),
  ),
  passport: single(
    ({ person }) => person?.citizen,
    (value, { person }) =>
      /^[A-Z]{2}$/.test(value) || value === 'unknown' ? { person: { ...person, citizen: value } } : undefined,
  ),
  eresident: personAnswer('eResident'),
  taxnumber: personAnswer('taxNumber'),
  numbers: single(
    ({ person }) => person?.numbersHeld,
    (value, { person }) => {
      if (value === 'unknown') return { person: { ...person, numbersHeld: value } };
      return isCount(value, 0, 1000) ? { person: { ...person, numbersHeld: Number(value) } } : undefined;
    },
  ),
  not: {
    write: ({ networks }) => networks?.exclude ?? [],
    read: (value, stay) =>
      /^[a-z0-9-]{1,40}$/.test(value)
        ? { ...stay, networks: { exclude: [...(stay.networks?.exclude ?? []), value] } }
        : undefined,
  },
  is: personList('conditions'),
  has: personList('customerOf'),
  currency: single(
    ({ currency }) => currency,
    (currency) => (/^[A-Z]{3}$/.test(currency) ? { currency } : undefined),
  ),
};

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Yes, no, or that the person does not know. */
function personAnswer(name: 'eResident' | 'taxNumber'): Field {
  return single(
    ({ person }) => {
      const value = person?.[name];
      return typeof value === 'boolean' ? wordOf(value) : value;
    },
    (value, { person }) => {
      if (value === 'unknown') return { person: { ...person, [name]: value } };
      return isWord(value) ? { person: { ...person, [name]: value === 'yes' } } : undefined;
    },
  );
}

function single(
  get: (stay: StayInput) => string | number | undefined,
  read: (value: string, stay: StayInput) => StayInput | undefined,
): Field {
  return {
    write: (stay) => {
      const value = get(stay);
      return value === undefined ? [] : [String(value)];
    },
    read: (value, stay) => {
      const part = read(value, stay);
      return part && { ...stay, ...part };
    },
  };
}

function canRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function isCount(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function wordOf(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

function isWord(text: string): boolean {
  return text === 'yes' || text === 'no';
}

function usageField(name: 'data', readUse: (text: string) => unknown): Field {
  return single(
    ({ usage }) => usage?.[name],
    (value, { usage }) => (canRead(() => readUse(value)) ? { usage: { ...usage, [name]: value } } : undefined),
  );
}

/** `national-mobile:10min/day`; the destination may have a colon of its own. `none` says that there is no use at all. */
function useRecord(name: 'calls' | 'sms', readUse: (text: string) => unknown): Field {
  return {
    write: ({ usage }) => {
      const uses = usage?.[name];
      if (!uses) return [];
      const entries = Object.entries(uses).map(([to, amount]) => `${to}:${amount}`);
      return entries.length === 0 ? ['none'] : entries;
    },
    read: (value, stay) => {
      if (value === 'none') return { ...stay, usage: { ...stay.usage, [name]: {} } };
      const cut = value.lastIndexOf(':');
      if (cut < 1 || value.includes(',') || !canRead(() => readUse(value))) return undefined;
      const known: Usage['calls'] = stay.usage?.[name];
      const record = { ...known, [value.slice(0, cut)]: value.slice(cut + 1) };
      return { ...stay, usage: { ...stay.usage, [name]: record } };
    },
  };
}

/** `3@Almaty`: days there and the place; `@Almaty` where the days were not said. */
function writePlaces({ places = [] }: StayInput): string[] {
  return places.map((item) => (typeof item === 'string' ? `@${item}` : `${item.days}@${item.place}`));
}

function readPlace(value: string, stay: StayInput): StayInput | undefined {
  const match = /^(\d{0,4})@(.{1,80})$/s.exec(value);
  if (!match) return undefined;
  const [, days = '', place = ''] = match;
  if (days !== '' && !isCount(days, 1, 3660)) return undefined;
  const item = days === '' ? place : { place, days: Number(days) };
  return { ...stay, places: [...(stay.places ?? []), item] };
}

function writeActivities({ usage }: StayInput): string[] {
  return Object.entries(usage?.activities ?? {}).map(([id, count]) => `${id}:${count}`);
}

function readActivity(value: string, stay: StayInput): StayInput | undefined {
  const match = /^([a-z-]{1,40}):(\d{1,4}(?:\.\d{1,3})?)$/.exec(value);
  if (!match || Number(match[2]) > 1000) return undefined;
  const activities = { ...stay.usage?.activities, [match[1] as string]: Number(match[2]) };
  return { ...stay, usage: { ...stay.usage, activities } };
}

/** `number` where it is needed, `no-number` where it is not. */
function writeNeeds({ needs = {} }: StayInput): string[] {
  return Object.entries(NEED_WORDS).flatMap(([word, name]) => {
    const value = needs[name];
    return value === undefined ? [] : [value ? word : `no-${word}`];
  });
}

function readNeed(value: string, stay: StayInput): StayInput | undefined {
  const word = value.replace(/^no-/, '');
  if (!Object.hasOwn(NEED_WORDS, word)) return undefined;
  const name = NEED_WORDS[word as keyof typeof NEED_WORDS];
  return { ...stay, needs: { ...stay.needs, [name]: word === value } };
}

function personList(name: 'conditions' | 'customerOf'): Field {
  return {
    write: ({ person }) => person?.[name] ?? [],
    read: (value, stay) => {
      if (!/^[a-z0-9-]{1,40}$/.test(value)) return undefined;
      return { ...stay, person: { ...stay.person, [name]: [...(stay.person?.[name] ?? []), value] } };
    },
  };
}
