import type { CompiledCatalog } from '@simwise/catalog';
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
  NEVER,
  type UsageKind,
} from '@simwise/engine';
import { cheapestAction } from './action.ts';
import { type CardDoubt, doubtsOf } from './card-doubts.ts';
import { chargesAhead } from './charges.ts';
import { datesAhead } from './foresee-dates.ts';
import type { AmountAhead, Foreseen } from './foreseen.ts';
import type { KeptCard } from './keeper-file.ts';
import { laterOf } from './moments.ts';
import { lookAhead, type Outlook, type OutlookOptions } from './outlook.ts';
import { priceSteps } from './price-steps.ts';
import { type RatableCard, ratableCard, readOffers } from './rated-card.ts';

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
  const foreseen = [...datesAhead(context), ...(outlook ? ofOutlook({ ...context, outlook }) : [])];
  const doubts = outlook ? doubtsOf(ratable, outlook.use.surpluses) : [];
  return { card, currency: ratable.currency, outlook, foreseen: foreseen.sort((a, b) => a.at - b.at), doubts };
}

type Context = { readonly ratable: RatableCard; readonly now: LocalSecond };
type Looked = Context & { readonly outlook: Outlook };

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
