import { plural } from '../plural.ts';
import type { FormalityMessages } from './messages.ts';

type Forms = { readonly one: string; readonly few: string; readonly many: string; readonly other: string };
const count = (number: number, forms: Forms) => plural('ru-RU', number, forms);
const days = { one: '# день', few: '# дня', many: '# дней', other: '# дня' };

export const formalitiesRu: FormalityMessages = {
  steps: {
    'take-card': ({ offer }) => `Взять карту: ${offer}`,
    'install-esim': ({ offer }) => `Купить и установить eSIM: ${offer}`,
    'order-at-home': ({ offer }) => `Подключить на своей домашней карте до поездки: ${offer}`,
    buy: ({ offer }) => `Купить: ${offer}`,
  },
  stepBy: ({ step, day }) => `${step}, не позднее ${day}`,
  stepTimes: ({ step, count: times }) =>
    `${step} (${count(times, { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })})`,
  stepWith: ({ step, effort }) => `${step} (${effort})`,
  inPerson: 'лично',
  wait: {
    'working-hour': (number) =>
      count(number, { one: '# рабочий час', few: '# рабочих часа', many: '# рабочих часов', other: '# рабочего часа' }),
    'working-day': (number) =>
      count(number, { one: '# рабочий день', few: '# рабочих дня', many: '# рабочих дней', other: '# рабочего дня' }),
  },
  effortUnknown: 'сколько времени займёт, неизвестно',
  hassle: ({ steps, cards }) =>
    `${count(steps, { one: '# шаг', few: '# шага', many: '# шагов', other: '# шага' })}, ${count(cards, { one: '# карта', few: '# карты', many: '# карт', other: '# карты' })}`,
  titleAndText: ({ title, text }) => `${title}. ${text}`,
  facts: {
    localCard: { yes: 'вы берёте местную карту', no: 'вы не берёте местную карту' },
    roamingCard: { yes: 'одна из карт работает в роуминге', no: 'ни одна из карт не работает в роуминге' },
    localNumber: { yes: 'вы получаете местный номер', no: 'вы не получаете местного номера' },
    appPass: {
      yes: 'есть пакет только для определённых приложений',
      no: 'нет пакета только для определённых приложений',
    },
    eResident: { yes: 'вы электронный резидент', no: 'вы не электронный резидент' },
    taxNumber: { yes: 'у вас есть ИИН', no: 'у вас нет ИИН' },
    holdsLocalNumber: { yes: 'у вас уже есть местный номер', no: 'у вас ещё нет местного номера' },
    citizen: { home: 'у вас гражданство этой страны', foreign: 'у вас нет гражданства этой страны' },
    handsetBought: { here: 'телефон куплен в стране', abroad: 'телефон куплен за границей' },
    brands: {
      yes: ({ brands }) => `вы берёте карту ${brands}`,
      no: ({ brands }) => `вы не берёте карту ${brands}`,
    },
    condition: { yes: 'вы покупаете для компании', no: 'вы покупаете не для компании' },
    numbersHeld: ({ count: number }) =>
      `у вас ${count(number, { one: '# номер', few: '# номера', many: '# номеров', other: '# номера' })}`,
    handsetUsedBefore: {
      yes: ({ day }) => `телефон работал с местной картой до ${day}`,
      no: ({ day }) => `телефон не работал с местной картой до ${day}`,
    },
    daysWithLocalCard: ({ days: number }) => `местная карта нужна на ${count(number, days)}`,
    places: { yes: ({ place }) => `${place} есть в маршруте`, no: ({ place }) => `${place} нет в маршруте` },
    since: ({ day }) => `правило вступает в силу ${day}, после вашего первого дня`,
  },
  questions: {
    localCard: () => 'Это местная карта?',
    roamingCard: () => 'Карта работает в роуминге?',
    localNumber: () => 'Даёт ли карта местный номер?',
    appPass: () => 'Есть ли пакет только для определённых приложений?',
    eResident: () => 'Вы электронный резидент?',
    taxNumber: () => 'Есть ли у вас ИИН?',
    holdsLocalNumber: () => 'Есть ли у вас уже местный номер?',
    citizen: () => 'Есть ли у вас гражданство этой страны?',
    handsetBought: () => 'Где куплен телефон — в стране или за границей?',
    brands: () => 'Какой это бренд?',
    condition: () => 'Вы покупаете для компании?',
    numbersHeld: () => 'Сколько у вас местных номеров?',
    handsetUsedBefore: ({ day }) => `Работал ли телефон с местной картой до ${day}?`,
    daysWithLocalCard: () => 'На сколько дней нужна карта?',
    places: ({ place }) => `Будете ли вы здесь: ${place}?`,
    since: () => 'В какой день вы приезжаете?',
  },
  law: { draft: 'проект, принят ли — не подтверждено', unknown: 'ни в одном прочитанном тексте не сказано' },
  topics: {
    identity: 'Личность и проверка лица',
    'number-limit': 'Сколько номеров',
    handset: 'Телефон',
    'tax-number': 'ИИН',
    portability: 'Перенос номера',
    'number-life': 'Срок жизни номера',
    'local-number': 'Где нужен местный номер',
    emergency: 'Экстренная помощь',
    sharing: 'Раздача интернета и VPN',
  },
  confidence: { high: 'надёжно', medium: 'довольно надёжно', low: 'ненадёжно' },
  documents: {
    'identity-document': 'удостоверение личности',
    passport: 'паспорт',
    translation: 'нотариальный перевод паспорта, если он не на латинице и не на кириллице',
    handset: 'телефон, для которого карта',
  },
  inForceSince: ({ day }) => `действует с ${day}`,
  lastSeen: ({ seen }) => `по данным на ${seen}`,
  undated: 'без даты',
  headings: {
    steps: 'Что сделать',
    hassle: 'Хлопоты',
    depends: 'Зависит от того, что не сказано',
    applies: 'Относится к вам',
    unknown: 'Неизвестно',
    doesNotApply: 'К вам не относится',
    because: 'потому что',
    bring: 'Взять с собой',
    forChoice: ({ choice }) => `Формальности: ${choice}`,
  },
};
