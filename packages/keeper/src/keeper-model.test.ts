import { addSeconds, formatLocal, type LocalSecond, parseLocal } from '@simwise/engine';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, CATALOG, GB } from '../test/cards.ts';
import { CODES } from '../test/speakers.ts';
import { alertsOf } from './alerts.ts';
import { makeCalendar } from './calendar.ts';
import { addCard, changeCard, findCard, record, removeCard, type Said, setAlerts, undo } from './changes.ts';
import { forecastCard } from './foresee.ts';
import { type Keeper, newKeeper, readKeeperFile, writeKeeperFile } from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

/**
 * The keeper against a simple model of it: names and what counts for each, no ids, no rating. Whatever is done in whatever
 * order, the keeper holds exactly that, survives being written and read, and looks ahead without failing.
 */
type Model = { cards: { name: string; said: string[]; undone: number }[]; now: LocalSecond };
type Real = { keeper: Keeper };

const NAMES = ['Mine', 'Trip', 'Modem'];
const OFFERS = ['monthly', 'with-fallback', 'promo', 'esim', 'per-minute'];
const START = at('2026-12-01');

/** @returns the keeper after a change, or none where it refused. */
function attempt(change: () => Keeper): Keeper | null {
  try {
    return change();
  } catch (error) {
    if (error instanceof KeeperRefused) return null;
    throw error;
  }
}

class AddCard implements fc.Command<Model, Real> {
  readonly name: string;
  readonly offer: string;
  constructor(name: string, offer: string) {
    this.name = name;
    this.offer = offer;
  }
  check = () => true;
  run(model: Model, real: Real): void {
    const offers = [{ offer: this.offer, start: START }];
    const next = attempt(() => addCard(real.keeper, CATALOG, { name: this.name, offers }).keeper);
    const isTaken = model.cards.some(({ name }) => name === this.name);
    expect(next === null).toBe(isTaken);
    if (!next) return;
    real.keeper = next;
    model.cards.push({ name: this.name, said: [], undone: 0 });
  }
  toString = () => `add ${this.name} ${this.offer}`;
}

class Say implements fc.Command<Model, Real> {
  readonly name: string;
  readonly said: Said;
  constructor(name: string, said: Said) {
    this.name = name;
    this.said = said;
  }
  check = (model: Model) => model.cards.some(({ name }) => name === this.name);
  run(model: Model, real: Real): void {
    const card = findCard(real.keeper, this.name);
    const isTrip = CATALOG.offers.find(({ id }) => id === card.offers[0]?.offer)?.currency === 'USD';
    const hasMoney = this.said.is === 'top-up' || (this.said.is === 'state' && this.said.balance !== undefined);
    const isWrong = parseLocal(this.said.at) > model.now || (isTrip && hasMoney);
    const next = attempt(() => record(real.keeper, card, { said: this.said, now: model.now, catalog: CATALOG }));
    expect(next === null).toBe(isWrong);
    if (!next) return;
    real.keeper = next;
    model.cards.find(({ name }) => name === this.name)?.said.push(this.said.is);
  }
  toString = () => `say ${this.name} ${JSON.stringify(this.said)}`;
}

class Undo implements fc.Command<Model, Real> {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  check = (model: Model) => model.cards.some(({ name }) => name === this.name);
  run(model: Model, real: Real): void {
    const kept = model.cards.find(({ name }) => name === this.name);
    const next = attempt(() => undo(real.keeper, findCard(real.keeper, this.name)).keeper);
    expect(next === null).toBe(kept?.said.length === 0);
    if (!next || !kept) return;
    real.keeper = next;
    kept.said.pop();
    kept.undone += 1;
  }
  toString = () => `undo ${this.name}`;
}

class Rename implements fc.Command<Model, Real> {
  readonly from: string;
  readonly to: string;
  constructor(from: string, to: string) {
    this.from = from;
    this.to = to;
  }
  check = (model: Model) => model.cards.some(({ name }) => name === this.from);
  run(model: Model, real: Real): void {
    const next = attempt(() => changeCard(real.keeper, findCard(real.keeper, this.from), { name: this.to }));
    const isTaken = this.to !== this.from && model.cards.some(({ name }) => name === this.to);
    expect(next === null).toBe(isTaken);
    if (!next) return;
    real.keeper = next;
    for (const card of model.cards) if (card.name === this.from) card.name = this.to;
  }
  toString = () => `rename ${this.from} to ${this.to}`;
}

