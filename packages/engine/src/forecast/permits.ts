import type { Day } from '../civil-day.ts';

/** A pack that serves every day it is valid: for how many days, and what it costs. */
export type Permit = { readonly id: string; readonly days: number; readonly cost: number };

/** When packs begin: on the day they are bought, or every so many days from an origin, however late they are bought. */
export type PermitStart = { readonly on: 'any-day' } | { readonly on: 'fixed-dates'; readonly origin: Day };

/**
 * Which pack to buy on a day that nothing serves, when nobody knows the days to come.
 *
 * Each such day is given a worth: the most that leaves no pack cheaper than the days together that one such pack could
 * have served up to today. A pack whose price those days have reached is bought, the longest first. No way to serve the
 * days can cost less than their worth, and the worth of a day pays for one pack of each length at most: K lengths never
 * cost more than K times the least that hindsight pays, whether packs begin on any day or on fixed dates.
 */
export class PermitPolicy {
  readonly #permits: readonly Permit[];
  readonly #start: PermitStart;
  /** The worth of each day that nothing served when it came, in the order of time. */
  readonly #worths: { readonly day: Day; readonly worth: number }[] = [];
  #servedUntil = Number.NEGATIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** @throws RangeError where there is no pack, or one without days or price. */
  constructor(permits: readonly Permit[], start: PermitStart = { on: 'any-day' }) {
    const isSound = permits.every(({ days, cost }) => Number.isInteger(days) && days >= 1 && cost > 0);
    if (permits.length === 0 || !isSound) throw new RangeError('packs need days and a price');
    this.#start = start;
    this.#permits = [...permits].sort((a, b) => a.days - b.days || a.cost - b.cost);
  }

  /**
   * A day on which service is needed. @returns the pack to buy that day; null where an earlier one serves it.
   * @throws RangeError when days are not given in their order.
   */
  need(day: Day): Permit | null {
    if (day < this.#last) throw new RangeError('days must be given in the order of time');
    this.#last = day;
    return day <= this.#servedUntil ? null : this.#buy(day);
  }

  /** A day on which service is needed although the packs bought so far should have lasted. @throws as `need`. */
  needUnserved(day: Day): Permit {
    this.#servedUntil = Math.min(this.#servedUntil, day - 1);
    return this.need(day) as Permit;
  }

  #buy(day: Day): Permit {
    const rooms = this.#permits.map((permit) => ({
      permit,
      room: permit.cost - this.#worthSince(this.#firstDay(permit, day)),
    }));
    const worth = Math.min(...rooms.map(({ room }) => room));
    this.#worths.push({ day, worth });
    const { permit } = rooms.findLast(({ room }) => room <= worth) as { permit: Permit };
    this.serve(this.#lastDay(permit, day));
    return permit;
  }

  /** Something else serves up to a day, such as what was bought before. */
  serve(until: number): void {
    this.#servedUntil = Math.max(this.#servedUntil, until);
  }

  /** The first of the days that one pack could have served together with this one, looking back. */
  #firstDay({ days }: Permit, day: Day): number {
    if (this.#start.on === 'any-day') return day - days + 1;
    return day - ((((day - this.#start.origin) % days) + days) % days);
  }

  /** The last day that a pack bought on a day serves. */
  #lastDay(permit: Permit, day: Day): number {
    const first = this.#start.on === 'any-day' ? day : this.#firstDay(permit, day);
    return first + permit.days - 1;
  }

  #worthSince(first: number): number {
    let sum = 0;
    for (let index = this.#worths.length - 1; index >= 0; index--) {
      const each = this.#worths[index] as { day: Day; worth: number };
      if (each.day < first) break;
      sum += each.worth;
    }
    return sum;
  }
}
