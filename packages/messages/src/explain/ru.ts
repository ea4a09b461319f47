import { plural } from '../plural.ts';
import type { ExplainMessages } from './messages.ts';

export const explainRu: ExplainMessages = {
  intro: ({ days }) => `Четыре вида карт рядом, для вашей поездки (${days}):`,
  kinds: {
    phone: 'SIM-карта с номером',
    data: 'карта для интернета',
    hybrid: 'гибридная карта',
    'app-pass': 'пакет для приложений',
  },
  what: {
    phone:
      'SIM-карта оператора с номером: звонки, SMS и интернет вместе, чаще всего за регулярную плату. Оформляется на человека.',
    data: 'Только для интернета, сюда же относятся туристические eSIM: платят за объём или за дни, чаще всего без регулярной платы. Звонки заменяют мессенджеры.',
    hybrid: 'Карта для интернета, у которой есть ещё номер и немного звонков.',
    'app-pass':
      'Это не карта, а дополнение к тарифу: интернет в определённых приложениях не расходует пакет. Всё остальное зависит от тарифа.',
  },
  abilities: {
    'local-number': 'местный номер, коды по SMS',
    calls: 'звонки',
    messages: 'SMS',
    internet: 'интернет',
    hotspot: 'раздача интернета',
  },
  forms: {
    monthly: 'помесячно',
    weekly: 'понедельно',
    daily: 'посуточно',
    term: 'за другой срок',
    once: 'один раз',
    'as-used': 'за каждое использование',
  },
  yes: 'есть',
  no: 'нет',
  unknown: 'неизвестно',
  some: ({ yes, of }) => `${yes} из ${of}`,
  onlyApps: ({ apps }) => `только ${apps}`,
  onlySomeApps: ({ count }) =>
    `только ${plural('ru-RU', count, {
      one: '# приложение',
      few: '# приложения',
      many: '# приложений',
      other: '# приложения',
    })}`,
  rows: {
    offers: 'известно',
    price: 'оплата',
    best: 'лучшее для вас',
    cost: 'стоимость поездки',
    trouble: 'хлопоты',
    asks: 'Что потребуется от вас',
  },
  offers: ({ offers, sellers }) =>
    `${plural('ru-RU', offers, { one: '# предложение', few: '# предложения', many: '# предложений', other: '# предложения' })}, ${plural('ru-RU', sellers, { one: '# продавец', few: '# продавца', many: '# продавцов', other: '# продавца' })}`,
  none: 'нет',
  noneForYou: 'для вас нет',
  onTopOf: ({ offer }) => `в дополнение к ${offer}`,
  withoutPlan: ({ cost }) => `${cost} сверх тарифа`,
  unserved: ({ why }) => `покрывает не всё, что нужно: ${why}`,
  asksNothing: 'ничего не известно',
  noSuchChoice: ({ asked, similar, most }) =>
    `Выбора «${asked}» нет${similar === '' ? '' : `; похожие: ${similar}`}. Укажите номер от 1 до ${most}, phone, data, pair или предложение из списка.`,
};
