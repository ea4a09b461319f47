import { readMoney } from '@simwise/catalog';
import { currencyDecimals, formatMinor, type LocalSecond, type Money, parseLocal } from '@simwise/engine';
import { UsageError } from './session.ts';

/** `300KZT`, `300 KZT` or `-12.50 KZT` as the keeper's file writes it. @throws UsageError */
export function writtenMoney(text: string, option: string): string {
  try {
    const { amount, currency } = readMoney(text.replace(/^-/, ''));
    const signed = (text.startsWith('-') ? -amount : amount) as Money;
    return `${formatMinor(signed, currencyDecimals(currency))} ${currency}`;
  } catch {
    throw new UsageError(({ usage }) => usage.money({ option, text }));
  }
}

/** A day or a time on the clock of the country. @throws UsageError */
export function readTime(text: string): LocalSecond {
  try {
    return parseLocal(text);
  } catch {
    throw new UsageError(({ usage }) => usage.time({ text }));
  }
}
