import type { ExplainMessages } from './messages.ts';

export const explainKk: ExplainMessages = {
  intro: ({ days }) => `Картаның төрт түрі қатар қойылды, сапарыңыз: ${days}.`,
  kinds: {
    phone: 'нөмірлі SIM-карта',
    data: 'интернет-карта',
    hybrid: 'аралас карта',
    'app-pass': 'қосымшаға арналған топтама',
  },
  what: {
    phone:
      'Оператордың нөмірі бар SIM-картасы: қоңырау, SMS және интернет бірге, көбіне тұрақты төлеммен. Адамның атына тіркеледі.',
    data: 'Тек интернетке арналған, саяхат eSIM-дері де осыған кіреді: көлеміне не күніне төленеді, көбіне тұрақты төлемі жоқ. Қоңыраудың орнын мессенджерлер басады.',
    hybrid: 'Нөмірі мен аздаған қоңырауы да бар интернет-карта.',
    'app-pass':
      'Бұл карта емес, тарифке қосылатын топтама: белгілі қосымшалардағы интернет есептелмейді. Қалғанының бәрі тарифке байланысты.',
  },
  abilities: {
    'local-number': 'жергілікті нөмір, SMS кодтары',
    calls: 'қоңырау',
    messages: 'SMS',
    internet: 'интернет',
    hotspot: 'интернет тарату',
  },
  forms: {
    monthly: 'ай сайын',
    weekly: 'апта сайын',
    daily: 'күн сайын',
    term: 'басқа мерзімге',
    once: 'бір рет',
    'as-used': 'әр пайдаланғанға',
  },
  yes: 'бар',
  no: 'жоқ',
  unknown: 'белгісіз',
  some: ({ yes, of }) => `${of} ішінен ${yes}`,
  onlyApps: ({ apps }) => `тек ${apps}`,
  onlySomeApps: ({ count }) => `тек ${count} қосымша`,
  rows: {
    offers: 'белгілісі',
    price: 'төлемі',
    best: 'сізге ең лайығы',
    cost: 'сапар құны',
    trouble: 'әуресі',
    asks: 'Сізден не талап етіледі',
  },
  offers: ({ offers, sellers }) => `${offers} ұсыныс, ${sellers} сатушы`,
  none: 'жоқ',
  noneForYou: 'сізге жоқ',
  onTopOf: ({ offer }) => `мына тарифке қосылады: ${offer}`,
  withoutPlan: ({ cost }) => `тарифтен бөлек ${cost}`,
  unserved: ({ why }) => `керектің бәрін бермейді: ${why}`,
  asksNothing: 'белгілі ештеңе жоқ',
  noSuchChoice: ({ asked, similar, most }) =>
    `«${asked}» деген таңдау жоқ${similar === '' ? '' : `; ұқсастары: ${similar}`}. 1-ден ${most}-ге дейінгі нөмірді, phone, data, pair сөзін немесе тізімдегі ұсынысты беріңіз.`,
};
