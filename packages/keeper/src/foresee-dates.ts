import { type CompiledCatalog, versionOn } from '@simwise/catalog';
import {
  addSeconds,
  DAY_SECONDS,
  day,
  dayOf,
  type LocalSecond,
  localSecondOf,
  parseDay,
  parseLocal,
} from '@simwise/engine';
import type { Foreseen } from './foreseen.ts';
import { termsPrint } from './held-offer.ts';
import type { KeptCard } from './keeper-file.ts';
import { laterOf } from './moments.ts';
import { OUTLOOK_DAYS } from './outlook.ts';
import type { RatableCard } from './rated-card.ts';

type Context = { readonly ratable: RatableCard; readonly now: LocalSecond };

/** What comes by the calendar and the catalogue, without rating. */
export function datesAhead(context: Context): Foreseen[] {
  return [...goneOffers(context), ...changedOffers(context), ...handsetWindow(context), ...idleNumber(context)];
}

function goneOffers({ ratable, now }: Context): Foreseen[] {
  return ratable.held.flatMap(({ is, kept: { offer } }) =>
    is === 'gone'
      ? [{ code: 'offer-gone' as const, offer, key: `gone.${offer}`, at: now, stops: false, action: null }]
      : [],
  );
}

/** The catalogue says something else of an offer than when the card was added, or will from a day on. */
function changedOffers({ ratable, now }: Context): Foreseen[] {
  return ratable.held.flatMap((held) => {
    if (held.is === 'gone') return [];
    const { facts, version } = held.found;
    const { offer, terms } = held.kept;
    const change = { code: 'offer-changed' as const, offer, stops: false, action: null };
    if (terms !== '' && terms !== termsPrint(held.found)) return [{ ...change, key: `changed.${offer}`, at: now }];
    const latest = versionOn(facts, day(dayOf(now) + OUTLOOK_DAYS));
    if (!latest?.from || latest === version || latest.from <= dayOf(parseLocal(held.kept.start))) return [];
    return [{ ...change, key: `changed.${offer}`, at: laterOf(localSecondOf(latest.from), now) }];
  });
}

/** The window ends with its last day, the day of the first use counted. */
function handsetWindow({ ratable: { card, catalog }, now }: Context): Foreseen[] {
  const days = handsetDays(catalog);
  if (card.handsetSince === undefined || days === undefined) return [];
  const at = localSecondOf(day(parseDay(card.handsetSince) + days));
  return at < now ? [] : [{ code: 'handset', days, key: 'handset', at, stops: true, action: null }];
}

/** The days in which a handset that is new to the country may be used without being registered. */
function handsetDays({ formalities }: CompiledCatalog): number | undefined {
  const steps = formalities.filter(
    ({ topic, effect, status }) => topic === 'handset' && effect === 'step' && status === 'in-force',
  );
  const days = steps.flatMap(({ step }) => step?.withinDays ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** Counted from the last thing the card was seen to be used for: a top-up, a purchase, use on record, or its first day. */
function idleNumber({ ratable, now }: Context): Foreseen[] {
  const { card } = ratable;
  if (card.idleDays === undefined) return [];
  const last = Math.max(ratable.start, ...card.entries.flatMap((entry) => (entry.undone ? [] : lastUse(entry))));
  const at = addSeconds(last as LocalSecond, card.idleDays * DAY_SECONDS);
  return at < now ? [] : [{ code: 'idle', days: card.idleDays, key: 'idle', at, stops: true, action: null }];
}

function lastUse(entry: KeptCard['entries'][number]): number[] {
  if (entry.is === 'top-up' || entry.is === 'purchase') return [parseLocal(entry.at)];
  return entry.is === 'usage' ? entry.days.map((used) => localSecondOf(parseDay(used.day))) : [];
}
