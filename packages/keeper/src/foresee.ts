import type { CompiledCatalog } from '@simwise/catalog';
import { versionOn } from '@simwise/catalog';
import {
  AS_RECORDED,
  addMonths,
  addSeconds,
  DAY_SECONDS,
  type Day,
  day,
  dayOf,
  type LocalSecond,
  localSecondOf,
  type Money,
  NEVER,
  parseDay,
  parseLocal,
  type UsageKind,
} from '@simwise/engine';
import { type Action, cheapestAction } from './action.ts';
import { type CardDoubt, doubtsOf } from './card-doubts.ts';
import { type Charge, chargesAhead, priceSteps } from './charges.ts';
import { termsPrint } from './held-offer.ts';
import type { KeptCard } from './keeper-file.ts';
import { type DayBand, lookAhead, OUTLOOK_DAYS, type Outlook, type OutlookOptions, type RunOut } from './outlook.ts';
import { type RatableCard, ratableCard, readOffers } from './rated-card.ts';

/** What is seen coming for a card. */
export type Foresight =
  | ({ readonly code: 'runs-out' } & Pick<RunOut, 'kind' | 'after'> & { readonly days: DayBand })
  | { readonly code: 'money-out'; readonly days: DayBand }
  | ({ readonly code: 'charge' } & Omit<Charge, 'at'>)
  | { readonly code: 'ends'; readonly offer: string; readonly left: readonly AmountAhead[] }
  | { readonly code: 'expires'; readonly offer: string; readonly left: AmountAhead }
  | { readonly code: 'lost'; readonly offer: string }
  | { readonly code: 'idle'; readonly days: number }
  | { readonly code: 'handset'; readonly days: number }
  | { readonly code: 'price-steps'; readonly offer: string; readonly before: Money; readonly after: Money }
  | { readonly code: 'offer-changed'; readonly offer: string }
  | { readonly code: 'offer-gone'; readonly offer: string };

export type AmountAhead = { readonly kind: UsageKind | 'money'; readonly units: number };

/**
 * One thing foreseen. `key` stays the same while it is the same thing, even when its day moves; `at` is its day or
 * moment, as likely sooner as later where it is not certain; `stops`: the service stops or changes then.
 */
export type Foreseen = Foresight & {
  readonly key: string;
  readonly at: LocalSecond;
  readonly stops: boolean;
  readonly action: Action | null;
};

/** A card with everything that is seen coming, in the order of time. `outlook` is null where its plan is not on record. */
export type CardForecast = {
  readonly card: KeptCard;
  readonly currency: string;
  readonly outlook: Outlook | null;
  readonly foreseen: readonly Foreseen[];
  readonly doubts: readonly CardDoubt[];
};

/** Looks ahead for a card: never throws for what is unknown, and says what is. */
export function forecastCard(catalog: CompiledCatalog, card: KeptCard, options: OutlookOptions): CardForecast {
  const ratable = ratableCard(catalog, card);
  const outlook = ratable.base ? lookAhead(ratable, options) : null;
  const context = { ratable, now: options.now };
  const foreseen = [
    ...goneOffers(context),
    ...changedOffers(context),
    ...handsetWindow(context),
    ...idleNumber(context),
    ...(outlook ? ofOutlook({ ...context, outlook }) : []),
  ];
  const doubts = outlook ? doubtsOf(ratable, outlook.use.surpluses) : [];
  return { card, currency: ratable.currency, outlook, foreseen: foreseen.sort((a, b) => a.at - b.at), doubts };
}

type Context = { readonly ratable: RatableCard; readonly now: LocalSecond };
type Looked = Context & { readonly outlook: Outlook };

// --- what needs no rating --------------------------------------------------------------------------------------------

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

