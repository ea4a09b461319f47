// Random offers, cards and use for the tests of the forecast. Nothing but tests and benchmarks imports them.
import { parseDay } from '../civil-day.ts';
import { FOREVER } from '../cycle.ts';
import { localSecondOf } from '../local-time.ts';
import { money } from '../money.ts';
import type { Allowance, Offer, Rate, Terms } from '../offer.ts';
import type { UsageProfile } from '../profile.ts';
import {
  ALMATY,
  allowance,
  BY_MINUTE,
  charge,
  days,
  GB,
  MB,
  months,
  offerOf,
  phase,
  rate,
  SHANGHAI,
} from '../test-offers.ts';
import type { ChoiceCard } from './choice.ts';
import { Random } from './random.ts';

export const START = parseDay('2026-01-20');

/** Draws things to try from one seed. */
export class Draw {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed, 0);
  }

  of<T>(...values: readonly T[]): T {
    return values[this.#random.below(values.length)] as T;
  }

  chance(percent: number): boolean {
    return this.#random.below(100) < percent;
  }

  profile(): UsageProfile {
    const data = this.of(50 * MB, 200 * MB, 600 * MB);
    return [
      { kind: 'data', to: 'internet', perDay: { num: data, den: 1 } },
      ...(this.chance(40)
        ? [{ kind: 'data' as const, to: 'internet', app: 'whatsapp', perDay: { num: 40 * MB, den: 1 } }]
        : []),
      ...(this.chance(60) ? [{ kind: 'voice' as const, to: 'national-mobile', perDay: { num: 400, den: 1 } }] : []),
      ...(this.chance(40) ? [{ kind: 'voice' as const, to: 'intl:CN', perDay: { num: 90, den: 1 } }] : []),
      ...(this.chance(40) ? [{ kind: 'sms' as const, to: 'on-net', perDay: { num: 3, den: 2 } }] : []),
    ];
  }

  plan(id: string): Offer {
    const every = this.of(days(30), days(7), days(1), months(1), { unit: 'calendar-month' as const, dayOfMonth: 1 });
    const isRecurring = this.chance(80);
    return offerOf(id, 'base', {
      ...this.#time(),
      simPrice: money(this.of(0, 50_000)),
      fee: {
        phases: isRecurring ? [phase(this.of(99_900, 250_000), every, null)] : [],
        proration: null,
        ...this.#proration(),
      },
      renews: isRecurring ? every : FOREVER,
      allowances: [
        ...this.#buckets(),
        ...(this.chance(50) ? [allowance('voice', 3000, { scope: { to: ['national'] }, increment: BY_MINUTE })] : []),
      ],
      rates: [
        ...this.#dataRates(),
        rate('voice', charge({ num: 7, den: 3 }, { increment: this.of(BY_MINUTE, { ...BY_MINUTE, next: 1 }) })),
        rate('sms', charge(800)),
      ],
      order: this.of('add-on-first', 'plan-first'),
      ...(this.chance(20) ? { maxCallSeconds: 600 } : {}),
    });
  }

  pack(id: string): Offer {
    const cycle = this.chance(8) ? days(5, 'moment') : this.of(days(3), days(7, 'day-end'), days(30));
    const isDaily = this.chance(25);
    return offerOf(id, 'add-on', {
      ...this.#time(),
      fee: { phases: [phase(this.of(15_000, 40_000), FOREVER, 1)], proration: null },
      term: cycle,
      starts: this.chance(25) ? 'first-use' : 'purchase',
      allowances: [allowance('data', this.of(300 * MB, 1 * GB), isDaily ? { per: 'day' } : {})],
      rates: this.chance(20) ? [rate('data', { do: 'throttle', kbps: 64 })] : [],
    });
  }

  #time(): Partial<Terms> {
    return {
      dayRule: this.chance(6)
        ? this.of({ is: 'rolling' as const }, { is: 'zone' as const, zone: SHANGHAI })
        : { is: 'local' },
    };
  }

  #proration() {
    if (!this.chance(30)) return {};
    return {
      proration: {
        what: this.of('fee' as const, 'fee-and-allowances' as const),
        countsFirstDay: true,
        basis: 'cycle' as const,
        rounding: 'half-up' as const,
      },
    };
  }

  #buckets(): Allowance[] {
    const more: Partial<Allowance> = {
      ...(this.chance(20) ? { rebuyAt: this.of(0, 20 * MB) } : {}),
      ...(this.chance(20)
        ? {
            lives: this.of<Allowance['lives']>(
              { is: 'months', count: 2 },
              { is: 'end-of-next-month' },
              { is: 'forever' },
            ),
          }
        : {}),
      ...(this.chance(20)
        ? { increment: { first: MB, next: MB, mode: 'up', per: this.of('event', 'hour', 'month') } }
        : {}),
    };
    return [
      ...(this.chance(70) ? [allowance('data', this.of(500 * MB, 5 * GB), more)] : []),
      ...(this.chance(20)
        ? [allowance('data', this.of<Allowance['amount']>('unlimited', GB), { scope: { apps: ['whatsapp'] } })]
        : []),
      ...(this.chance(20)
        ? [allowance('data', 200 * MB, { per: 'day', scope: { hours: [[20 * 3600, 6 * 3600]] } })]
        : []),
    ];
  }

  #dataRates(): Rate[] {
    const price = charge(
      { num: 504, den: MB },
      { increment: this.of({ ...BY_MINUTE, first: 1024, next: 1024 }, { ...BY_MINUTE, first: MB, next: MB }) },
    );
    return this.of<Rate[]>(
      [rate('data', price)],
      [rate('data', { do: 'throttle', kbps: 128 })],
      [rate('data', { do: 'stop' })],
      [rate('data', { do: 'unknown' })],
      [],
    );
  }

  card(): ChoiceCard {
    const [plan, first, again] = [this.plan('plan'), this.pack('first'), this.pack('again')];
    const at = localSecondOf(START);
    return {
      offers: new Map([plan, first, again].map((offer) => [offer.id, offer])),
      purchases: [{ offer: 'plan', at }, ...(this.chance(50) ? [{ offer: 'first', at }] : [])],
      refills: this.of([], ['again'], ['first', 'again']),
      carries: this.of(['voice', 'sms', 'data'], ['voice', 'sms'], ['data']),
      numbers: new Map(),
      ratio: this.of({ num: 1, den: 1 }, { num: 50_891, den: 100 }),
    };
  }
}

export const TERMS = { period: { start: START, days: 40 }, local: ALMATY, acceptsThrottle: false };
