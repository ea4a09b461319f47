import type { Needs } from './stay.ts';

/**
 * Life situations that fill what a person does not say. The data are day profiles of the usage estimator (light, average
 * subscriber of the country, heavy, remote work); calls and messages are assumptions, shown as such and to be edited.
 */
export type Preset = {
  readonly days: number;
  readonly data: string;
  readonly calls: readonly string[];
  readonly sms: readonly string[];
  readonly needs: Needs;
};

const NO_NEEDS: Needs = {
  localNumber: false,
  otp: false,
  hotspot: false,
  callsOverInternet: true,
  throttleAccepted: false,
};
const LOCAL: Needs = { ...NO_NEEDS, localNumber: true, otp: true, callsOverInternet: false };

export const PRESETS = {
  transit: { days: 1, data: '350MB/day', calls: [], sms: [], needs: NO_NEEDS },
  tourist: { days: 12, data: '750MB/day', calls: [], sms: [], needs: NO_NEEDS },
  'business-trip': {
    days: 5,
    data: '750MB/day',
    calls: ['national-mobile:10min/day'],
    sms: ['national-mobile:1/day'],
    needs: { ...LOCAL, hotspot: true },
  },
  student: {
    days: 300,
    data: '1720MB/day',
    calls: ['national-mobile:5min/day'],
    sms: ['national-mobile:1/day'],
    needs: LOCAL,
  },
  resident: {
    days: 30,
    data: '750MB/day',
    calls: ['on-net:5min/day,national-mobile:10min/day'],
    sms: ['national-mobile:1/day'],
    needs: LOCAL,
  },
  'remote-worker': { days: 90, data: '2220MB/day', calls: [], sms: [], needs: { ...NO_NEEDS, hotspot: true } },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof PRESETS;
