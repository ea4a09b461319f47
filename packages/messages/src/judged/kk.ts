import type { JudgedMessages } from './messages.ts';

export const judgedKk: JudgedMessages = {
  regards: { cheapest: 'Ең арзаны', safest: 'Ең сенімдісі', simplest: 'Ең қарапайымы' },
  byAssumption: ({ scenarios, stay, day }) =>
    `Алдағы шығынды ешкім білмейді. Қаралған нұсқалар саны: ${scenarios} (болжам: сапардың орташасы ${stay}, жеке күн ${day} ауытқиды):`,
  byHistory: ({ scenarios, days }) =>
    `Алдағы шығынды ешкім білмейді. Тарихыңыз (${days}) бойынша қаралған нұсқалар саны: ${scenarios}:`,
  acting: 'Келесі пакет алдыңғысы таусылғанда ғана, одан ерте емес, сатып алынады деп есептеледі.',
  gap: ({ first, last }) => `${first} мен ${last} аралығында тарихта ештеңе жоқ; бұл күндер есепке алынбады.`,
  expected: ({ expected, p50, p90 }) =>
    `орта есеппен ${expected}, жағдайлардың жартысында ең көбі ${p50}, он жағдайдың тоғызында ең көбі ${p90}`,
  wins: ({ share }) => `нұсқалардың ${share} бөлігінде ең арзан`,
  runsOut: ({ share }) => `нұсқалардың ${share} бөлігінде жетпей қалады`,
  prices: {
    safest: ({ price }) => `сенімділіктің құны: ${price}`,
    simplest: ({ price }) => `қарапайымдылықтың құны: ${price}`,
  },
};
