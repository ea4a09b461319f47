import {
  addSeconds,
  type BucketSnapshot,
  DAY_SECONDS,
  type Day,
  day,
  dayOf,
  type LocalSecond,
  localSecondOf,
  type UsageKind,
} from '@simwise/engine';
import type { CardForecast } from './foresee.ts';
import type { Foreseen } from './foreseen.ts';
import type { AlertRules } from './keeper-file.ts';
import type { Outlook } from './outlook.ts';

/** What an alert is about: a share of an allowance that is used, or something foreseen. */
export type AlertCause =
  | { readonly code: 'used'; readonly kind: UsageKind; readonly percent: number }
  | { readonly code: 'foreseen'; readonly foreseen: DatedForeseen; readonly daysBefore: number };

/** Use that runs out is told by its shares, and an offer that has gone only when it is looked at. */
export type DatedForeseen = Exclude<Foreseen, { code: 'runs-out' | 'offer-gone' }>;

/**
 * A word to the holder. `rule` names it for good: the same alert keeps it when its time moves. `urgent`: the service
 * stops if nothing is done.
 */
export type Alert = {
  readonly card: string;
  readonly name: string;
  readonly rule: string;
  readonly at: LocalSecond;
  readonly urgent: boolean;
  readonly cause: AlertCause;
};

/**
 * The alerts of a card from today on, those of this morning included, in the order of time: one a day, and more only where
 * the service would stop. Asked again on the same day they are the same.
 */
export function alertsOf(forecast: CardForecast, rules: AlertRules, now: LocalSecond): Alert[] {
  const all = [...usedAlerts(forecast, rules), ...foreseenAlerts(forecast, rules, now)];
  return onePerDay(all.sort((a, b) => a.at - b.at || Number(b.urgent) - Number(a.urgent)));
}

function onePerDay(alerts: readonly Alert[]): Alert[] {
  return alerts.filter((alert) => {
    const sameDay = alerts.filter(({ at }) => dayOf(at) === dayOf(alert.at));
    return alert.urgent || (!sameDay.some(({ urgent }) => urgent) && alert === sameDay[0]);
  });
}

// --- shares of an allowance ------------------------------------------------------------------------------------------

function usedAlerts({ card, outlook }: CardForecast, { used, hour }: AlertRules): Alert[] {
  if (!outlook) return [];
  const kinds = [...new Set(outlook.average.now.buckets.map(({ allowance }) => allowance.kind))];
  return kinds.flatMap((kind) => {
    if (kind === 'money') return [];
    const { whole } = countedNow(outlook, kind);
    return used.flatMap((percent): Alert[] => {
      const date = dayOfShare(outlook, kind, (whole * percent) / 100);
      if (date === null) return [];
      const at = localSecondOf(date, hour * 3600);
      const urgent = percent === 100 && outlook.runOuts.some((out) => out.kind === kind && out.after !== 'charged');
      const cause = { code: 'used', kind, percent } as const;
      return [{ card: card.id, name: card.name, rule: `used.${kind}.${percent}`, at, urgent, cause }];
    });
  });
}

/** The buckets of a kind that are there now and can be counted, and what they held at first. */
function countedNow({ average }: Outlook, kind: UsageKind): { buckets: readonly BucketSnapshot[]; whole: number } {
  const buckets = average.now.buckets.filter(
    ({ allowance }) => allowance.kind === kind && allowance.amount !== 'unlimited',
  );
  return { buckets, whole: buckets.reduce((sum, { allowance }) => sum + Number(allowance.amount), 0) };
}

/** The first day, from today on and before what is there expires or is granted anew, on which the likely use reaches an amount it has not reached yet. */
function dayOfShare(outlook: Outlook, kind: UsageKind, amount: number): Day | null {
  const { average, days, now } = outlook;
  const { buckets, whole } = countedNow(outlook, kind);
  const left = buckets.reduce((sum, bucket) => sum + bucket.left, 0);
  if (buckets.length === 0 || whole - left >= amount) return null;
  const renewed = average.lines.find((line) => line.kind === 'grant' && line.use?.kind === kind);
  const ends = [renewed?.at, ...buckets.map(({ expires }) => expires)].filter((end) => end !== undefined);
  const end = Math.min((days.at(-1)?.day ?? now.day) + 1, ...ends.map((moment) => Math.floor(moment / DAY_SECONDS)));
  const reached = days.find(({ day: date, left: ahead }) => {
    const likely = ahead.find((each) => each.kind === kind)?.p50 ?? 0;
    return date < end && whole - likely >= amount;
  });
  return reached?.day ?? null;
}

// --- what is foreseen ------------------------------------------------------------------------------------------------

function foreseenAlerts({ card, foreseen }: CardForecast, rules: AlertRules, now: LocalSecond): Alert[] {
  return foreseen.filter(isDated).flatMap((each) => {
    const leads = leadsOf(each, rules);
    const least = Math.min(...leads);
    return timesOf(each, { leads, rules, now }).map(({ daysBefore, at }): Alert => {
      const rule = `${each.key}.${daysBefore}`;
      const cause = { code: 'foreseen', foreseen: each, daysBefore } as const;
      return { card: card.id, name: card.name, rule, at, urgent: each.stops && daysBefore === least, cause };
    });
  });
}

type AlertTime = { readonly daysBefore: number; readonly at: LocalSecond };

/** When every day to speak has passed and the thing itself has not come, it is said today. */
function timesOf(
  foreseen: DatedForeseen,
  { leads, rules, now }: { leads: readonly number[]; rules: AlertRules; now: LocalSecond },
): AlertTime[] {
  const times = leads.map((daysBefore) => ({ daysBefore, at: alertTime(foreseen, daysBefore, rules) }));
  const ahead = times.filter(({ at }) => dayOf(at) >= dayOf(now));
  if (ahead.length > 0 || leads.length === 0 || foreseen.at <= now) return ahead;
  return [{ daysBefore: Math.min(...leads), at: localSecondOf(dayOf(now), rules.hour * 3600) }];
}

function isDated(foreseen: Foreseen): foreseen is DatedForeseen {
  return foreseen.code !== 'runs-out' && foreseen.code !== 'offer-gone';
}

/** A fee is told only where the money may not meet it. */
function leadsOf(foreseen: DatedForeseen, { beforeCharge, beforeEnd }: AlertRules): readonly number[] {
  switch (foreseen.code) {
    case 'charge':
      return chargeLeads(foreseen, beforeCharge);
    case 'money-out':
      return beforeCharge;
    default:
      return beforeEnd;
  }
}

/** Where no balance is known, one word well before is enough. */
function chargeLeads(
  { need, number }: Foreseen & { code: 'charge' },
  beforeCharge: readonly number[],
): readonly number[] {
  if (number === 0 || need?.high === 0) return [];
  return need === null
    ? beforeCharge
        .slice()
        .sort((a, b) => b - a)
        .slice(0, 1)
    : beforeCharge;
}

/** At the hour of alerts; on the very day of something early, before it. */
function alertTime({ at }: Foreseen, daysBefore: number, { hour }: AlertRules): LocalSecond {
  const time = localSecondOf(day(dayOf(at) - daysBefore), hour * 3600);
  return time < at ? time : addSeconds(at, -3600);
}
