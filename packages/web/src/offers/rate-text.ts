import { type ChargeAction, currencyDecimals, type Rate, type UsageKind } from '@simwise/engine';
import { formatVolume, type Messages, numberFormat, scopeText } from '@simwise/messages';

/** What a price is told for: a minute, a megabyte, a message. */
const UNIT: { readonly [K in UsageKind]: number } = { voice: 60, data: 2 ** 20, sms: 1, mms: 1 };

/** What a use costs beyond the allowances: `₸11 / 1 min (to landlines)`; nothing where no price is told. */
export function rateText({ kind, scope, action }: Rate, currency: string, messages: Messages): string[] {
  if (action.do !== 'charge' || action.price === null) return [];
  const where = scopeText(messages, { use: { kind, units: UNIT[kind], scope } });
  const price = `${unitPrice(action.price, kind, { currency, messages })} / ${formatVolume(messages, kind, UNIT[kind])}`;
  return [where === '' ? price : `${price}${messages.signs.inBrackets({ text: where })}`];
}

type Reader = { readonly currency: string; readonly messages: Messages };

/** Prices of a unit may be parts of a minor unit. */
function unitPrice(price: NonNullable<ChargeAction['price']>, kind: UsageKind, { currency, messages }: Reader): string {
  const amount = ((price.num / price.den) * UNIT[kind]) / 10 ** currencyDecimals(currency);
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return numberFormat(messages.locale, { ...style, maximumFractionDigits: 4 }).format(amount);
}
