import type { KeeperMessages } from './messages.ts';

/** The days in which something may come, in brackets. */
function span(early: string, late: string): string {
  if (early === late) return '';
  return late === '' ? ` (${early} или позже, а может, и не закончится)` : ` (${early} – ${late})`;
}

export const keeper: KeeperMessages = {
  kinds: { data: 'интернет', voice: 'минуты', sms: 'SMS', mms: 'MMS', money: 'бонусные деньги' },
  calendarName: 'SIM-карты',
  titles: {
    'runs-out': ({ name, kind }) => `${name}: может закончиться: ${kind}`,
    'money-out': ({ name }) => `${name}: могут закончиться деньги`,
    charge: ({ name, amount }) => `${name}: спишется ${amount}`,
    ends: ({ name, offer }) => `${name}: заканчивается ${offer}`,
    expires: ({ name, left }) => `${name}: сгорит ${left}`,
    lost: ({ name, offer }) => `${name}: ${offer} отключится без оплаты`,
    idle: ({ name }) => `${name}: номер заблокируют, если им не пользоваться`,
    handset: ({ name }) => `${name}: телефон заблокируют без регистрации`,
    'price-steps': ({ name, offer }) => `${name}: новая цена ${offer}`,
    'offer-changed': ({ name, offer }) => `${name}: другие условия ${offer}`,
    'offer-gone': ({ name, offer }) => `${name}: ${offer} больше нет в каталоге`,
  },
  foreseen: {
    'runs-out': ({ kind, day, early, late, after }) =>
      `К ${day}, скорее всего, закончится: ${kind}${span(early, late)}; затем ${after}.`,
    'money-out': ({ day, early, late }) => `К ${day}, скорее всего, закончатся деньги${span(early, late)}.`,
    charge: ({ offer, day, amount }) => `${day}: ${offer} спишет ${amount}.`,
    ends: ({ offer, day, left }) =>
      `${day}: заканчивается ${offer}${left === '' ? '' : `; сегодня от него осталось ${left}`}.`,
    expires: ({ offer, day, left }) => `${day}: сгорит ${left} из ${offer}.`,
    lost: ({ offer, day }) => `${day}: ${offer} отключится совсем, если плата не поступит.`,
    idle: ({ day, days }) => `${day}: после ${days} без использования и пополнения номер заблокируют.`,
    handset: ({ day, days }) => `${day}: заканчивается срок (${days}), когда этот телефон работает без регистрации.`,
    'price-steps': ({ offer, day, before, after }) => `${day}: ${offer} будет стоить ${after} вместо ${before}.`,
    'offer-changed': ({ offer, day }) =>
      `В каталоге другие условия ${offer}, ${day}. Касаются ли они вашей карты, неизвестно: спросите оператора.`,
    'offer-gone': ({ offer }) => `${offer} больше нет в каталоге: предсказать для него нечего. Ваши записи сохранены.`,
  },
  after: {
    charged: 'это оплачивается отдельно',
    slowed: 'скорость снижается',
    refused: 'услуга останавливается',
    unknown: 'неизвестно, что будет',
  },
  need: {
    met: 'Денег на карте хватает.',
    unknown: 'Баланс неизвестен: узнайте и введите его.',
    missing: ({ amount }) => `Не хватает ${amount}.`,
    open: ({ amount }) => `Не хватает не меньше ${amount}; цена неизвестна.`,
  },
  fallback: {
    rates: () => 'Без оплаты действуют другие цены.',
    'not-started': () => 'Без оплаты услуга не включится.',
    suspended: () => 'Без оплаты услуга приостановится.',
    pack: ({ pack }) => `Без оплаты сам включится ${pack}.`,
    part: () => 'При неполной оплате включится часть, соразмерная деньгам.',
    unknown: () => 'Что будет без оплаты, неизвестно.',
  },
  fallbackCost: ({ days, cost }) => `При вашем использовании это ${cost} за ${days}.`,
  actions: {
    nothing: () => 'Ничего не делать.',
    'top-up': ({ topUp }) => (topUp === '' ? 'Вовремя пополнить.' : `Пополнить на ${topUp}.`),
    buy: ({ offer, day, times }) => `${day} купить ${offer}${times === '' ? '' : `, всего раз: ${times}`}.`,
  },
  dial: ({ code }) => `Наберите ${code}.`,
  topUpFirst: ({ topUp }) => `Сначала пополнить на ${topUp}.`,
  actionCost: ({ cost, day }) => `До ${day} карта спишет тогда ${cost}.`,
  notSaved: 'Ничто из известного не сохранит услугу на полной скорости.',
  reminders: {
    used: ({ name, kind, percent }) => `${name}: ${kind}, использовано ${percent}.`,
    charge: ({ name, day }) => `${name}: списание ${day}, денег может не хватить. Пополните счёт.`,
    'charge-unknown': ({ name, day }) => `${name}: списание ${day}. Проверьте баланс.`,
    'money-out': ({ name, day }) => `${name}: деньги могут закончиться к ${day}. Пополните счёт.`,
    ends: ({ name, day }) => `${name}: услуга заканчивается ${day}.`,
    expires: ({ name, day }) => `${name}: неиспользованное сгорит ${day}.`,
    lost: ({ name, day }) => `${name}: услуга отключится совсем ${day}, если её не оплатить.`,
    idle: ({ name, day }) => `${name}: воспользуйтесь картой до ${day}, иначе номер заблокируют.`,
    handset: ({ name, day }) => `${name}: зарегистрируйте телефон до ${day}, иначе его заблокируют.`,
    'price-steps': ({ name, day }) => `${name}: цена меняется ${day}.`,
    'offer-changed': ({ name, day }) => `${name}: условия могут измениться ${day}.`,
  },
  doubts: {
    'nothing-understood': () => 'Ничего не понято. Отметьте, что значат числа.',
    'other-brand': ({ brand }) => `В ответе назван ${brand}, а не оператор этой карты.`,
    'cut-off': () => 'Похоже на часть сообщения. Вставьте его целиком.',
    'two-balances': () => 'Названы два баланса; какой верный, неясно.',
    'not-on-card': ({ kind }) => `Ни один пакет этой карты не даёт: ${kind}.`,
    'which-bucket': ({ kind }) => `Названо несколько остатков (${kind}); они сложены.`,
    'number-two-ways': ({ number }) => `${number} можно прочесть двояко.`,
    'only-used': ({ kind }) => `Сказано, сколько использовано (${kind}), а не сколько осталось.`,
  },
  refusals: {
    'not-a-keeper-file': () => 'Это не файл хранителя. Ничего не изменено.',
    'newer-file': ({ version }) =>
      `Этот файл от более новой программы (версия ${version}). Обновите программу; ничего не изменено.`,
    'damaged-file': ({ path, problem }) =>
      `Файл хранителя повреждён, место ${path}: ${problem}. Он оставлен как есть; импортируйте его копию или исправьте это место.`,
    'no-such-card': ({ card, known }) => `Карты ${card} нет. Карты: ${known}.`,
    'no-card-held': () => 'Карт пока нет. Сначала добавьте карту.',
    'which-card': ({ known }) => `Какая карта? Назовите одну: ${known}.`,
    'name-taken': ({ name }) => `Карта ${name} уже есть. Выберите другое имя.`,
    'bad-name': ({ problem }) => `Это имя не подходит: ${problem}.`,
    'no-such-offer': ({ offer, similar }) =>
      `Предложения ${offer} нет.${similar === '' ? '' : ` Похожие: ${similar}.`}`,
    'before-first-version': ({ offer, first }) =>
      `Условия ${offer} известны только с ${first}. Укажите более позднее начало.`,
    'not-one-plan': ({ plans }) => `У карты ровно один тариф; здесь: ${plans === '' ? 'ни одного' : plans}.`,
    'mixed-currencies': ({ currencies }) => `Предложения одной карты в одной валюте; здесь: ${currencies}.`,
    'other-currency': ({ currency, expected }) => `Эта карта считает в ${expected}, а не в ${currency}.`,
    'in-the-future': ({ at }) => `${at} ещё впереди. Показание бывает нынешним или прошлым.`,
    'before-the-card': ({ at, start }) => `${at} раньше начала карты (${start}).`,
    'nothing-to-undo': () => 'Отменять нечего.',
    'no-such-entry': ({ entry }) => `Записи ${entry} нет.`,
    'nothing-said': () => 'Назовите баланс или остаток.',
    'no-use': () => 'В этом файле нет расхода.',
    'no-such-allowance': ({ offer, index }) => `В ${offer} нет пакета с номером ${index}.`,
    'not-an-advice': () => 'Это не совет с таким выбором. Сохраните его: simwise advise --json.',
    'bad-alerts': ({ problem }) => `Так предупреждать нельзя: ${problem}.`,
    'bad-marks': ({ numbers, marks }) => `Чисел в ответе: ${numbers}, отметок: ${marks}; нужна одна на каждое число.`,
  },
  cardDoubts: {
    surplus: ({ kind, amount, time, entry }) =>
      `${time}: (${kind}) на ${amount} больше возможного: не записано пополнение или покупка, либо одно из двух показаний неверно (отмена: undo ${entry}).`,
    contradiction: ({ time, entry, other }) =>
      `Записи ${other} и ${entry} от ${time} противоречат друг другу; действует последняя. Отмените неверную.`,
    'not-granted': ({ kind, time, entry }) =>
      `${time}, запись ${entry}: (${kind}) не даёт ни одно предложение этой карты. Запишите покупку (keep buy) или отмените запись.`,
  },
  entries: {
    state: ({ what }) => `показание: ${what}`,
    'top-up': ({ what }) => `пополнение ${what}`,
    purchase: ({ what }) => `покупка ${what}`,
    counter: ({ what }) => `счётчик трафика: ${what}`,
    usage: ({ what }) => `файл использования: ${what}`,
  },
  undoneMark: 'отменено',
  usedBy: {
    'usage-file': 'по файлу использования',
    readings: 'по вашим показаниям',
    counter: 'по счётчику телефона',
    expected: 'как ожидалось',
  },
  status: {
    balance: 'Баланс',
    balanceUnknown: 'неизвестен',
    left: 'Осталось',
    nothingLeft: 'ничего',
    use: 'Использование',
    perDay: ({ amount, from }) => `${amount} в день, ${from}`,
    spending: 'прочие траты',
    ahead: 'Впереди',
    nothingAhead: 'Ничего не предвидится.',
    history: 'История',
    next: 'Что делать дальше',
    gone: 'Тарифа этой карты больше нет в каталоге.',
    noCards: 'Карт нет. Добавьте: simwise keep add --offer ID --start DAY',
  },
  done: {
    added: ({ name, id }) => `Добавлено: ${name} (${id}).`,
    removed: ({ name }) => `Удалено: ${name}.`,
    changed: ({ name }) => `Изменено: ${name}.`,
    recorded: ({ name }) => `Записано: ${name}.`,
    undone: ({ what }) => `Отменено: ${what}.`,
    readAs: 'Прочитано так:',
    confirm: 'Верно?',
    notRecorded: 'Ничего не записано. Если верно, добавьте --yes.',
    taught: 'Запомнено. Такие ответы теперь читаются так.',
    mark: ({ numbers }) =>
      `Числа ответа: ${numbers}. Обучите через --mark, по отметке на число: balance, left:GB, left:min, nothing.`,
    alerts: ({ used, beforeCharge, beforeEnd, hour }) =>
      `Предупреждения: при ${used} %; дней до списания: ${beforeCharge}; дней до окончания: ${beforeEnd}; в ${hour}.`,
    calendar: ({ file }) => `Календарь записан в ${file}.`,
    exported: ({ file }) => `Экспортировано в ${file}.`,
    imported: ({ cards }) => `Импортировано: ${cards}.`,
  },
};