function laterOf(a: LocalSecond, b: LocalSecond): LocalSecond {
  return a > b ? a : b;
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

// --- what rating shows -----------------------------------------------------------------------------------------------

function ofOutlook(looked: Looked): Foreseen[] {
  const charges = charged(looked);
  return [...runOuts(looked), ...moneyOut(looked, charges), ...charges, ...endings(looked), ...steps(looked)];
}

function runOuts({ ratable, outlook, now }: Looked): Foreseen[] {
  return outlook.runOuts.flatMap(({ kind, after, ...days }) => {
    const likely = days.p50 ?? days.p90 ?? days.p10;
    if (likely === null) return [];
    const until = beforeRenewal(outlook, kind, likely);
    const action = cheapestAction(ratable, { use: outlook.use, now, until, kind });
    const at = laterOf(localSecondOf(likely), now);
    return [{ code: 'runs-out', kind, after, days, key: `runs-out.${kind}`, at, stops: after !== 'charged', action }];
  });
}

/** The last day before a kind that has run out on a day is granted anew, or of the days looked at. */
function beforeRenewal({ average, days, now }: Outlook, kind: UsageKind, out: Day): Day {
  const grant = average.lines.find((line) => line.kind === 'grant' && line.use?.kind === kind && dayOf(line.at) > out);
  return grant ? day(dayOf(grant.at) - 1) : (days.at(-1)?.day ?? now.day);
}

/** Money that runs out for a fee is told with that fee. */
function moneyOut({ ratable, outlook, now }: Looked, charges: readonly Foreseen[]): Foreseen[] {
  const { moneyOut: days } = outlook;
  const likely = days?.p50 ?? days?.p90 ?? days?.p10 ?? null;
  if (!days || likely === null) return [];
  const isFee = charges.some(
    (charge) => charge.code === 'charge' && dayOf(charge.at) === likely && charge.need?.high !== 0,
  );
  if (isFee) return [];
  const until = outlook.days.at(-1)?.day ?? outlook.now.day;
  const action = cheapestAction(ratable, { use: outlook.use, now, until });
  return [{ code: 'money-out', days, key: 'money-out', at: laterOf(localSecondOf(likely), now), stops: true, action }];
}

function charged({ ratable, outlook, now }: Looked): Foreseen[] {
  return chargesAhead(ratable, outlook, now).map(({ at, ...charge }) => {
    const isMet = charge.need === null || charge.need.high === 0;
    const until = day(dayOf(at) + (charge.fallback?.days ?? 1) - 1);
    const action = isMet ? null : cheapestAction(ratable, { use: outlook.use, now, until });
    return { code: 'charge', ...charge, key: `charge.${charge.offer}.${charge.number}`, at, stops: !isMet, action };
  });
}

/** Purchases that end, portions that expire before, and purchases lost because their fee was not paid. */
function endings({ ratable, outlook, now }: Looked): Foreseen[] {
  const { holdings, buckets } = outlook.average.now;
  const offers = readOffers(ratable, AS_RECORDED);
  const ends = holdings.flatMap(({ offer, ends: at }, index): Foreseen[] => {
    if (at >= NEVER || at <= now) return [];
    const left = buckets.filter((bucket) => bucket.offer === offer && Number.isFinite(bucket.left)).map(amountOf);
    const stops = offers.get(offer)?.role === 'base';
    return [{ code: 'ends', offer, left, key: `ends.${offer}.${index}`, at, stops, action: null }];
  });
  const lost = holdings.flatMap(({ offer, state, unpaidSince }): Foreseen[] => {
    const days = offers.get(offer)?.terms.unpaid?.days;
    if (state !== 'unpaid' || days === undefined) return [];
    return [
      {
        code: 'lost',
        offer,
        key: `lost.${offer}`,
        at: addSeconds(unpaidSince, days * DAY_SECONDS),
        stops: true,
        action: null,
      },
    ];
  });
  const expiring = buckets.flatMap((bucket, index): Foreseen[] => {
    const holding = holdings.find(({ offer }) => offer === bucket.offer);
    const isRenewed = !holding || bucket.expires >= Math.min(holding.renewal, holding.ends);
    if (isRenewed || bucket.allowance.per !== 'cycle' || !Number.isFinite(bucket.left) || bucket.expires >= NEVER)
      return [];
    const { offer, expires: at } = bucket;
    return [
      {
        code: 'expires',
        offer,
        left: amountOf(bucket),
        key: `expires.${offer}.${index}`,
        at,
        stops: false,
        action: null,
      },
    ];
  });
  return [...ends, ...lost, ...expiring];
}

function amountOf({ allowance, left }: { allowance: { kind: AmountAhead['kind'] }; left: number }): AmountAhead {
  return { kind: allowance.kind, units: left };
}

const YEAR_MONTHS = 13;

function steps({ ratable, now }: Looked): Foreseen[] {
  return priceSteps(ratable, now, addMonths(dayOf(now), YEAR_MONTHS)).map(({ offer, at, before, after }) => ({
    code: 'price-steps',
    offer,
    before,
    after,
    key: `price.${offer}`,
    at,
    stops: false,
    action: null,
  }));
}
