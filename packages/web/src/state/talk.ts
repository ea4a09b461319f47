import type { StayInput } from '@simwise/advisor';

/** Calls and messages as the question page asks for them: plain numbers a day. */
export type Talk = {
  readonly minutes: number | undefined;
  readonly messages: number | undefined;
  readonly country: string;
  readonly abroadMinutes: number | undefined;
};

/** Numbers in the country are mostly those of other operators. */
const CALLED = 'national-mobile';

export function talkOf({ usage }: StayInput): Talk {
  const calls = Object.entries(usage?.calls ?? {});
  const abroad = calls.find(([to]) => to.startsWith('intl:'));
  return {
    minutes: usage?.calls === undefined ? undefined : minutesIn(usage.calls[CALLED]),
    messages: usage?.sms === undefined ? undefined : countIn(usage.sms[CALLED]),
    country: abroad?.[0].slice('intl:'.length) ?? '',
    abroadMinutes: abroad ? minutesIn(abroad[1]) : undefined,
  };
}

function minutesIn(amount: string | undefined): number {
  return Number(/^([\d.]+) ?min\/day$/.exec(amount ?? '0min/day')?.[1] ?? 0);
}

function countIn(amount: string | undefined): number {
  return Number(/^(\d+)\/day$/.exec(amount ?? '0/day')?.[1] ?? 0);
}

/** The use in the form of a stay; what is not said is left to the life situation. */
export function usageOfTalk({
  minutes,
  messages,
  country,
  abroadMinutes,
}: Talk): Pick<NonNullable<StayInput['usage']>, 'calls' | 'sms'> {
  const abroad = country !== '' && abroadMinutes ? { [`intl:${country}`]: `${abroadMinutes}min/day` } : {};
  const inside = minutes ? { [CALLED]: `${minutes}min/day` } : {};
  const says = minutes !== undefined || Object.keys(abroad).length > 0;
  return {
    calls: says ? { ...inside, ...abroad } : undefined,
    sms: messages === undefined ? undefined : messages === 0 ? {} : { [CALLED]: `${Math.round(messages)}/day` },
  };
}
