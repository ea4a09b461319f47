import type { ForecastMessages } from './messages.ts';

export const ru: ForecastMessages = {
  problems: {
    'empty-history': () => 'в нём нет расхода; добавьте хотя бы одну строку под заголовком at,kind,to,amount,app',
    'history-in-future': ({ first, count }) =>
      `строк с датой позже сегодняшней: ${count}, первая — ${first}; история кончается сегодня: исправьте даты или уберите эти строки`,
    'history-in-megabytes': ({ largest }) =>
      `ни один расход данных не больше ${largest} байт, похоже, это мегабайты; данные указывают в байтах: умножьте на 1048576`,
    'history-too-short': ({ months, first, last }) =>
      `с ${first} по ${last} полных календарных месяцев: ${months}; для проверки нужны два: один для обучения, другой для расчёта`,
  },
  next: {
    usual: ({ volume }) => `Обычный расход: ${volume} в день`,
    wait: ({ day }) => `Сегодня ничего не покупайте: остатка хватит до ${day}.`,
    buy: ({ offer, days, cost }) => `Купите сегодня: ${offer}, примерно на ${days} (${cost}).`,
    nothing: 'Пакетов к этому тарифу в каталоге нет: посоветовать нечего.',
    guarantee: ({ times }) =>
      `При таких покупках пакеты никогда не обойдутся больше чем в ${times} раза от суммы, которую заплатил бы за те же дни знающий будущее.`,
    ifUsual: ({ offer, days }) => `Если все ${days} впереди будут обычными, дешевле всего ${offer}.`,
    ladder: 'Сравнены пакеты',
    gap: ({ first, last }) => `С ${first} по ${last} в истории ничего нет; эти дни не учтены.`,
  },
  backtest: {
    heading: ['Месяц', 'Совет', 'Заплачено', 'Минимум', 'Потеря'],
    sum: 'Итого',
    ranOut: 'не хватило',
    hindsight: ({ month, cards }) => `${month}, задним числом: ${cards}`,
    skipped: ({ months }) => `Без ответа: ${months}`,
  },
};
