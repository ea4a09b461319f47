import { formatLocal } from '@simwise/engine';
import { describe, expect, it } from 'vitest';
import { at, CATALOG, cardOf, GB, STEADY, state } from '../test/cards.ts';
import { CODES } from '../test/speakers.ts';
import { alertsOf } from './alerts.ts';
import { forecastCard } from './foresee.ts';
import { type AlertRules, DEFAULT_ALERTS, type KeptCard } from './keeper-file.ts';
import { remindersOf } from './reminders.ts';

function alerts(card: KeptCard, now: string, rules: AlertRules = DEFAULT_ALERTS) {
  const forecast = forecastCard(CATALOG, card, { now: at(now) });
  return alertsOf(forecast, rules, at(now)).map((alert) => [
    formatLocal(alert.at).slice(0, 13),
    alert.rule,
    alert.urgent,
  ]);
}

const NOW = '2026-12-11T00:00:00';

describe('alerts', () => {
  it('come three days and one day before a fee that the balance cannot meet', () => {
    const card = cardOf('monthly', '2026-12-01', [state(NOW, '700.00 KZT')], { expected: { data: '1MB/day' } });
    expect(alerts(card, NOW).filter(([, rule]) => String(rule).startsWith('charge'))).toEqual([
      ['2026-12-28T09', 'charge.monthly.2.3', false],
      ['2026-12-30T09', 'charge.monthly.2.1', true],
    ]);
  });

  it('do not come for a fee that is met, and once where no balance is known', () => {
    expect(alerts(cardOf('monthly', '2026-12-01', [state(NOW, '1000.00 KZT')]), NOW)).toEqual([]);
    expect(alerts(cardOf('monthly', '2026-12-01'), NOW)).toEqual([['2026-12-28T09', 'charge.monthly.2.3', false]]);
  });

  it('come at shares of an allowance', () => {
    const card = cardOf('monthly', '2026-12-01', [
      STEADY,
      state(NOW, '20000.00 KZT', { kind: 'data', units: 17 * GB }),
    ]);
    // 13 of 30 GB are used; one a day: the 15th at the end of the 12th, and 25.5 of them within the 23rd.
    expect(alerts(card, NOW)).toEqual([
      ['2026-12-12T09', 'used.data.50', false],
      ['2026-12-23T09', 'used.data.85', false],
      ['2026-12-27T09', 'used.data.100', false],
    ]);
  });

  it('come before validity ends, once a day unless the service stops', () => {
    const card: KeptCard = { ...cardOf('esim', '2026-12-01'), handsetSince: '2026-11-16' };
    // Both the pass and the handset window end on 16 December: two alerts three days before would be one too many.
    expect(alerts(card, NOW)).toEqual([
      ['2026-12-13T09', 'handset.3', false],
      ['2026-12-15T09', 'handset.1', true],
      ['2026-12-15T09', 'ends.esim.0.1', true],
    ]);
  });

  it('are said today where every day to say them has passed', () => {
    const card = cardOf('esim', '2026-12-01');
    expect(alerts(card, '2026-12-15T20:00:00')).toEqual([['2026-12-15T09', 'ends.esim.0.1', true]]);
    expect(alerts(card, '2026-12-16T00:00:00')).toEqual([]);
  });

  it('can be edited', () => {
    const card = cardOf('esim', '2026-12-01');
    const rules = { used: [], beforeCharge: [], beforeEnd: [7], hour: 20 };
    expect(alerts(card, '2026-12-02T00:00:00', rules)).toEqual([['2026-12-09T20', 'ends.esim.0.7', true]]);
  });
});

describe('reminders', () => {
  const card = cardOf('monthly', '2026-12-01', [state(NOW, '700.00 KZT')], { expected: { data: '1MB/day' } });
  const made = (now: string, keeper = 'mine') =>
    remindersOf(CATALOG, forecastCard(CATALOG, card, { now: at(now) }), {
      keeper,
      rules: DEFAULT_ALERTS,
      now: at(now),
      speaker: CODES,
    });

  it('hold a time in UTC, a text, a language and a rule that names nothing', () => {
    const [first] = made(NOW);
    expect(first).toMatchObject({ dueAt: '2026-12-28T04:00:00.000Z', text: 'charge.monthly.2.3', language: 'en' });
    expect(first?.rule).toMatch(/^[a-z0-9]{5,40}$/);
    expect(Object.keys(first ?? {}).sort()).toEqual(['dueAt', 'language', 'rule', 'text']);
  });

  it('are the same when worked out again, and another keeper has others', () => {
    expect(made('2026-12-12T15:00:00')).toEqual(made(NOW));
    expect(made('2026-12-30T22:00:00')).toEqual(made('2026-12-30T08:00:00'));
    const rules = [...made(NOW), ...made(NOW, 'theirs')].map(({ rule }) => rule);
    expect(new Set(rules).size).toBe(rules.length);
  });
});