class Remove implements fc.Command<Model, Real> {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  check = (model: Model) => model.cards.some(({ name }) => name === this.name);
  run(model: Model, real: Real): void {
    real.keeper = removeCard(real.keeper, findCard(real.keeper, this.name));
    model.cards = model.cards.filter(({ name }) => name !== this.name);
  }
  toString = () => `remove ${this.name}`;
}

class Wait implements fc.Command<Model, Real> {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
  check = () => true;
  run(model: Model): void {
    model.now = addSeconds(model.now, this.days * 86_400);
  }
  toString = () => `wait ${this.days} days`;
}

class SetHour implements fc.Command<Model, Real> {
  readonly hour: number;
  constructor(hour: number) {
    this.hour = hour;
  }
  check = () => true;
  run(_model: Model, real: Real): void {
    const next = attempt(() => setAlerts(real.keeper, { hour: this.hour }));
    expect(next === null).toBe(this.hour > 23);
    if (next) real.keeper = next;
  }
  toString = () => `alerts at ${this.hour}`;
}

/** The file, the forecast, the alerts and the calendar of the state as it is. */
class LookAhead implements fc.Command<Model, Real> {
  check = () => true;
  run(model: Model, real: Real): void {
    real.keeper = readKeeperFile(writeKeeperFile(real.keeper));
    const counted = real.keeper.cards.map(({ name, entries }) => ({
      name,
      said: entries.filter(({ undone }) => !undone).map(({ is }) => is),
      undone: entries.filter(({ undone }) => undone).length,
    }));
    expect(counted).toEqual(model.cards);
    const forecasts = real.keeper.cards.map((card) => forecastCard(CATALOG, card, { now: model.now, days: 10 }));
    for (const forecast of forecasts) {
      const alerts = alertsOf(forecast, real.keeper.alerts, model.now);
      const calm = alerts.filter(({ urgent }) => !urgent).map((alert) => formatLocal(alert.at).slice(0, 10));
      expect(new Set(calm).size).toBe(calm.length);
      const keys = forecast.foreseen.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const first = makeCalendar(real.keeper, forecasts, { catalog: CATALOG, now: model.now, speaker: CODES });
    const again = makeCalendar(first.keeper, forecasts, { catalog: CATALOG, now: model.now, speaker: CODES });
    expect(again.ics).toBe(first.ics);
    real.keeper = first.keeper;
  }
  toString = () => 'look ahead';
}

const name = fc.constantFrom(...NAMES);
const moment = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => formatLocal(addSeconds(START, hours * 3600)));
const amount = fc.integer({ min: 1, max: 5000 }).map((tenge) => `${tenge}.00 KZT`);
const left = fc.integer({ min: 0, max: 40 }).map((units) => [{ kind: 'data' as const, units: units * GB }]);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ is: fc.constant('state' as const), from: fc.constant('typed' as const), at: moment, balance: amount }),
  fc.record({ is: fc.constant('state' as const), from: fc.constant('reply' as const), at: moment, left }),
  fc.record({ is: fc.constant('top-up' as const), at: moment, amount }),
  fc.record({ is: fc.constant('purchase' as const), at: moment, offer: fc.constant('gigabyte') }),
  fc.record({
    is: fc.constant('counter' as const),
    at: moment,
    bytes: fc.integer({ min: 0, max: 60 }).map((units) => units * GB),
  }),
);

const commands = fc.commands(
  [
    fc.tuple(name, fc.constantFrom(...OFFERS)).map(([card, offer]) => new AddCard(card, offer)),
    fc.tuple(name, said).map(([card, each]) => new Say(card, each)),
    fc.tuple(name, said).map(([card, each]) => new Say(card, each)),
    name.map((card) => new Undo(card)),
    fc.tuple(name, name).map(([from, to]) => new Rename(from, to)),
    name.map((card) => new Remove(card)),
    fc.integer({ min: 0, max: 20 }).map((days) => new Wait(days)),
    fc.integer({ min: 0, max: 25 }).map((hour) => new SetHour(hour)),
    fc.constant(new LookAhead()),
  ],
  { maxCommands: 25 },
);

it('the keeper holds what was said and not taken back, whatever is done in whatever order', () => {
  fc.assert(
    fc.property(commands, (steps) => {
      const model: Model = { cards: [], now: at('2026-12-20') };
      const real: Real = { keeper: newKeeper('model') };
      fc.modelRun(() => ({ model, real }), [...steps, new LookAhead()]);
    }),
    { numRuns: 25 },
  );
});
