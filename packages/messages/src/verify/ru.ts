import type { VerifyMessages } from './messages.ts';

export const verifyRu: VerifyMessages = {
  card: ({ number, offer }) => `карта ${number} (${offer})`,
  agrees: ({ best, cost, bound }) =>
    `${best}: сходится. Стоимость ${cost}, нижняя граница ${bound}, все потребности закрыты.`,
  disagrees: ({ best }) => `${best}: с пересчётом не сходится.`,
  disagreements: {
    total: ({ card, found, expected }) => `По серединам цен ${card} стоит ${expected}, а в ответе указано ${found}.`,
    recorded: ({ card, found, expected }) =>
      `По записанным ценам ${card} стоит ${expected}, а в ответе указано ${found}.`,
    ledger: ({ card, day, found, expected }) =>
      `За день ${day} ${card} даёт списания на ${expected}, а в расчёте ответа указано ${found}.`,
    sum: ({ found, expected }) => `По записанным ценам карты вместе стоят ${expected}, а в ответе указано ${found}.`,
    cost: ({ found, expected }) => `По серединам цен карты вместе стоят ${expected}, а в ответе указано ${found}.`,
    gap: ({ found, expected }) =>
      `Разница между стоимостью и нижней границей — ${expected}, а в ответе указано ${found}.`,
    bound: ({ bound, cost }) => `Нижняя граница ${bound} выше стоимости ${cost}.`,
    beaten: ({ bound, cost, by }) => `Нижняя граница ${bound} выше, чем ${cost} — стоимость другого варианта: ${by}.`,
    currency: ({ card, found, expected }) =>
      `Валюта, в которой продаётся ${card}: ${expected}; в ответе указано ${found}.`,
    outside: ({ card, at }) => `Покупка или расход вне периода (${at}): ${card}.`,
    'given-up': ({ card, at }) => `${at} расход без тарифа: он ещё не куплен или уже закрыт, ${card}.`,
    misfit: ({ card, pack }) => `«${pack}» нельзя подключить сюда: ${card}.`,
    closed: ({ offer }) => `«${offer}» больше не продаётся.`,
    unserved: ({ card, use }) => `Не обеспечено, ${card}: ${use}.`,
    'not-carried': ({ use, at }) => `Не взято ни одной картой, начиная с ${at}: ${use}.`,
    'not-asked': ({ use, at }) => `Взято картами сверх запрошенного, начиная с ${at}: ${use}.`,
    'no-local-number': () => 'Нужен местный номер, а его нет ни у одной карты.',
    'calls-not-over-internet': () => 'Звонки идут через мессенджер, а это не разрешено.',
    'no-hotspot': ({ offer }) => `Нужно раздавать интернет, а «${offer}» это запрещает.`,
    'no-esim': ({ offer }) => `«${offer}» — это eSIM, а телефон её не поддерживает.`,
    'network-excluded': ({ offer }) => `«${offer}» работает только в исключённых сетях.`,
    'too-many-cards': ({ found, most }) => `Число карт: ${found}; допустимо: ${most}.`,
    'too-many-slots': ({ found, most }) => `Карт в телефоне одновременно: ${found}; слотов: ${most}.`,
  },
};
