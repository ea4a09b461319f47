import type { CounterTexts } from './texts.ts';

const RULES = new Intl.PluralRules('ru-RU');
const span = (one: string, few: string, many: string) => (number: number) => {
  if (number === 1) return ` за ${one}`;
  const forms: { readonly [form in Intl.LDMLPluralRule]?: string } = { one, few, many };
  return ` за ${number} ${forms[RULES.select(number)] ?? few}`;
};

export const counterRu: CounterTexts = {
  title: 'Заказ SIM-карты',
  titleWithoutShop: 'В магазин идти не нужно',
  hello: 'Здравствуйте! Мне нужна эта SIM-карта.',
  thanks: 'Спасибо!',
  tariff: 'Именно этот тариф',
  likeThis: 'Тариф вроде этого',
  atLeast: ({ volumes }) => `Не меньше: ${volumes}`,
  per: { days: span('день', 'дня', 'дней'), months: span('месяц', 'месяца', 'месяцев') },
  price: {
    fee: ({ amount, per, seen }) => `По нашим данным: ${amount}${per} (${seen}). Сколько стоит сегодня?`,
    statistic: ({ amount, per, seen }) =>
      `По официальной статистике — около ${amount}${per} (${seen}). Какой тариф ближе всего и сколько он стоит?`,
    none: 'По нашим данным, без абонентской платы. Это так?',
    unknown: 'Сколько стоит сегодня?',
  },
  undated: 'без даты',
  packs: 'С этими пакетами',
  noPacks: 'Другие пакеты не нужны',
  later: 'Позже подключу самостоятельно',
  not: 'Пожалуйста, не подключайте',
  extras: {
    service: ({ name }) => `платная услуга: ${name}`,
    credit: ({ name }) => `автоматический кредит: ${name}`,
    'daily-pack': ({ name }) => `автоматический ежедневный пакет: ${name}`,
    other: 'любые другие платные услуги и подписки',
  },
  offBy: 'отключается',
  check: 'Давайте вместе проверим этот код',
  showMe: 'Покажите, пожалуйста, как узнать баланс и остатки',
  help: 'Помогите, пожалуйста, сделать это сейчас',
  documents: 'У меня с собой',
  esim: {
    noShop: 'Эту eSIM покупают онлайн, в магазин идти не нужно.',
    buy: ({ seller }) => `Купите в приложении или на сайте ${seller}:`,
    price: ({ amount, per, seen }) => `По нашим данным: ${amount}${per} (${seen}).`,
    noFee: 'По нашим данным, без абонентской платы.',
    priceUnknown: 'Цены в наших данных нет.',
    before: 'До оплаты проверьте, есть ли страна в списке и сколько стоит сегодня.',
    install: 'Установите eSIM по Wi-Fi до поездки. Своя SIM остаётся в телефоне для звонков и SMS.',
    arrival: 'По приезде включите для этой eSIM интернет и роуминг данных. Интернет своей SIM выключите.',
    networks: ({ networks }) => `Работает в сетях: ${networks}.`,
    networkUnknown: 'В чьей сети она работает, неизвестно.',
    again: 'Когда закончится, купите снова:',
  },
  home: {
    order: ({ seller }) => `Подключите у ${seller} до поездки, в магазин идти не нужно.`,
    arrival: 'По приезде включите для этой SIM роуминг данных.',
  },
  app: {
    order: ({ app }) => `Эту SIM-карту заказывают в приложении ${app}.`,
    nothingElse: 'Другие пакеты и платные услуги в приложении не подключайте.',
  },
  copyHint: 'Чтобы скопировать код, нажмите и удерживайте его.',
  dial: 'набрать',
  qr: 'То же самое текстом',
  command: {
    answerOrFlags: 'Укажите либо файл --answer, либо параметры поездки, но не то и другое.',
    brokenAnswer: ({ file, problems }) =>
      `${file} — не ответ «simwise advise --json»: ${problems}. Создайте его заново: simwise advise --json > answer.json`,
    notJson: ({ line, col }) => `это не JSON начиная со строки ${line}, столбца ${col}`,
    notInCatalog: ({ id, similar }) => `«${id}» нет в каталоге${similar === '' ? '' : `; похожие: ${similar}`}`,
    cannotWrite: ({ file }) => `Не удаётся записать ${file}: выберите другое место с помощью --out.`,
    badFormat: ({ format }) => `Формата «${format}» нет: укажите --format text, html или svg.`,
    written: ({ file }) => `Записано: ${file}`,
  },
};
