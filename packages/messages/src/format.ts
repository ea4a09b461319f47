import { daysOfPartialDate, type Language, type Names } from '@simwise/catalog';
import {
  currencyDecimals,
  type Day,
  type LineUse,
  type LocalSecond,
  type Money,
  type MoneyRange,
  type Scope,
  type UsageKind,
} from '@simwise/engine';
import { appName } from './app-names.ts';
import { numberFormat, regionName, writeDate, writeList } from './locale-forms.ts';
import type { Messages } from './messages.ts';

/** `160000` tiyn in Russian: `1 600,00 ₸`. */
export function formatMoney({ locale }: Messages, amount: Money, currency: string): string {
  const decimals = currencyDecimals(currency);
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return numberFormat(locale, { ...style, minimumFractionDigits: decimals }).format(amount / 10 ** decimals);
}

type MoneyEnds = Pick<MoneyRange, 'low' | 'high'>;
type Ends = { readonly low: string; readonly high: string | null };

/** What lies between two ends, both in the reader's form: one amount, a range, or a least one where nothing bounds it. */
export function rangeText({ ranges }: Messages, { low, high }: Ends): string {
  if (high === null) return ranges.atLeast({ low });
  return low === high ? low : ranges.between({ low, high });
}

/** `₸4,990.00 to ₸5,300.00` in the reader's form. */
export function formatMoneyRange(messages: Messages, { low, high }: MoneyEnds, currency: string): string {
  const money = (amount: Money) => formatMoney(messages, amount, currency);
  return rangeText(messages, { low: money(low), high: high === null ? null : money(high) });
}

/** A currency to choose from: `₸ KZT`. */
export function currencyText({ locale }: Messages, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const symbol = numberFormat(locale, style)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return symbol === undefined || symbol === currency ? currency : `${symbol} ${currency}`;
}

/** `1 Dec 2026` in the reader's form. */
export function formatDate({ locale }: Messages, day: Day): string {
  return writeDate(locale, new Date(day * 86_400_000), { day: true, month: 'short' });
}

/** A date of which the day, or the month too, may be missing: `1 Dec 2026`, `Dec 2026`, `2026`. */
export function formatPartialDate(messages: Messages, text: string): string {
  const { first } = daysOfPartialDate(text);
  const [, month, dayOfMonth] = text.split('-');
  if (dayOfMonth) return formatDate(messages, first);
  return writeDate(messages.locale, new Date(first * 86_400_000), month ? { month: 'short' } : {});
}

/** `1 Dec 2026, 09:30` in the reader's form. */
export function formatMoment({ locale }: Messages, at: LocalSecond): string {
  return writeDate(locale, new Date(at * 1000), { day: true, month: 'short', time: true });
}

/** A share from 0 to 1 in percent: `30%`, below half a percent with one digit that counts. */
export function formatShare({ locale }: Messages, share: number): string {
  const digits = share > 0 && share < 0.005 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 0 };
  return numberFormat(locale, { style: 'percent', ...digits }).format(share);
}

export function formatNumber({ locale }: Messages, value: number, digits = 2): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

const MEGABYTE = 2 ** 20;
const GIGABYTE = 2 ** 30;

/** Units of a kind of use: bytes as MB or GB, seconds as minutes, messages as a count. */
export function formatVolume(
  messages: Messages,
  kind: UsageKind | 'money',
  units: number | 'unlimited',
  currency = '',
): string {
  if (units === 'unlimited') return messages.units.unlimited[kind];
  if (kind === 'money') return formatMoney(messages, units as Money, currency);
  if (kind === 'sms') return messages.units.sms(units);
  if (kind === 'mms') return messages.units.mms(units);
  if (kind === 'voice') return unitText(messages, units / 60, 'minute');
  if (units >= GIGABYTE) return `${formatNumber(messages, units / GIGABYTE)} ${messages.units.gigabyte}`;
  return `${formatNumber(messages, units / MEGABYTE)} ${messages.units.megabyte}`;
}

function unitText({ locale }: Messages, value: number, unit: string): string {
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 2 }).format(value);
}

/** A label with what it names, or as the heading of what follows: `Total: ₸1,600.00`. */
export function labelled({ signs }: Messages, label: string, text = ''): string {
  return `${label}${signs.colon}${text}`.trimEnd();
}

/** Where a language has no name: what its readers read best. */
const NEXT_BEST: { readonly [L in Language]: readonly Language[] } = {
  zh: ['en', 'ru', 'kk'],
  en: ['ru', 'kk', 'zh'],
  ru: ['en', 'kk', 'zh'],
  kk: ['ru', 'en', 'zh'],
};

/** A name in a language, else in the one that its readers read best: Russian for Kazakh, English for the others. */
export function nameIn(language: Language, names: Names): string {
  const known = [language, ...NEXT_BEST[language]].find((each) => names[each] !== undefined);
  return known === undefined ? '' : (names[known] ?? '');
}

export function listText({ locale }: Messages, items: readonly string[]): string {
  return writeList(locale, items);
}

/** `other mobile operators`, `China`, `short number 7502`. */
export function destinationText(messages: Messages, to: string): string {
  const { destinations } = messages;
  if (to.startsWith('short:')) return destinations.short(to.slice(6));
  if (to.startsWith('intl:')) return destinations.country(countryText(messages, to.slice(5)));
  const known = Object.entries(destinations).find(([name]) => name === to)?.[1];
  return typeof known === 'string' ? known : to;
}

function countryText({ locale }: Messages, code: string): string {
  const [country = '', network] = code.split('/');
  const name = /^[A-Z]{2}$/.test(country) ? regionName(locale, country) : `+${country}`;
  return network ? `${name} (${network})` : `${name}`;
}

/** What a scope restricts, in words; empty where it restricts nothing. */
export function scopeText(messages: Messages, { use }: { use?: LineUse }): string {
  if (!use) return '';
  const parts = use.scope ? restrictions(messages, use.scope) : [];
  const to = use.to && use.to !== 'internet' ? [messages.scope.to(destinationText(messages, use.to))] : [];
  return [...to, ...parts].join(messages.signs.comma);
}

function restrictions(messages: Messages, scope: Scope): string[] {
  const { scope: words } = messages;
  return [
    ...(scope.to
      ? [
          words.to(
            listText(
              messages,
              scope.to.map((to) => destinationText(messages, to)),
            ),
          ),
        ]
      : []),
    ...(scope.apps
      ? [
          words.apps(
            listText(
              messages,
              scope.apps.map((app) => appName(messages, app)),
            ),
          ),
        ]
      : []),
    ...(scope.hours ? [words.hours(scope.hours.map(hoursText).join(messages.signs.comma))] : []),
    ...(scope.notOver ? [words.notOver(listText(messages, scope.notOver))] : []),
    ...(scope.network ? [words.network(scope.network)] : []),
    ...(scope.zone ? [scope.zone === 'home' ? words.homeZone : words.awayZone] : []),
    ...(scope.lastDay !== undefined ? [words.until(formatDate(messages, scope.lastDay))] : []),
  ];
}

function hoursText([from, until]: readonly [number, number]): string {
  const time = (second: number) =>
    `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}`;
  return `${time(from)}-${time(until)}`;
}
