import { type PluralForms, plural } from '../plural.ts';
import type { CoverageMessages } from './messages.ts';

const count = (forms: PluralForms) => (number: number) => plural('kk-KZ', number, forms);
const of = (technologies: string) => (technologies === '' ? '' : `, ${technologies}`);

export const coverage: CoverageMessages = {
  kinds: {
    oblast: 'облыс',
    city: 'қала',
    'city-area': 'қала және оның маңы',
    'city-district': 'қала ауданы',
    district: 'аудан',
    town: 'кент',
    village: 'ауыл',
    station: 'теміржол станциясы',
    homestead: 'қоныс',
    airport: 'әуежай',
    crossing: 'шекара бекеті',
    sight: 'көрікті жер',
  },
  eitherTechnology: '3G не 4G',
  speakers: { official: 'билік', operator: 'оператор', press: 'баспасөз' },
  units: {
    cells: count({ one: '# ұяшық', other: '# ұяшық' }),
    years: count({ one: '# жыл бұрын', other: '# жыл бұрын' }),
    months: count({ one: '# ай бұрын', other: '# ай бұрын' }),
  },
  thisMonth: 'бір айға жетпейтін уақыт бұрын',
  comma: ', ',
  nearName: ({ name, where, id }) => `${name} (${where}; ${id})`,
  noPosition: 'координаттары белгісіз',
  near: ({ place }) => `шығатын жері: ${place}`,
  noPlaces: ({ query }) => `«${query}» атауына ұқсас жер жоқ.`,
  others: ({ places }) => `Осындай атаулы басқа жерлер: ${places}.`,
  states: { seen: 'байқалған', hint: 'нышан ғана', stated: 'айтылған', none: 'байланыс жоқ', unknown: 'белгісіз' },
  cellsNear: ({ cells, technologies, distance, day, age }) =>
    `${cells}${of(technologies)}, ең жақыны ${distance} жерде, соңғы рет ${day} байқалған (${age})`,
  cellsInside: ({ cells, technologies, day, age }) =>
    `аумақ ішінде ${cells}${of(technologies)}, соңғы рет ${day} байқалған (${age})`,
  guessed: ({ technologies }) => `${technologies} (болжам)`,
  hintOnly: ({ evidence }) => `${evidence}; тым ескі, сенуге болмайды`,
  ownReport: ({ technologies, day, age }) => `өз жазбаңыз${of(technologies)}, ${day} (${age})`,
  noSignal: ({ day }) => `${day} сигнал болмағанын белгілегенсіз`,
  nothing: 'дерек жоқ; бұл сигнал жоқ деген сөз емес',
  nothingInArea: 'аумақ ішінде дерек жоқ',
  inDistrict: ({ cells, technologies, day, age }) =>
    `ауданның басқа жерлерінде: ${cells}${of(technologies)}, соңғы рет ${day} байқалған (${age})`,
  missing: { mobile: 'Мобильді байланыс жоқ. ', internet: 'Мобильді интернет жоқ. ' },
  said: ({ text, who, publisher, day, address }) => `${text} (${who}, ${publisher}, ${day}) ${address}`,
  undated: 'күні көрсетілмеген',
  remarks: 'Осы жер туралы айтылғаны (операторы аталмаған немесе жоспар ғана):',
  background: 'Ауданы мен облысы туралы айтылғаны:',
  country: 'Ел туралы айтылғаны:',
  roads: 'Жолдар туралы айтылғаны:',
  railways: 'Теміржолдар туралы айтылғаны:',
  setOutFrom: ({ place }) => `Жердің өз координаттары белгісіз. Сол жаққа шығатын жер (${place}) туралы белгілісі:`,
  legs: 'Жерлердің арасы, түзу сызық бойымен (жол бойымен емес):',
  leg: ({ from, to, km }) => `${from} – ${to}: түзу сызықпен ${km}`,
  legThrough: ({ place, by }) => `${place}: координаттарының орнына ең жақын белгілі нүкте алынды, ${by}`,
  legUnknown: ({ from, to }) => `${from} – ${to}: біреуінің координаттары белгісіз, сызық жүргізілмеді`,
  legShare: ({ network, share, day, age }) =>
    `${network}: сызықтың ${share} бөлігінде ұяшықтар байқалған, ${day} (${age})`,
  legNothing: 'сызық бойында бірде-бір ұяшық жазылмаған',
  legRest: 'Қалған бөлігі белгісіз; бұл сигнал жоқ деген сөз емес.',
  speed: ({ download, upload, month, measure }) =>
    `Ел бойынша мобильді жылдамдық: қабылдау ${download}${upload === '' ? '' : `, жіберу ${upload}`} (${measure}, ${month}). Оны жерлер бойынша ешкім жарияламайды.`,
  mbps: ({ speed }) => `${speed} Мбит/с`,
  noSpeed: 'Жылдамдық: дерек жоқ.',
  thin: 'Дерек аз жерде:',
  whatToDo: [
    'Қаладан шықпай тұрып офлайн карталарды, аудармашыны және билеттерді жүктеп алыңыз.',
    'Операторлардың өз карталарын қараңыз (сайты мен қосымшасында); олар бұрын қамтуды асыра көрсеткенін ескеріңіз.',
    'Жергілікті тұрғындардан немесе үй иесінен қай оператор ұстайтынын сұраңыз; бағытыңызды біреуге айтып кетіңіз.',
    'Шекара маңында телефон шетел желісіне қосылуы мүмкін: роумингте деректер беруді өшіріңіз немесе желіні қолмен таңдаңыз.',
  ],
  credits: ({ cells, places }) => `Ұяшықтар: ${cells}. Жерлер: ${places}.`,
  heading: 'Бағыт бойындағы байланыс:',
  reported: ({ network, place, day, file }) => `Жазылды (${day}): ${network}, ${place}. Сақталған жері: ${file}.`,
  imported: ({ kept, rows, newest, file, licence }) =>
    `${rows} жолдың ${kept} жолы алынды, ең жаңасы ${newest}; файл: ${file} (${licence}).`,
  skipped: {
    'other-country': ({ count: number }) => `басқа елдікі: ${number}`,
    'other-network': ({ count: number }) => `каталогта жоқ желінікі: ${number}`,
    'outside-border': ({ count: number }) => `ел шекарасынан тыс: ${number}`,
    repeated: ({ count: number }) => `қайталанған: ${number}`,
  },
  bad: {
    fields: ({ count: number }) => `бағандары жетіспейді: ${number}`,
    radio: ({ count: number }) => `технологиясы белгісіз: ${number}`,
    position: ({ count: number }) => `мүмкін емес координаттар: ${number}`,
    number: ({ count: number }) => `сан орнында басқа нәрсе: ${number}`,
    date: ({ count: number }) => `мүмкін емес күн: ${number}`,
  },
  badExample: ({ line, fault }) => `${line}-жол: ${fault}`,
  refusals: {
    'no-such-place': ({ place, near }) =>
      near === ''
        ? `«${place}» атауына ұқсас жер жоқ. Басқаша жазып көріңіз немесе жақын маңдағы жерді көрсетіңіз.`
        : `«${place}» деген жер жоқ. Ұқсастары: ${near}. Осы атаулардың бірімен немесе кодымен қайта сұраңыз.`,
    'no-places': () =>
      'Бұл каталогта жерлер жоқ. Кірістірілген каталогты алыңыз немесе --catalog арқылы басқа қалтаны көрсетіңіз.',
    'no-such-network': ({ network, known }) => `«${network}» деген желі жоқ. Бары: ${known}.`,
    'network-not-known': ({ brand, known }) =>
      `${brand} қай желімен жұмыс істейтіні белгісіз. Желінің өзін атаңыз: ${known}.`,
    'route-too-long': ({ days, stay }) =>
      `Бағыттағы жерлерге кемінде ${days} күн керек, ал сапар ${stay} күн. Жерлердегі күндерді азайтыңыз немесе сапарды ұзартыңыз.`,
    'too-many-places': ({ count: number, most }) => `Бағытта ${number} жер бар, ең көбі ${most}. Бөліп сұраңыз.`,
    'bad-place-days': ({ place }) => `«${place}» үшін күн саны 1-ден басталатын бүтін сан болуы керек, мысалы Saty:2.`,
    'report-in-future': ({ day, today }) => `${day} әлі келген жоқ (бүгін ${today}). Көргеніңізді ғана жазыңыз.`,
    'list-in-future': ({ day, today }) =>
      `${day} әлі келген жоқ (бүгін ${today}): ондай тізім болуы мүмкін емес. --taken мәнін тексеріңіз.`,
    'report-too-early': ({ day }) => `${day} мұндай ұялы телефондар болмаған. Жылын тексеріңіз.`,
    'report-without-signal': () =>
      'Сигнал болмаса, технология көрсетілмейді. --technology немесе --no-signal дегенді алып тастаңыз.',
    'bad-reports': ({ file, problem }) =>
      `${file} жазбалар файлы емес (${problem}). Ештеңе өзгермеді. Түзетіңіз немесе --reports арқылы басқа файлды көрсетіңіз.`,
    'no-such-file': ({ file }) => `${file}: мұндай файл жоқ немесе оны оқу мүмкін емес.`,
    'broken-archive': ({ file }) => `${file}: gzip мұрағаты бүлінген. Ештеңе өзгермеді. Қайта жүктеп алыңыз.`,
    'not-a-cell-list': ({ file }) =>
      `${file} ұяшықтар тізімі емес. Ештеңе өзгермеді. OpenCelliD бағандары керек (radio,mcc,net,area,cell,…), тақырыбы болса да, болмаса да.`,
    'other-country': ({ file, codes, expected }) =>
      `${file}: басқа елдердің ұяшықтары (коды ${codes}), коды ${expected} біреуі де жоқ. Ештеңе өзгермеді.`,
    'no-good-cells': ({ file, bad }) => `${file}: жарамды ұяшық жоқ (жарамсыз жол: ${bad}). Ештеңе өзгермеді.`,
    'cell-list-undated': ({ file }) =>
      `${file}: ұяшықтардың қашан байқалғаны айтылмаған. Тізімнің күнін көрсетіңіз, мысалы --taken 2023-05-15.`,
    'cannot-write': ({ file, problem }) => `${file}: жазу мүмкін болмады (${problem}). Ештеңе өзгермеді.`,
  },
  warnings: {
    'coverage-none': ({ place, said }) => `${place}: ${said}`,
    'coverage-doubt': ({ networks, place, said }) => `${networks}, ${place}: ${said}`,
    'coverage-no-signal': ({ network, place, day }) => `${network}, ${place}: ${day} сигнал болмағанын белгілегенсіз.`,
    'coverage-unknown': ({ networks, places }) =>
      `${networks} желісінің жұмыс істейтіні белгісіз (${places}): қолдайтын да, жоққа шығаратын да дерек жоқ.`,
    'coverage-unknown-network': ({ places }) =>
      `Байланыс бола ма, белгісіз (${places}): бұл картаның қай желіде істейтіні жазылмаған.`,
    'coverage-hint': ({ networks, places, age }) =>
      `${networks} желісі туралы дерек (${places}) ескі, ${age} не одан да бұрын: бұл нышан ғана. Оператор картасынан тексеріңіз.`,
    'second-card': ({ places, days, offer, network, total }) =>
      `${days} (${places}) үшін екінші карта, сол жерде дерегі бар ${network} желісінде: ${offer}, қосымша ${total}.`,
    'second-card-hint': ({ places, days, offer, network, total }) =>
      `${days} (${places}) үшін екінші карта, ол жақта ең болмаса ескі дерегі бар ${network} желісінде: ${offer}, қосымша ${total}.`,
    'second-card-blind': ({ places, days, offer, network, total }) =>
      `${days} (${places}) үшін екінші карта, басқа желіде (${network}; ол туралы да дерек жоқ): ${offer}, қосымша ${total}.`,
  },
  leftOut: {
    'network-excluded': 'сіз қаламаған желілердегі',
    'network-none': 'билік бағыттың бір жерінде жоқ деген желілердегі',
  },
};
