import type { JudgedMessages } from './messages.ts';

export const judgedRu: JudgedMessages = {
  regards: { cheapest: 'Самый дешёвый', safest: 'Самый надёжный', simplest: 'Самый простой' },
  byAssumption: ({ scenarios, stay, day }) =>
    `Будущий расход никому не известен. Вариантов развития: ${scenarios} (допущение: среднее за поездку отклоняется на ${stay}, отдельный день — на ${day}):`,
  byHistory: ({ scenarios, days }) =>
    `Будущий расход никому не известен. Вариантов развития по вашей истории (${days}): ${scenarios}:`,
  acting: 'Предполагается, что следующий пакет покупают, когда закончился прежний, не раньше.',
  gap: ({ first, last }) => `С ${first} по ${last} в истории ничего нет; эти дни не учтены.`,
  expected: ({ expected, p50, p90 }) =>
    `в среднем ${expected}, в половине случаев не больше ${p50}, в девяти из десяти не больше ${p90}`,
  wins: ({ share }) => `дешевле всех в ${share} вариантов`,
  runsOut: ({ share }) => `не хватает в ${share} вариантов`,
  prices: {
    safest: ({ price }) => `уверенность стоит ${price}`,
    simplest: ({ price }) => `простота стоит ${price}`,
  },
};
