import type { ProfilePart } from '@simwise/engine';
import type { Stay } from '../stay.ts';

/** What a stay can leave unsaid that changes what it costs. */
const FIELDS = ['days', 'data', 'calls', 'sms', 'needs', 'device'] as const;

export type AssumedField = (typeof FIELDS)[number];

/** A field that was assumed, with the stay as it is at the other ends of what it may be. */
export type AssumedFact = { readonly field: AssumedField; readonly stays: readonly Stay[] };

/** Amounts may be half or twice what was assumed; a need or an ability of the phone may be there or not. */
export function assumedFacts(stay: Stay): AssumedFact[] {
  return FIELDS.filter((field) => stay.assumed.includes(field)).map((field) => ({
    field,
    stays: OTHERWISE[field](stay),
  }));
}

const MOST_DAYS = 3660;

const OTHERWISE: { readonly [F in AssumedField]: (stay: Stay) => Stay[] } = {
  days: (stay) => [
    { ...stay, days: Math.ceil(stay.days / 2) },
    { ...stay, days: Math.min(MOST_DAYS, stay.days * 2) },
  ],
  data: (stay) => scaled(stay, ({ kind }) => kind === 'data'),
  calls: (stay) => scaled(stay, ({ kind }) => kind === 'voice'),
  sms: (stay) => scaled(stay, ({ kind }) => kind === 'sms'),
  needs: (stay) => {
    const isNeeded = stay.needs.localNumber || stay.needs.otp;
    return [{ ...stay, needs: { ...stay.needs, localNumber: !isNeeded, otp: !isNeeded } }];
  },
  device: (stay) => [{ ...stay, device: { ...stay.device, esim: !stay.device.esim } }],
};

/** None where there is nothing of it to be scaled. */
function scaled(stay: Stay, isMeant: (part: ProfilePart) => boolean): Stay[] {
  if (!stay.profile.some(isMeant)) return [];
  return [
    { num: 1, den: 2 },
    { num: 2, den: 1 },
  ].map(({ num, den }) => ({
    ...stay,
    profile: stay.profile.map((part) => {
      const { perDay } = part;
      return isMeant(part) ? { ...part, perDay: { num: perDay.num * num, den: perDay.den * den } } : part;
    }),
  }));
}
