import { type CompiledCatalog, readCallUse, readDataUse, readMessageUse, readVolume } from '@simwise/catalog';
import { type Day, type ProfilePart, parseDay, reduceRatio, type UsageProfile } from '@simwise/engine';
import { networkNamed } from '@simwise/places';
import { CannotDo } from './cannot-do.ts';
import { completeDevice, completePerson, type Device, type Person } from './person.ts';
import { PRESETS, type Preset, type PresetName } from './presets.ts';
import type { StayInput } from './stay-input.ts';

export type Needs = {
  readonly localNumber: boolean;
  readonly otp: boolean;
  readonly hotspot: boolean;
  readonly callsOverInternet: boolean;
  readonly throttleAccepted: boolean;
};

/** A stay with everything filled in, and which fields were not said but assumed. */
export type Stay = {
  readonly start: Day;
  readonly days: number;
  readonly places: readonly { readonly place: string; readonly days: number | null }[];
  readonly networks: { readonly exclude: readonly string[] };
  readonly profile: UsageProfile;
  readonly needs: Needs;
  readonly device: Device;
  /** At most so many cards, together or one after another. */
  readonly cards: number;
  readonly person: Person;
  readonly currency: string;
  readonly preset: PresetName;
  readonly assumed: readonly string[];
};

/**
 * Fills what is not said from a preset. `today` is the day from which a stay without a start counts.
 * @throws CannotDo, CannotCover
 */
export function completeStay(catalog: CompiledCatalog, input: StayInput, today: Day): Stay {
  const preset: Preset = PRESETS[input.preset ?? DEFAULT_PRESET];
  return {
    start: input.start === undefined ? today : parseDay(input.start),
    days: input.days ?? preset.days,
    places: (input.places ?? []).map((item) => (typeof item === 'string' ? { place: item, days: null } : item)),
    networks: { exclude: (input.networks?.exclude ?? []).map((name) => networkNamed(catalog, name)) },
    profile: profileOf(catalog, input.usage ?? {}, preset),
    needs: { ...preset.needs, ...definedOf(input.needs ?? {}) },
    device: completeDevice(input.device ?? {}),
    cards: input.cards ?? DEFAULT_CARDS,
    person: completePerson(input.person ?? {}),
    currency: input.currency ?? catalog.country.currency,
    preset: input.preset ?? DEFAULT_PRESET,
    assumed: assumedFields(input),
  };
}

const DEFAULT_PRESET: PresetName = 'tourist';
const DEFAULT_CARDS = 2;

function profileOf(catalog: CompiledCatalog, usage: NonNullable<StayInput['usage']>, preset: Preset): UsageProfile {
  const data = saysData(usage) ? statedData(catalog, usage) : readDataUse(preset.data);
  const calls = usage.calls ? readEach(usage.calls, readCallUse) : preset.calls.flatMap(readCallUse);
  const messages = usage.sms ? readEach(usage.sms, readMessageUse) : preset.sms.flatMap(readMessageUse);
  return mergeParts([...data, ...calls, ...messages]);
}

function saysData({ data, activities }: NonNullable<StayInput['usage']>): boolean {
  return data !== undefined || activities !== undefined;
}

function definedOf<T extends object>(value: T): { [K in keyof T]-?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}

function assumedFields({ usage = {}, start, days, needs, device }: StayInput): string[] {
  const said = { start, days, data: saysData(usage) || undefined, calls: usage.calls, sms: usage.sms, needs, device };
  return Object.entries(said).flatMap(([field, value]) => (value === undefined ? [field] : []));
}

/** `{"national-mobile": "10min/day"}` as parts of a profile. */
function readEach(uses: Readonly<Record<string, string>>, readUse: (text: string) => ProfilePart[]): ProfilePart[] {
  return Object.entries(uses).flatMap(([to, amount]) => readUse(`${to}:${amount}`));
}

function statedData(catalog: CompiledCatalog, usage: NonNullable<StayInput['usage']>): ProfilePart[] {
  const stated = usage.data === undefined ? [] : readDataUse(usage.data);
  const estimated = Object.entries(usage.activities ?? {}).map(([id, count]) => estimate(catalog, id, count));
  return [...stated, ...estimated];
}

/** The data of an activity done so many hours, minutes or times a day. */
function estimate(catalog: CompiledCatalog, id: string, count: number): ProfilePart {
  const activity = catalog.activities.find((candidate) => candidate.id === id);
  if (!activity) throw new CannotDo({ code: 'no-such-activity', id, known: catalog.activities.map((each) => each.id) });
  return { kind: 'data', to: 'internet', perDay: { num: Math.round(activity.bytes.typical * count), den: 1 } };
}

/** The bytes a day of activities done so many hours, minutes or times a day. @throws CannotDo for one nobody measured */
export function bytesOfActivities(catalog: CompiledCatalog, activities: Readonly<Record<string, number>>): number {
  return Object.entries(activities).reduce((sum, [id, count]) => sum + estimate(catalog, id, count).perDay.num, 0);
}

/** The data of a minute of calls over the internet, from the estimator's table; a seller's figure where it has none. */
export function internetCallBytes(catalog: CompiledCatalog): number {
  const activity = catalog.activities.find(({ id }) => id === 'internet-call');
  if (!activity) return readVolume('0.75 MB').units;
  return activity.unit === 'hour' ? Math.ceil(activity.bytes.typical / 60) : activity.bytes.typical;
}

/** Parts of the same use added up. */
export function mergeParts(parts: UsageProfile): UsageProfile {
  const merged = new Map<string, ProfilePart>();
  for (const part of parts) {
    const key = `${part.kind} ${part.to} ${part.app ?? ''}`;
    const known = merged.get(key);
    const { num, den } = known?.perDay ?? { num: 0, den: 1 };
    const perDay = reduceRatio(num * part.perDay.den + part.perDay.num * den, den * part.perDay.den);
    merged.set(key, { ...part, perDay });
  }
  return [...merged.values()].filter(({ perDay }) => perDay.num > 0);
}
