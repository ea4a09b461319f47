import type { Bucket } from './bucket.ts';
import type { Holding } from './holding.ts';
import type { LocalSecond } from './local-time.ts';
import type { Rate } from './offer.ts';
import { coversTime, coversUse } from './scope.ts';
import type { UsageEvent } from './usage.ts';

/** A rate of a holding that may apply beyond the buckets. */
export type RouteRate = { readonly holding: Holding; readonly rate: Rate };

/** Everything on a card that one kind of use may draw on, in the order in which it is asked. */
export type Route = {
  readonly buckets: readonly Bucket[];
  /** Bonus money that pays for this use before the balance does. */
  readonly bonuses: readonly Bucket[];
  readonly rates: readonly RouteRate[];
  /** Holdings that are bought again when their buckets for this use run low. */
  readonly rebuys: readonly Holding[];
};

export function findRoute(event: UsageEvent, holdings: readonly Holding[], buckets: readonly Bucket[]): Route {
  const order = holdings.findLast((holding) => holding.isBase && holding.isActive)?.offer.terms.order ?? 'add-on-first';
  const covering = buckets.filter((bucket) => coversUse(bucket.allowance.scope, event));
  covering.sort((a, b) => a.compare(b, order));
  return {
    buckets: covering.filter((bucket) => bucket.allowance.kind === event.kind),
    bonuses: covering.filter((bucket) => bucket.allowance.kind === 'money'),
    rates: inOrderOfAsking(holdings).flatMap((holding) => coveringRates(event, holding)),
    rebuys: holdings.filter((holding) => rebuyAllowance(holding, event) !== undefined),
  };
}

/** Add-ons before the base plan, the latest purchase first. */
function inOrderOfAsking(holdings: readonly Holding[]): Holding[] {
  const active = holdings.filter((holding) => holding.isActive).reverse();
  return [...active.filter((holding) => !holding.isBase), ...active.filter((holding) => holding.isBase)];
}

function coveringRates(event: UsageEvent, holding: Holding): RouteRate[] {
  return holding.rates
    .filter((rate) => rate.kind === event.kind && coversUse(rate.scope, event))
    .map((rate) => ({ holding, rate }));
}

export function rebuyAllowance(holding: Holding, event: UsageEvent) {
  if (holding.state !== 'paid') return undefined;
  return holding.allowances.find(
    ({ rebuyAt, kind, scope }) => rebuyAt !== undefined && kind === event.kind && coversUse(scope, event),
  );
}

/** The rate that holds at a moment: the first whose hours and condition are met. */
export function rateAt(route: Route, at: LocalSecond, lastTopUp: (sinceDays: number) => number): RouteRate | undefined {
  return route.rates.find(
    ({ rate }) => coversTime(rate.scope, at) && (!rate.when || lastTopUp(rate.when.days) >= rate.when.topUp),
  );
}

/** Routes by kind, destination and application. Uses that differ in anything else have routes of their own, not kept. */
export class RouteCache {
  readonly #byKind = new Map<string, Map<string, Route>>();

  get(event: UsageEvent): Route | undefined {
    return isPlain(event) ? this.#byKind.get(event.kind)?.get(cacheKey(event)) : undefined;
  }

  set(event: UsageEvent, route: Route): void {
    if (!isPlain(event)) return;
    const routes = this.#byKind.get(event.kind) ?? new Map<string, Route>();
    routes.set(cacheKey(event), route);
    this.#byKind.set(event.kind, routes);
  }

  clear(): void {
    this.#byKind.clear();
  }
}

function isPlain({ over, network, zone }: UsageEvent): boolean {
  return over === undefined && network === undefined && zone === undefined;
}

function cacheKey({ to, app }: UsageEvent): string {
  return app === undefined ? to : `${to} ${app}`;
}
