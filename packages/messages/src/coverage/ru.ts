import { type PluralForms, plural } from '../plural.ts';
import type { CoverageMessages } from './messages.ts';

const count = (forms: PluralForms) => (number: number) => plural('ru-RU', number, forms);
const of = (technologies: string) => (technologies === '' ? '' : `, ${technologies}`);

export const coverage: CoverageMessages = {
  kinds: {
    oblast: 'область',
    city: 'город',
    'city-area': 'город с окрестностями',
    'city-district': 'район города',
    district: 'район',
    town: 'посёлок',
    village: 'село',
    station: 'станция',
    homestead: 'хозяйство',
    airport: 'аэропорт',
    crossing: 'погранпереход',
    sight: 'достопримечательность',
  },
  eitherTechnology: '3G или 4G',
  speakers: { official: 'власти', operator: 'оператор', press: 'пресса' },
  units: {
    cells: count({ one: '# сота', few: '# соты', many: '# сот', other: '# соты' }),
    years: count({ one: '# год назад', few: '# года назад', many: '# лет назад', other: '# года назад' }),
    months: count({ one: '# месяц назад', few: '# месяца назад', many: '# месяцев назад', other: '# месяца назад' }),
  },
  thisMonth: 'меньше месяца назад',
  comma: ', ',
  nearName: ({ name, where, id }) => `${name} (${where}; ${id})`,
  noPosition: 'координаты неизвестны',
  near: ({ place }) => `добираются из: ${place}`,
  noPlaces: ({ query }) => `Нет места, похожего на «${query}».`,
  others: ({ places }) => `Другие места с таким названием: ${places}.`,
  states: { seen: 'замечена', hint: 'лишь намёк', stated: 'заявлена', none: 'нет связи', unknown: 'неизвестно' },
  cellsNear: ({ cells, technologies, distance, day, age }) =>
    `${cells}${of(technologies)}, до ближайшей ${distance}, последний раз замечены ${day} (${age})`,
  cellsInside: ({ cells, technologies, day, age }) =>
    `${cells}${of(technologies)} где-то внутри, последний раз замечены ${day} (${age})`,
  guessed: ({ technologies }) => `${technologies} (предположительно)`,
  hintOnly: ({ evidence }) => `${evidence}; слишком давно, чтобы полагаться`,
  ownReport: ({ technologies, day, age }) => `ваше собственное наблюдение${of(technologies)}, ${day} (${age})`,
  noSignal: ({ day }) => `вы отметили отсутствие сигнала ${day}`,
  nothing: 'данных нет; это не значит, что нет связи',
  nothingInArea: 'внутри данных нет',
  inDistrict: ({ cells, technologies, day, age }) =>
    `в других местах района: ${cells}${of(technologies)}, последний раз замечены ${day} (${age})`,
  missing: { mobile: 'Мобильной связи нет. ', internet: 'Мобильного интернета нет. ' },
  said: ({ text, who, publisher, day, address }) => `${text} (${who}, ${publisher}, ${day}) ${address}`,
  undated: 'без даты',
  remarks: 'О самом месте (оператор не назван или это только план):',
  background: 'О районе и области:',
  country: 'О стране:',
  roads: 'О дорогах:',
  railways: 'О железных дорогах:',
  setOutFrom: ({ place }) =>
    `Координаты самого места неизвестны. Что известно о пункте, откуда туда добираются (${place}):`,
  legs: 'Между местами, по прямой (не по дороге):',
  leg: ({ from, to, km }) => `${from} – ${to}: ${km} по прямой`,
  legThrough: ({ place, by }) => `${place}: вместо точных координат взята ближайшая известная точка, ${by}`,
  legUnknown: ({ from, to }) => `${from} – ${to}: прямой нет, координаты одного из мест неизвестны`,
  legShare: ({ network, share, day, age }) => `${network}: соты замечены на ${share} прямой, ${day} (${age})`,
  legNothing: 'вдоль прямой не записано ни одной соты',
  legRest: 'Об остальном неизвестно; это не значит, что там нет связи.',
  speed: ({ download, upload, month, measure }) =>
    `Мобильная скорость по стране: приём ${download}${upload === '' ? '' : `, передача ${upload}`} (${measure}, ${month}). По местам её никто не публикует.`,
  mbps: ({ speed }) => `${speed} Мбит/с`,
  noSpeed: 'Скорость: данных нет.',
  thin: 'Где данных мало:',
  whatToDo: [
    'До выезда из города скачайте офлайн-карты, переводчик и билеты.',
    'Посмотрите карты самих операторов (на сайтах и в приложениях) и помните, что покрытие уже завышали.',
    'Спросите местных или хозяев жилья, какой оператор ловит; сообщите кому-нибудь свой маршрут.',
    'У границы телефон может поймать чужую сеть: выключите передачу данных в роуминге или выберите сеть вручную.',
  ],
  credits: ({ cells, places }) => `Соты: ${cells}. Места: ${places}.`,
  heading: 'Связь на маршруте:',
  reported: ({ network, place, day, file }) => `Записано (${day}): ${network}, ${place}. Хранится в ${file}.`,
  imported: ({ kept, rows, newest, file, licence }) =>
    `Взято строк: ${kept} из ${rows}, самая новая от ${newest}; файл ${file} (${licence}).`,
  skipped: {
    'other-country': ({ count: number }) => `других стран: ${number}`,
    'other-network': ({ count: number }) => `сетей, которых нет в каталоге: ${number}`,
    'outside-border': ({ count: number }) => `за границей страны: ${number}`,
    repeated: ({ count: number }) => `повторных: ${number}`,
  },
  bad: {
    fields: ({ count: number }) => `не хватает столбцов: ${number}`,
    radio: ({ count: number }) => `неизвестная технология: ${number}`,
    position: ({ count: number }) => `невозможные координаты: ${number}`,
    number: ({ count: number }) => `не число там, где нужно число: ${number}`,
    date: ({ count: number }) => `невозможная дата: ${number}`,
  },
  badExample: ({ line, fault }) => `строка ${line}: ${fault}`,
  refusals: {
    'no-such-place': ({ place, near }) =>
      near === ''
        ? `Нет места, похожего на «${place}». Попробуйте другое написание или место рядом.`
        : `Нет места «${place}». Похожие: ${near}. Спросите ещё раз, указав одно из этих названий или его код.`,
    'no-places': () =>
      'В этом каталоге нет мест. Возьмите встроенный каталог или укажите другую папку через --catalog.',
    'no-such-network': ({ network, known }) => `Нет сети «${network}». Есть ${known}.`,
    'network-not-known': ({ brand, known }) =>
      `Какая сеть обслуживает ${brand}, неизвестно. Назовите саму сеть: ${known}.`,
    'route-too-long': ({ days, stay }) =>
      `Места на маршруте занимают не меньше дней, чем ${days}, а в поездке их ${stay}. Уменьшите дни в местах или продлите поездку.`,
    'too-many-places': ({ count: number, most }) =>
      `Мест на маршруте ${number}, а может быть не больше ${most}. Спросите по частям.`,
    'bad-place-days': ({ place }) => `Дни в месте «${place}» задаются целым числом от 1, например Saty:2.`,
    'report-in-future': ({ day, today }) =>
      `${day} ещё не наступило (сегодня ${today}). Сообщайте о том, что уже видели.`,
    'list-in-future': ({ day, today }) =>
      `${day} ещё не наступило (сегодня ${today}): такого списка быть не может. Проверьте --taken.`,
    'report-too-early': ({ day }) => `${day} таких мобильных телефонов ещё не было. Проверьте год.`,
    'report-without-signal': () =>
      'Если сигнала не было, технологию не указывают. Уберите --technology или --no-signal.',
    'bad-reports': ({ file, problem }) =>
      `${file}: это не файл наблюдений (${problem}). Ничего не изменено. Исправьте его или укажите другой через --reports.`,
    'no-such-file': ({ file }) => `${file}: нет такого файла, или его не удаётся прочесть.`,
    'broken-archive': ({ file }) => `${file}: повреждённый архив gzip. Ничего не изменено. Скачайте его снова.`,
    'not-a-cell-list': ({ file }) =>
      `${file}: это не список сот. Ничего не изменено. Нужны столбцы OpenCelliD (radio,mcc,net,area,cell,…), с заголовком или без.`,
    'other-country': ({ file, codes, expected }) =>
      `${file}: соты других стран (код ${codes}), с кодом ${expected} нет ни одной. Ничего не изменено.`,
    'no-good-cells': ({ file, bad }) =>
      `${file}: нет ни одной пригодной соты (негодных строк: ${bad}). Ничего не изменено.`,
    'cell-list-undated': ({ file }) =>
      `${file}: не сказано, когда замечены соты. Укажите день списка, например --taken 2023-05-15.`,
    'cannot-write': ({ file, problem }) => `${file}: не удаётся записать (${problem}). Ничего не изменено.`,
  },
  warnings: {
    'coverage-none': ({ place, said }) => `${place}: ${said}`,
    'coverage-doubt': ({ networks, place, said }) => `${networks}, ${place}: ${said}`,
    'coverage-no-signal': ({ network, place, day }) => `${network}, ${place}: вы отметили отсутствие сигнала ${day}.`,
    'coverage-unknown': ({ networks, places }) =>
      `Неизвестно, работает ли ${networks} (${places}): нет данных ни за, ни против.`,
    'coverage-unknown-network': ({ places }) =>
      `Неизвестно, будет ли связь (${places}): в какой сети работает эта карта, не записано.`,
    'coverage-hint': ({ networks, places, age }) =>
      `Данные о сети ${networks} (${places}) старые, ${age} или ещё раньше: это лишь намёк. Сверьтесь с картой оператора.`,
    'second-card': ({ places, days, offer, network, total }) =>
      `Вторая карта на ${days} (${places}) в сети ${network}, о которой там есть данные: ${offer}, ещё ${total}.`,
    'second-card-hint': ({ places, days, offer, network, total }) =>
      `Вторая карта на ${days} (${places}) в сети ${network}, о которой там есть хотя бы старые данные: ${offer}, ещё ${total}.`,
    'second-card-blind': ({ places, days, offer, network, total }) =>
      `Вторая карта на ${days} (${places}) в другой сети (${network}; о ней там тоже нет данных): ${offer}, ещё ${total}.`,
  },
  leftOut: {
    'network-excluded': 'в сетях, которые вы исключили',
    'network-none': 'в сетях, которых, по словам властей, нет в одном из мест маршрута',
  },
};
