import { daysOfPartialDate } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import type { DeviceInput, PersonInput } from './person-input.ts';

/** The person; null where something was not said or is not known. */
export type Person = {
  readonly conditions: readonly string[];
  readonly customerOf: readonly string[];
  readonly citizen: string | null;
  readonly eResident: boolean | null;
  readonly taxNumber: boolean | null;
  readonly numbersHeld: number | null;
};

/** The phone; `usedHereSince` lies between two days where only a month or a year is known. */
export type Device = {
  readonly esim: boolean;
  readonly simSlots: number;
  readonly bought: 'here' | 'abroad' | null;
  readonly usedHereSince: 'never' | readonly [Day, Day] | null;
};

export function completePerson(input: PersonInput): Person {
  return {
    conditions: input.conditions ?? [],
    customerOf: input.customerOf ?? [],
    citizen: knownOrNull(input.citizen),
    eResident: knownOrNull(input.eResident),
    taxNumber: knownOrNull(input.taxNumber),
    numbersHeld: knownOrNull(input.numbersHeld),
  };
}

export function completeDevice(input: DeviceInput): Device {
  return {
    esim: input.esim ?? true,
    simSlots: input.simSlots ?? 1,
    bought: knownOrNull(input.bought),
    usedHereSince: readSince(knownOrNull(input.usedHereSince)),
  };
}

function knownOrNull<T>(answer: T | 'unknown' | undefined): T | null {
  return answer === undefined || answer === 'unknown' ? null : (answer as T);
}

function readSince(since: string | null): Device['usedHereSince'] {
  if (since === null || since === 'never') return since;
  const { first, last } = daysOfPartialDate(since);
  return [first, last];
}
