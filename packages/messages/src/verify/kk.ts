import type { VerifyMessages } from './messages.ts';

export const verifyKk: VerifyMessages = {
  card: ({ number, offer }) => `${number}-карта (${offer})`,
  agrees: ({ best, cost, bound }) =>
    `${best}: сәйкес келеді. Құны ${cost}, төменгі шегі ${bound}, барлық қажеттілік қамтылған.`,
  disagrees: ({ best }) => `${best}: қайта есептеуге сәйкес келмейді.`,
  disagreements: {
    total: ({ card, found, expected }) =>
      `Баға аралықтарының ортасы бойынша ${card}: ${expected}; жауапта көрсетілгені: ${found}.`,
    recorded: ({ card, found, expected }) =>
      `Жазылған бағалар бойынша ${card}: ${expected}; жауапта көрсетілгені: ${found}.`,
    ledger: ({ card, day, found, expected }) =>
      `${day} күні ${card}: ${expected}; жауаптағы есепте көрсетілгені: ${found}.`,
    sum: ({ found, expected }) =>
      `Жазылған бағалар бойынша карталардың жалпы құны: ${expected}; жауапта көрсетілгені: ${found}.`,
    cost: ({ found, expected }) =>
      `Баға аралықтарының ортасы бойынша карталардың жалпы құны: ${expected}; жауапта көрсетілгені: ${found}.`,
    gap: ({ found, expected }) => `Құн мен төменгі шектің айырмасы: ${expected}; жауапта көрсетілгені: ${found}.`,
    bound: ({ bound, cost }) => `Төменгі шек (${bound}) құннан (${cost}) жоғары.`,
    beaten: ({ bound, cost, by }) => `Төменгі шек (${bound}) басқа нұсқаның құнынан (${cost}) жоғары: ${by}.`,
    currency: ({ card, found, expected }) => `Валютасы, ${card}: ${expected}; жауапта көрсетілгені: ${found}.`,
    outside: ({ card, at }) => `Кезеңнен тыс (${at}) сатып алу немесе пайдалану, ${card}.`,
    'given-up': ({ card, at }) => `${at} тарифсіз пайдалану: ол әлі сатып алынбаған немесе жабылған, ${card}.`,
    misfit: ({ card, pack }) => `«${pack}» бұл картаға қосылмайды: ${card}.`,
    closed: ({ offer }) => `«${offer}» енді сатылмайды.`,
    unserved: ({ card, use }) => `Қамтылмайды, ${card}: ${use}.`,
    'not-carried': ({ use, at }) => `Ешбір карта көтермейді, басталуы ${at}: ${use}.`,
    'not-asked': ({ use, at }) => `Сұралғаннан артық алынған, басталуы ${at}: ${use}.`,
    'no-local-number': () => 'Жергілікті нөмір керек, бірақ ешбір картада ол жоқ.',
    'calls-not-over-internet': () => 'Қоңыраулар мессенджер арқылы жасалады, ал бұған рұқсат берілмеген.',
    'no-hotspot': ({ offer }) => `Интернет тарату керек, ал «${offer}» оған тыйым салады.`,
    'no-esim': ({ offer }) => `«${offer}» — eSIM, ал телефон оны қолдамайды.`,
    'network-excluded': ({ offer }) => `«${offer}» тек алып тасталған желілерде жұмыс істейді.`,
    'too-many-cards': ({ found, most }) => `Карта саны: ${found}; рұқсат етілгені: ${most}.`,
    'too-many-slots': ({ found, most }) => `Телефонда бір мезгілде тұрған карталар: ${found}; ұяшық саны: ${most}.`,
  },
};
