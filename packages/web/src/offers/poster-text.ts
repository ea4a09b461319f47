import { currencyDecimals, type Money } from '@simwise/engine';
import { formatMoney, formatNumber, formatVolume, type Messages } from '@simwise/messages';
import type { PosterForm } from './poster-form.ts';

/** What a poster says, in the reader's words: `₸4,990.00 / 30 days; 20 GB`. */
export function posterText(form: PosterForm, messages: Messages): string {
  const { web, units, signs } = messages;
  const { poster, offers } = web;
  const { currency, period } = form;
  const price = moneyText(form.price, currency, messages);
  const items = [
    period === 'once' ? offers.once({ price }) : `${price} / ${poster.periods[period]}`,
    form.unlimitedData
      ? units.unlimited.data
      : form.gigabytes && `${formatNumber(messages, Number(form.gigabytes))} ${units.gigabyte}`,
    form.unlimitedOnNet ? poster.unlimitedOnNet : '',
    form.minutes && formatVolume(messages, 'voice', Number(form.minutes) * 60),
    form.messages && units.sms(Number(form.messages)),
    form.sim && `${poster.sim}${signs.colon}${moneyText(form.sim, currency, messages)}`,
    form.dataOnly ? poster.dataOnly : '',
  ];
  return items.filter((item) => item !== '').join(signs.semicolon);
}

function moneyText(amount: string, currency: string, messages: Messages): string {
  return formatMoney(messages, Math.round(Number(amount) * 10 ** currencyDecimals(currency)) as Money, currency);
}
