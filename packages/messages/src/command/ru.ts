import type { CommandWords } from './messages.ts';

export const commandRu: CommandWords = {
  example: 'Это был пример: поездка туриста с сегодняшнего дня.',
  howToAsk:
    'Ваш собственный запрос: npm start -- advise --days 12 --data 1GB/day --calls national-mobile:10min/day (в терминале: npm start -- advise)',
  detailsOf: 'Другой вариант полностью: добавьте --choice с его номером или с phone, data либо pair.',
  whatIfOf: 'Что изменило бы ответ: добавьте --what-if.',
  noAnswer: 'Ни один вариант не закрывает все потребности за этот период.',
  stay: ({ days, first, last, preset }) => `Период: ${days}, с ${first} по ${last} (${preset})`,
  assumed: ({ fields }) => `Не указано, взято по умолчанию: ${fields}.`,
  none: 'нет варианта, который закрывает все потребности',
  rest: 'Все варианты',
  onDay: ({ day, offer }) => `${day}: ${offer}`,
  topUps: 'Нужно пополнить баланс',
  moneyLeft: 'Останется на балансе',
  sums: 'Сумма строк',
  noUse: 'нет',
  ledger: 'Детализация',
  restsOn: 'На чём основан расчёт',
  careful: 'Учтите',
};
