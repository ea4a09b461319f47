// Stays as mixed-integer programs, for a solver that knows nothing of cards. Nothing but tests and benchmarks imports it.
import { cycleEnd, FOREVER } from '../cycle.ts';
import { dayStartAfter, type LocalSecond } from '../local-time.ts';
import { ALMATY, allowance, call, charge, fee, offerOf, period, rate } from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { OptimiseProblem } from './optimiser.ts';
import { addOn, type Dice, dailyVolume, dataUses, marketOffer, travelCard, travelTerms, UNIT } from './test-market.ts';

/** A stay that a program can hold: one-off packs, data cards and at most one phone card, paid by the byte beyond. */
export type LinearInstance = {
  readonly problem: OptimiseProblem;
  readonly limits: Limits;
  readonly phone: Phone | null;
};

/** What the phone card costs in any case, and a unit of data on it. */
type Phone = { readonly fixed: number; readonly perUnit: number };

export type InstanceSize = {
  readonly days: number;
  readonly uses: number;
  readonly travel: number;
  readonly addOns: number;
  /** On some days several times as much is used as on others; cards of many lives then serve side by side. */
  readonly hasPeaks: boolean;
};

export function linearInstance(dice: Dice, size: InstanceSize): LinearInstance {
  const stay = period('2026-03-02', size.days);
  const plain = dataUses(dice, { first: stay.start, length: size.days, count: size.uses });
  const data = size.hasPeaks ? plain.map((use) => withPeak(use, dice)) : plain;
  const ids = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}-${index}`);
  const travel = ids(size.travel, 'travel').map((id) =>
    travelCard(id, dice, dice.isOneIn(3) ? { ...dailyVolume(dice), starts: 'purchase' } : {}),
  );
  const phone = size.addOns > 0 ? { fixed: 100 + 10, perUnit: dice.from(60, 200) } : null;
  const packs = ids(size.addOns, 'pack').map((id) => addOn(id, ['phone'], travelTerms(dice, { rates: [] })));
  const dear = marketOffer(
    offerOf('dear', 'base', { fee: fee(9000, FOREVER, 1), allowances: [allowance('data', 'unlimited')] }),
    'data',
  );
  const market = [...travel, dear, ...(phone ? [phoneOffer(phone), ...packs] : [])];
  const talk: UsageEvent[] = phone ? [call('2026-03-02T12:00', 60)] : [];
  const uses = [...data, ...talk].sort((a, b) => a.at - b.at);
  const stage = { period: stay, local: ALMATY, acceptsThrottle: false };
  const limits = {
    cards: dice.from(1, 2) + (phone ? 1 : 0) + (size.hasPeaks ? 1 : 0),
    slots: 1,
    allowsEsim: true,
    needsLocalNumber: false,
    kind: 'any',
  } as const;
  return { problem: { market, uses, stage }, limits, phone };
}

function withPeak(use: UsageEvent, dice: Dice): UsageEvent {
  return { ...use, amount: dice.isOneIn(4) ? dice.from(3, 5) * UNIT : UNIT };
}

function phoneOffer({ perUnit }: Phone): MarketOffer {
  const rates = [rate('voice', charge({ num: 10, den: 60 })), rate('data', charge({ num: perUnit, den: UNIT }))];
  return marketOffer(offerOf('phone', 'base', { fee: fee(100, FOREVER, 1), rates }), 'talk');
}

// --- the program -----------------------------------------------------------------------------------------------------

type Window = { readonly from: number; readonly until: number; readonly units: number };

/** The program in the LP format of CPLEX: how often each pack is bought at each use, and what each window gives to each use. */
export function linearProgram(instance: LinearInstance): string {
  return new LinearProgram(instance).text();
}

class LinearProgram {
  readonly #instance: LinearInstance;
  readonly #data: readonly UsageEvent[];
  readonly #costs: string[] = [];
  readonly #rows: string[] = [];
  readonly #bought: string[] = [];
  readonly #cards: string[] = [];
  /** What may serve each use. */
  readonly #servedBy: string[][];

  constructor(instance: LinearInstance) {
    this.#instance = instance;
    this.#data = instance.problem.uses.filter(({ kind }) => kind === 'data');
    this.#servedBy = this.#data.map(() => []);
    for (const market of instance.problem.market) if (market.role !== 'talk') this.#addOffer(market);
    for (const use of this.#data.keys()) this.#addUse(use);
    const { limits, phone } = instance;
    this.#rows.push(`${this.#cards.join(' + ')} <= ${limits.cards - (phone ? 1 : 0)}`);
  }

  text(): string {
    const bounds = this.#bought.map((name) => `0 <= ${name} <= 3`);
    const sections = ['Minimize', this.#costs.join(' + '), 'Subject To', ...this.#rows, 'Bounds', ...bounds];
    return [...sections, 'General', ...this.#bought, 'End'].join('\n');
  }

  #addOffer(market: MarketOffer): void {
    for (const { at } of this.#data) {
      const bought = `y${this.#bought.length}`;
      this.#bought.push(bought);
      this.#costs.push(`${priceOf(market)} ${bought}`);
      if (market.role === 'data') this.#cards.push(bought);
      for (const window of windowsOf(market, at, this.#instance.problem)) this.#addWindow(bought, window);
    }
  }

  #addWindow(bought: string, { from, until, units }: Window): void {
    const flows = this.#data.flatMap(({ at }, use) => {
      if (at < from || at >= until) return [];
      const flow = `x${this.#rows.length}_${use}`;
      this.#servedBy[use]?.push(flow);
      return [flow];
    });
    if (flows.length > 0) this.#rows.push(`${flows.join(' + ')} - ${Math.min(units, MANY)} ${bought} <= 0`);
  }

  #addUse(use: number): void {
    const { phone } = this.#instance;
    const flows = [...(this.#servedBy[use] ?? []), ...(phone ? [`o${use}`] : [])];
    if (phone) this.#costs.push(`${phone.perUnit} o${use}`);
    this.#rows.push(`${flows.join(' + ')} = ${(this.#data[use]?.amount ?? 0) / UNIT}`);
  }
}

/** More units than any stay asks for. */
const MANY = 1000;

function priceOf({ offer }: MarketOffer): number {
  return offer.terms.fee.phases[0]?.amount ?? 0;
}

/** When a purchase serves, and how many units: in all, or on each of its days. */
function windowsOf({ offer: { terms } }: MarketOffer, at: LocalSecond, { stage }: OptimiseProblem): Window[] {
  const days = { rule: terms.dayRule, local: stage.local, origin: at };
  const ends = cycleEnd(terms.term, days);
  return terms.allowances.flatMap(({ amount, per }) => {
    const units = amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount / UNIT;
    if (per !== 'day') return [{ from: at, until: ends, units }];
    const windows: Window[] = [];
    for (let from = at; from < ends; from = dayStartAfter(days, from)) {
      windows.push({ from, until: Math.min(ends, dayStartAfter(days, from)), units });
    }
    return windows;
  });
}
