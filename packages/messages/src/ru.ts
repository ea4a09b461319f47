import { contactsRu } from './contacts/ru.ts';
import { coverage } from './coverage/ru.ts';
import { explainRu } from './explain/ru.ts';
import { formalitiesRu } from './formalities/ru.ts';
import { judgedRu } from './judged/ru.ts';
import { keeper } from './keeper/ru.ts';
import type { Messages } from './messages.ts';
import { type PluralForms, plural } from './plural.ts';
import { unreadableRu } from './usage/ru.ts';
import { webRu } from './web/ru.ts';
import { whatIfRu } from './what-if/ru.ts';

const locale = 'ru-RU';
const count = (forms: PluralForms) => (number: number) => plural(locale, number, forms);
const forWhat = (scope: string) => (scope === '' ? '' : ` (${scope})`);
/** A name in quotes, so that it needs no ending of its own; quotes within it become inner ones. */
const quoted = (name: string) => `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
/** `offer` is empty where a line belongs to none, or a fee is spoken of inside another sentence. */
const under = (offer: string) => (offer === '' ? '' : ` по ${quoted(offer)}`);
/** A full stop, unless the text ends with one: dates end in `г.` */
const withStop = (text: string) => (text.endsWith('.') ? text : `${text}.`);
const offersText = count({
  one: '# предложение',
  few: '# предложения',
  many: '# предложений',
  other: '# предложения',
});
const sellersText = count({ one: '# продавец', few: '# продавца', many: '# продавцов', other: '# продавца' });
const combinationsText = count({ one: '# сочетание', few: '# сочетания', many: '# сочетаний', other: '# сочетания' });

export const ru: Messages = {
  locale,
  signs: { comma: ', ', semicolon: '; ', colon: ': ', inBrackets: ({ text }) => ` (${text})` },
  formalities: formalitiesRu,
  contacts: contactsRu,
  explain: explainRu,
  judged: judgedRu,
  coverage,
  keeper,
  units: {
    sms: count({ one: '# SMS', few: '# SMS', many: '# SMS', other: '# SMS' }),
    mms: count({ one: '# MMS', few: '# MMS', many: '# MMS', other: '# MMS' }),
    days: count({ one: '# день', few: '# дня', many: '# дней', other: '# дня' }),
    unlimited: {
      voice: 'безлимитные звонки',
      sms: 'безлимитные SMS',
      mms: 'безлимитные MMS',
      data: 'безлимитный интернет',
      money: 'безлимитные средства',
    },
    months: count({ one: '# месяц', few: '# месяца', many: '# месяцев', other: '# месяца' }),
    calendarMonth: 'календарный месяц',
    gigabyte: 'ГБ',
    megabyte: 'МБ',
  },
  ranges: {
    between: ({ low, high }) => `от ${low} до ${high}`,
    atLeast: ({ low }) => `не меньше ${low}`,
  },
  unknown: 'нет данных',
  lines: {
    'sim-price': ({ offer }) => (offer === '' ? 'цена SIM-карты' : `Цена SIM-карты ${quoted(offer)}`),
    'activation-fee': ({ offer }) => (offer === '' ? 'плата за подключение' : `Подключение ${quoted(offer)}`),
    fee: ({ offer }) => (offer === '' ? 'плата' : `Плата за ${quoted(offer)}`),
    discount: ({ offer }) => `Групповая скидка на ${quoted(offer)}`,
    tax: ({ offer }) => `НДС на ${quoted(offer)}`,
    commission: () => 'Комиссия за пополнение',
    'fee-not-taken': ({ offer }) => `Не удалось списать плату за ${quoted(offer)}`,
    fallback: ({ offer }) => `Автоматически подключено: ${quoted(offer)}`,
    grant: ({ offer, volume, scope }) => `Начислено по ${quoted(offer)}: ${volume}${forWhat(scope)}`,
    consumption: ({ offer, volume, scope }) => `Списано из объёма ${quoted(offer)}: ${volume}${forWhat(scope)}`,
    'used-up': ({ offer, scope }) => `Объём ${quoted(offer)} израсходован${forWhat(scope)}`,
    usage: ({ offer, volume, scope }) => `По расценкам ${quoted(offer)}: ${volume}${forWhat(scope)}`,
    throttled: ({ offer, volume, kbps }) => `На сниженной скорости по ${quoted(offer)}: ${volume} (${kbps})`,
    unpriced: ({ offer, volume, scope, reason }) =>
      `Не рассчитано${under(offer)}: ${volume}${forWhat(scope)} — ${reason}`,
    refusal: ({ offer, volume, scope, reason }) =>
      `Отказано${under(offer)}: ${volume === '' ? '' : `${volume}${forWhat(scope)} — `}${reason}`,
    expiry: ({ offer, volume, scope }) => `Сгорело по ${quoted(offer)}: ${volume}${forWhat(scope)}`,
    exchange: ({ offer, volume }) => `Получено в обмен по ${quoted(offer)}: ${volume}`,
    credit: ({ offer, volume }) => `Взято в долг по ${quoted(offer)}: ${volume}`,
    repayment: ({ offer }) => `Возврат долга по ${quoted(offer)}`,
    end: ({ offer }) => `Действие ${quoted(offer)} закончилось`,
  },
  partOfFee: ({ offer }) => `Часть платы за ${quoted(offer)}, на которую хватило денег`,
  reasons: {
    'not-carried': 'эта карта такого не поддерживает',
    'no-price': 'цена не записана',
    'price-unknown': 'цена неизвестна',
    'used-up': 'включённый объём израсходован',
    'daily-cap': 'достигнут дневной предел',
    'no-money': 'на балансе недостаточно денег',
    'no-card': 'нет действующего тарифа',
    'not-started': 'не подключено',
    'unknown-behaviour': 'неизвестно, что действует, пока плата не внесена',
  },
  // These follow «на», so they are worded to be the same in the accusative.
  destinations: {
    'on-net': 'номера своей сети',
    'national-mobile': 'номера других мобильных операторов',
    landline: 'городские номера',
    national: 'все номера внутри страны',
    group: 'номера своей группы',
    favourites: 'избранные номера',
    intl: 'международные номера',
    unlisted: 'номера из неизвестного списка',
    internet: 'интернет',
    short: (number) => `короткий номер ${number}`,
    country: (name) => `направление «${name}»`,
  },
  scope: {
    to: (list) => `на ${list}`,
    apps: (list) => `для ${list}`,
    appKinds: {
      messengers: 'мессенджеры',
      'social networks': 'соцсети',
      'video conferences': 'видеоконференции',
      'education sites': 'образовательные сайты',
    },
    hours: (list) => `в часы ${list}`,
    notOver: (list) => `не через ${list}`,
    network: (name) => `только в сети ${name}`,
    homeZone: 'в домашнем регионе',
    awayZone: 'вне домашнего региона',
    until: (day) => `до ${day}`,
  },
  refusals: {
    'bad-days': ({ days, most }) =>
      `Число дней может быть от 1 до ${most}, а указано ${days}. Задайте --days в этих пределах.`,
    'use-outside-stay': ({ count: number, first, last }) =>
      `${withStop(`Период: с ${first} по ${last}`)} Записей о расходе вне его: ${number}. Задайте --start и --days так, чтобы они охватили весь файл.`,
    'no-such-offer': ({ id, similar }) =>
      `Предложения «${id}» нет${similar === '' ? '' : `; похожие: ${similar}`}. Полный список: «simwise offers».`,
    'left-out': ({ id, reason }) => `Предложение «${id}» известно, но не рассчитывается: ${reason}`,
    'before-first-version': ({ id, first, asked }) =>
      `${withStop(`На ${asked} данных о «${id}» нет: они начинаются с ${first}`)} Укажите этот день или более поздний.`,
    'no-such-payment': ({ id, payment, known }) =>
      `«${id}» нельзя оплатить способом «${payment}»; ${known === '' ? 'способ оплаты только один' : `возможные способы: ${known}`}.`,
    'mixed-currencies': ({ currencies }) =>
      `Предложения в разных валютах (${currencies}) не могут быть на одной карте. Рассчитайте их по отдельности.`,
    'several-plans': ({ plans }) =>
      `На карте может быть один базовый тариф, а указано несколько: ${plans}. Рассчитайте их по отдельности.`,
    'bad-number': ({ number }) => `«${number}» — не номер телефона. Номер пишется так: +77011234567.`,
    'no-exchange-rate': ({ from, to, known }) => `Курс ${from} к ${to} не записан. Есть курсы для валют: ${known}.`,
    'bad-stay': ({ problems }) => `Не удалось прочитать описание периода: ${problems}.`,
    'bad-answer': ({ problems }) =>
      `Это не JSON команды «simwise advise --json» с доказательствами: ${problems}. Создайте его заново.`,
    'nothing-proven': () =>
      'В ответе ничего не доказано, пересчитывать нечего. Создайте его заново: «simwise advise --json».',
    'no-such-activity': ({ id, known }) => `Занятия «${id}» нет в списке. Известны: ${known}.`,
  },
  problems: {
    missing: ({ path }) => `${path}: отсутствует`,
    empty: ({ path }) => `${path}: не заполнено`,
    'wrong-type': ({ path, expected }) => `${path}: нужно указать ${expected}`,
    'unknown-fields': ({ path, fields }) => `${path}: поля ${fields} здесь нет`,
    'not-one-of': ({ path, known }) => `${path}: возможно только одно из ${known}`,
    'too-small': ({ path, least }) => `${path}: не может быть меньше ${least}`,
    'too-big': ({ path, most }) => `${path}: не может быть больше ${most}`,
    'wrong-form': ({ path, example }) => `${path}: пишется так, как ${example}`,
  },
  valueTypes: {
    string: 'текст',
    number: 'число',
    int: 'целое число',
    boolean: 'true или false',
    array: 'список',
    object: 'набор полей',
    record: 'набор полей',
  },
  badText: ({ kind, text, examples }) => `Не удалось прочитать «${text}». Здесь нужно: ${kind}. Пример: ${examples}.`,
  textKinds: {
    money: 'сумма денег',
    'sane-money': 'сумма, возможная для предложения, не больше ста миллионов',
    volume: 'объём',
    'unit-price': 'цена за единицу',
    period: 'срок',
    increment: 'шаг тарификации',
    hours: 'промежуток времени',
    'data-use': 'расход интернета',
    'call-use': 'расход минут по направлению',
    'message-use': 'число сообщений по направлению',
    'sane-use': 'расход, возможный для человека за день',
    destination: 'направление',
  },
  warnings: {
    unserved: ({ unserved }) => `Не обеспечено: ${unserved}.`,
    estimate: ({ offer }) => `Цена ${quoted(offer)} — оценка: в последний раз её видели больше года назад.`,
    reference: ({ offer }) =>
      `${quoted(offer)} нельзя купить: это замена местным картам, сегодняшняя цена которых не записана.`,
    old: ({ offer, seen }) => withStop(`Цену ${quoted(offer)} в последний раз видели ${seen}`),
    'fair-use': ({ offer }) =>
      `По ${quoted(offer)} обещан безлимит, но после некоторого объёма, который нигде не указан, скорость могут снизить.`,
    'no-local-number': () => 'Местного номера, который вам нужен, здесь нет.',
    'no-code-messages': () => 'Получать SMS с кодами на местный номер не получится.',
    'hotspot-unknown': ({ offer }) => `Неизвестно, можно ли раздавать интернет по ${quoted(offer)}.`,
    'network-unknown': ({ offer }) => `Неизвестно, в какой сети работает ${quoted(offer)}.`,
    'open-range': () => 'Неизвестно, сколько это может стоить самое большее.',
    'calls-over-internet': () => 'Звонки идут через мессенджер; он должен быть и у того, кому вы звоните.',
    'old-rate': ({ from, day }) => withStop(`Курс ${from} взят на ${day}`),
    'number-by-prefix': () =>
      'Сеть номера определяется по его коду; у номера, перенесённого к другому оператору, код остаётся прежним.',
    'needs-plan': ({ offer }) =>
      `${quoted(offer)} работает только вместе с базовым тарифом, плата за который здесь не учтена.`,
    closed: ({ offer }) => `${quoted(offer)} больше не продаётся.`,
  },
  why: {
    cheapest: ({ by }) =>
      by === ''
        ? 'Это единственный вариант, который закрывает все потребности.'
        : `Это самый дешёвый вариант: на ${by} дешевле следующего.`,
    tied: ({ with: others }) =>
      `По середине диапазона это самый дешёвый вариант; вариантов, не отличимых от него по цене, ещё ${others}.`,
    dearer: ({ by }) => `По середине диапазона этот вариант на ${by} дороже первого.`,
    unserved: () => 'Этот вариант закрывает не все потребности и потому стоит в списке после тех, что закрывают все.',
    'made-of': ({ offer, share }) => `Доля ${quoted(offer)} в стоимости: ${share}.`,
    free: () => 'По имеющимся данным, этот вариант бесплатный.',
  },
  breaks: {
    'data-above': ({ bytesPerDay }) => `если нужно больше ${bytesPerDay} в день`,
    'valid-until': ({ day, offer }) => `если период закончится позже ${day} (${quoted(offer)})`,
  },
  // A number stands before these, so they are worded to fit any number.
  leftOut: {
    closed: 'снято с продажи',
    'later-version': 'известно только на более поздние дни',
    'not-eligible': 'для других клиентов (компании, действующие или иностранные абоненты)',
    'price-unknown': 'без записанной цены',
    'price-too-old': 'с ценой слишком давней, чтобы её оценить',
    'no-exchange-rate': 'в валюте без записанного курса',
    'no-esim': 'для телефонов с eSIM',
    'no-hotspot': 'с запретом раздавать интернет',
    'not-a-card': 'не относится ни к картам, ни к пакетам',
    'reference-not-needed': 'только для замены, которая не понадобилась',
  },
  basis: ({ offer, seen }) => withStop(`${offer}: цену видели ${seen}`),
  estimate: ({ offer, seen, factor, from, to }) =>
    `${quoted(offer)}: оценка. Цену видели ${seen}; официальная цена начального пакета с ${from} по ${to} год выросла (коэффициент ${factor}), поэтому цена лежит между записанной и записанной, умноженной на ${factor}.`,
  estimateOpen: ({ offer, seen }) =>
    `${quoted(offer)}: оценка. Цену видели ${seen}; официальных цен за то время нет, поэтому сверху её ничто не ограничивает.`,
  seen: ({ from, to }) => (from === to ? from : `между ${from} и ${to}`),
  seenUnknown: 'в неизвестный день',
  assumedIncrements: 'Если в источнике не сказано, какими шагами считается расход, взяты секунда и килобайт.',
  presets: {
    transit: 'транзит',
    tourist: 'туризм',
    'business-trip': 'командировка',
    student: 'учёба',
    resident: 'постоянное проживание',
    'remote-worker': 'удалённая работа',
  },
  kinds: {
    phone: 'SIM-карта с номером',
    data: 'карта для интернета',
    pair: 'SIM-карта с номером и карта для интернета',
  },
  cards: {
    phone: 'SIM-карта с номером',
    data: 'карта для интернета',
    hybrid: 'комбинированная карта',
    'travel-esim': 'eSIM для поездок',
  },
  tiers: { A: 'A, высокая', B: 'B, средняя', C: 'C, низкая', D: 'D, слухи или давние сведения' },
  command: {
    total: 'Итого',
    between: ({ low, high }) => `от ${low} до ${high}`,
    atLeast: ({ low }) => `не меньше ${low}; остальное неизвестно`,
    left: 'Останется в конце',
    leftUntil: ({ volume, scope, until }) => `${volume}${forWhat(scope)}${until === '' ? '' : `, до ${until}`}`,
    sources: 'Источники',
    tier: 'Надёжность',
    compared: ({ offers, sellers, choices }) =>
      `Сравнено: ${offersText(offers)}, ${sellersText(sellers)}, ${combinationsText(choices)}.`,
    leftOut: ({ count: number }) => `Не учтено ${offersText(number)}`,
    use: 'Расход',
    best: {
      overall: 'Лучший вариант',
      phone: 'Лучшая SIM-карта с номером',
      data: 'Лучшая карта для интернета',
      pair: 'Лучшая пара',
    },
    buy: 'Что купить',
    value: ({ perGigabyte, perDay }) => `${perGigabyte === '' ? '' : `${perGigabyte} за гигабайт, `}${perDay} в день`,
    tied: ({ count: number }) => `Вариантов, не отличимых по цене: ${number}`,
    breaks: 'Когда вариант не подойдёт',
    proven: ({ excluded }) =>
      `Доказано: при средних ценах ни одно другое сочетание не дешевле (исключено: ${excluded}).`,
    unproven: ({ gap }) =>
      `Доказано не до конца: при средних ценах другое сочетание может оказаться дешевле, но не более чем на ${gap}.`,
    offers: ({ count: number }) => offersText(number),
    price: 'Цена',
    closed: 'снято с продажи',
    open: 'в продаже',
    saleUnknown: 'неизвестно, продаётся ли',
    notes: 'Примечания',
    codes: 'Коды',
    networks: 'Сети',
    rate: ({ from, to, rate, day }) => `1 ${from} = ${rate} ${to}, курс на ${day}`,
    fields: {
      start: 'дата начала',
      days: 'число дней',
      data: 'интернет',
      calls: 'звонки',
      sms: 'SMS',
      needs: 'потребности',
      device: 'телефон',
    },
  },
  ask: {
    intro: 'Какая карта нужна в Казахстане? Несколько вопросов; «Не знаю» — тоже ответ.',
    preset: 'Для чего вам нужна связь?',
    start: 'С какого дня? (ГГГГ-ММ-ДД)',
    days: 'На сколько дней?',
    data: 'Чем вы занимаетесь в интернете? (пробел отмечает, Enter — дальше; ничего не отмечено — «Не знаю»)',
    howMuch: {
      hour: ({ activity }) => `Сколько часов в день: ${activity}?`,
      minute: ({ activity }) => `Сколько минут в день: ${activity}?`,
      piece: ({ activity }) => `Сколько раз в день: ${activity}?`,
    },
    dataKnown: 'Сколько интернета нужно в день? (например, 800MB)',
    dataUnknown: 'Не знаю',
    calls: 'Сколько минут в день вы звоните на номера внутри страны?',
    number: 'Нужен ли вам местный номер — для кодов по SMS или для входящих звонков?',
    esim: 'Поддерживает ли ваш телефон eSIM?',
    unsure: 'Не знаю',
    yes: 'да',
    no: 'нет',
    cancelled: 'Остановлено. Ничего не сохранено.',
    badDay: 'Дата пишется так: 2026-12-01.',
    badDays: 'Целое число от 1 до 3660.',
    badCount: 'Число, например 2 или 0.5, не больше 1000.',
  },
  unreadable: unreadableRu,
  web: webRu,
  whatIf: whatIfRu,
};
