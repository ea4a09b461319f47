import { contactsKk } from './contacts/kk.ts';
import { coverage } from './coverage/kk.ts';
import { explainKk } from './explain/kk.ts';
import { formalitiesKk } from './formalities/kk.ts';
import { judgedKk } from './judged/kk.ts';
import { keeper } from './keeper/kk.ts';
import type { Messages } from './messages.ts';
import { type PluralForms, plural } from './plural.ts';
import { unreadableKk } from './usage/kk.ts';
import { webKk } from './web/kk.ts';
import { whatIfKk } from './what-if/kk.ts';

const locale = 'kk-KZ';
const count = (forms: PluralForms) => (number: number) => plural(locale, number, forms);
const forWhat = (scope: string) => (scope === '' ? '' : ` (${scope})`);
/** A name in quotes, so that it needs no ending of its own; quotes within it become inner ones. */
const quoted = (name: string) => `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
const offersText = count({ one: '# ұсыныс', other: '# ұсыныс' });
const sellersText = count({ one: '# сатушы', other: '# сатушы' });
const combinationsText = count({ one: '# үйлесім', other: '# үйлесім' });
/** A full stop, unless the text ends with one: dates end in a shortened month. */
const withStop = (text: string) => (text.endsWith('.') ? text : `${text}.`);

export const kk: Messages = {
  locale,
  signs: { comma: ', ', semicolon: '; ', colon: ': ', inBrackets: ({ text }) => ` (${text})` },
  formalities: formalitiesKk,
  contacts: contactsKk,
  explain: explainKk,
  judged: judgedKk,
  coverage,
  keeper,
  units: {
    sms: count({ one: '# SMS', other: '# SMS' }),
    mms: count({ one: '# MMS', other: '# MMS' }),
    days: count({ one: '# күн', other: '# күн' }),
    unlimited: {
      voice: 'шектеусіз қоңыраулар',
      sms: 'шектеусіз SMS',
      mms: 'шектеусіз MMS',
      data: 'шектеусіз интернет',
      money: 'шектеусіз қаражат',
    },
    months: count({ one: '# ай', other: '# ай' }),
    calendarMonth: 'күнтізбелік ай',
    gigabyte: 'ГБ',
    megabyte: 'МБ',
  },
  ranges: {
    between: ({ low, high }) => `${low} – ${high}`,
    atLeast: ({ low }) => `кемінде ${low}`,
  },
  unknown: 'белгісіз',
  lines: {
    // `offer` is empty where a fee is spoken of inside another sentence, or a line belongs to no offer.
    'sim-price': ({ offer }) => (offer === '' ? 'SIM-карта бағасы' : `${quoted(offer)} SIM-картасының бағасы`),
    'activation-fee': ({ offer }) => (offer === '' ? 'қосу ақысы' : `${quoted(offer)} үшін қосу ақысы`),
    fee: ({ offer }) => (offer === '' ? 'төлем' : `${quoted(offer)} төлемі`),
    discount: ({ offer }) => `${quoted(offer)} үшін топтық жеңілдік`,
    tax: ({ offer }) => `${quoted(offer)} үшін ҚҚС`,
    commission: () => 'Баланс толтыру комиссиясы',
    'fee-not-taken': ({ offer }) => `${quoted(offer)} төлемін алу мүмкін болмады`,
    fallback: ({ offer }) => `${quoted(offer)} автоматты түрде қосылды`,
    grant: ({ offer, volume, scope }) => `${quoted(offer)} бойынша берілді: ${volume}${forWhat(scope)}`,
    consumption: ({ offer, volume, scope }) => `${quoted(offer)} көлемінен жұмсалды: ${volume}${forWhat(scope)}`,
    'used-up': ({ offer, scope }) => `${quoted(offer)} көлемі таусылды${forWhat(scope)}`,
    usage: ({ offer, volume, scope }) => `${quoted(offer)} тарифі бойынша: ${volume}${forWhat(scope)}`,
    throttled: ({ offer, volume, kbps }) => `${quoted(offer)} бойынша төмен жылдамдықпен: ${volume} (${kbps})`,
    unpriced: ({ offer, volume, scope, reason }) =>
      `${offer === '' ? 'Есептелмеді' : `${quoted(offer)} бойынша есептелмеді`}: ${volume}${forWhat(scope)} — ${reason}`,
    refusal: ({ offer, volume, scope, reason }) =>
      `${offer === '' ? 'Қолжетімсіз' : `${quoted(offer)} бойынша қолжетімсіз`}: ${volume === '' ? '' : `${volume}${forWhat(scope)} — `}${reason}`,
    expiry: ({ offer, volume, scope }) =>
      `${quoted(offer)} бойынша мерзімі өтіп, күйіп кетті: ${volume}${forWhat(scope)}`,
    exchange: ({ offer, volume }) => `${quoted(offer)} бойынша айырбасталып алынды: ${volume}`,
    credit: ({ offer, volume }) => `${quoted(offer)} бойынша қарызға алынды: ${volume}`,
    repayment: ({ offer }) => `${quoted(offer)} бойынша қарыз қайтарылды`,
    end: ({ offer }) => `${quoted(offer)} қолданысы аяқталды`,
  },
  partOfFee: ({ offer }) => `${quoted(offer)} төлемінің ақша жеткен бөлігі`,
  reasons: {
    'not-carried': 'бұл карта мұны қолдамайды',
    'no-price': 'бағасы деректерде жоқ',
    'price-unknown': 'бағасы белгісіз',
    'used-up': 'берілген көлем таусылды',
    'daily-cap': 'күндік шекке жетті',
    'no-money': 'баланста ақша жеткіліксіз',
    'no-card': 'қосулы тариф жоқ',
    'not-started': 'қосылмаған',
    'unknown-behaviour': 'төлем алынбаған кездегі шарттар белгісіз',
  },
  // These stand before «үшін», which takes the plain form.
  destinations: {
    'on-net': 'желі ішіндегі нөмірлер',
    'national-mobile': 'басқа ұялы операторлардың нөмірлері',
    landline: 'қалалық нөмірлер',
    national: 'ел ішіндегі барлық нөмірлер',
    group: 'топ ішіндегі нөмірлер',
    favourites: 'таңдаулы нөмірлер',
    intl: 'халықаралық нөмірлер',
    unlisted: 'тізімі белгісіз нөмірлер',
    internet: 'интернет',
    short: (number) => `${number} қысқа нөмірі`,
    country: (name) => `${name} нөмірлері`,
  },
  scope: {
    to: (list) => `${list} үшін`,
    apps: (list) => `${list} қосымшалары үшін`,
    appKinds: {
      messengers: 'мессенджерлер',
      'social networks': 'әлеуметтік желілер',
      'video conferences': 'бейнеконференциялар',
      'education sites': 'білім беру сайттары',
    },
    hours: (list) => `${list} аралығында`,
    notOver: (list) => `${list} арқылы емес`,
    network: (name) => `тек ${name} желісінде`,
    homeZone: 'үй өңірінде',
    awayZone: 'үй өңірінен тыс',
    until: (day) => `мерзімі: ${day}`,
  },
  refusals: {
    'bad-days': ({ days, most }) =>
      `Күн саны 1 – ${most} аралығында болуы керек, көрсетілгені: ${days}. --days мәнін осы аралықтан беріңіз.`,
    'use-outside-stay': ({ count: number, first, last }) =>
      `${withStop(`Кезең: ${first} – ${last}`)} Одан тыс пайдалану жазбалары: ${number}. --start және --days мәндерін файлды толық қамтитындай етіп беріңіз.`,
    'no-such-offer': ({ id, similar }) =>
      `«${id}» ұсынысы жоқ${similar === '' ? '' : `; ұқсастары: ${similar}`}. Толық тізім: «simwise offers».`,
    'left-out': ({ id, reason }) => `«${id}» ұсынысы белгілі, бірақ есептелмейді: ${reason}`,
    'before-first-version': ({ id, first, asked }) =>
      `${asked} күніне «${id}» туралы дерек жоқ: деректер ${first} күнінен басталады. Осы күнді немесе одан кейінгі күнді көрсетіңіз.`,
    'no-such-payment': ({ id, payment, known }) =>
      `«${id}» үшін «${payment}» төлем тәсілі жоқ; ${known === '' ? 'төлем тәсілі біреу ғана' : `мүмкін тәсілдер: ${known}`}.`,
    'mixed-currencies': ({ currencies }) =>
      `Валютасы әртүрлі ұсыныстар (${currencies}) бір картада бола алмайды. Оларды бөлек есептеңіз.`,
    'several-plans': ({ plans }) =>
      `Картада бір ғана негізгі тариф болады, ал көрсетілгені бірнешеу: ${plans}. Оларды бөлек есептеңіз.`,
    'bad-number': ({ number }) => `«${number}» — телефон нөмірі емес. Нөмір былай жазылады: +77011234567.`,
    'no-exchange-rate': ({ from, to, known }) =>
      `${from} валютасының ${to} валютасына бағамы деректерде жоқ. Бағамы бар валюталар: ${known}.`,
    'bad-stay': ({ problems }) => `Кезең сипаттамасын оқу мүмкін болмады: ${problems}.`,
    'bad-answer': ({ problems }) =>
      `Бұл — «simwise advise --json» командасының дәлелдері бар JSON жауабы емес: ${problems}. Оны қайта жасаңыз.`,
    'nothing-proven': () =>
      'Жауапта ештеңе дәлелденбеген, қайта есептейтін ештеңе жоқ. Оны қайта жасаңыз: «simwise advise --json».',
    'no-such-activity': ({ id, known }) => `«${id}» әрекеті жоқ. Белгілі әрекеттер: ${known}.`,
  },
  problems: {
    missing: ({ path }) => `${path}: көрсетілмеген`,
    empty: ({ path }) => `${path}: бос`,
    'wrong-type': ({ path, expected }) => `${path}: мұнда ${expected} керек`,
    'unknown-fields': ({ path, fields }) => `${path}: мұнда ${fields} өрісі болмайды`,
    'not-one-of': ({ path, known }) => `${path}: мына мәндердің бірі болуы керек (${known})`,
    'too-small': ({ path, least }) => `${path}: кемінде ${least} болуы керек`,
    'too-big': ({ path, most }) => `${path}: ${most} санынан аспауы керек`,
    'wrong-form': ({ path, example }) => `${path}: ${example} үлгісінде жазылады`,
  },
  valueTypes: {
    string: 'мәтін',
    number: 'сан',
    int: 'бүтін сан',
    boolean: 'true немесе false',
    array: 'тізім',
    object: 'өрістер жиыны',
    record: 'өрістер жиыны',
  },
  badText: ({ kind, text, examples }) => `«${text}» оқылмады. Мұнда керегі: ${kind}. Мысалы: ${examples}.`,
  textKinds: {
    money: 'ақша сомасы',
    'sane-money': 'ұсынысқа мүмкін сома, жүз миллионнан аспауы керек',
    volume: 'көлем',
    'unit-price': 'бірлік бағасы',
    period: 'мерзім',
    increment: 'есептеу қадамы',
    hours: 'уақыт аралығы',
    'data-use': 'интернет шығыны',
    'call-use': 'бағыт бойынша қоңырау минуттары',
    'message-use': 'бағыт бойынша хабарлама саны',
    'sane-use': 'адам бір күнде жұмсай алатын көлем',
    destination: 'бағыт',
  },
  warnings: {
    unserved: ({ unserved }) => `Қамтылмайды: ${unserved}.`,
    estimate: ({ offer }) => `${quoted(offer)} бағасы — болжам: ол соңғы рет бір жылдан астам уақыт бұрын байқалған.`,
    reference: ({ offer }) =>
      `${quoted(offer)} сатылмайды: ол бүгінгі бағасы деректерде жоқ жергілікті карталардың орнына алынған.`,
    old: ({ offer, seen }) => withStop(`${quoted(offer)} бағасы соңғы рет байқалған уақыт: ${seen}`),
    'fair-use': ({ offer }) =>
      `${quoted(offer)} шектеусіз деп аталады, бірақ белгілі бір көлемнен кейін жылдамдығы төмендеуі мүмкін; ол көлем еш жерде көрсетілмеген.`,
    'no-local-number': () => 'Сізге керек жергілікті нөмір мұнда жоқ.',
    'no-code-messages': () => 'Жергілікті нөмірге SMS арқылы код алу мүмкін емес.',
    'hotspot-unknown': ({ offer }) => `${quoted(offer)} бойынша интернет таратуға бола ма, белгісіз.`,
    'network-unknown': ({ offer }) => `${quoted(offer)} қай желіде жұмыс істейтіні белгісіз.`,
    'open-range': () => 'Ең көп дегенде қанша тұратыны белгісіз.',
    'calls-over-internet': () => 'Қоңыраулар мессенджер арқылы жасалады; ол қоңырау қабылдайтын адамда да болуы керек.',
    'old-rate': ({ from, day }) => withStop(`${from} бағамының күні: ${day}`),
    'number-by-prefix': () =>
      'Нөмірдің желісі коды бойынша анықталады; басқа операторға көшірілген нөмірдің коды өзгермейді.',
    'needs-plan': ({ offer }) =>
      `${quoted(offer)} тек негізгі тарифпен бірге жұмыс істейді; ол тарифтің бағасы бұл есепке кірмейді.`,
    closed: ({ offer }) => `${quoted(offer)} енді сатылмайды.`,
  },
  why: {
    cheapest: ({ by }) =>
      by === '' ? 'Бұл — барлық қажеттілікті қамтитын жалғыз нұсқа.' : `Бұл — ең арзан нұсқа: келесісінен ${by} арзан.`,
    tied: ({ with: others }) =>
      `Баға аралығының ортасы бойынша бұл — ең арзан нұсқа, бірақ бағасы одан ажыратылмайтын тағы ${others} нұсқа бар.`,
    dearer: ({ by }) => `Баға аралығының ортасы бойынша бұл нұсқа біріншісінен ${by} қымбат.`,
    unserved: () => 'Бұл нұсқа барлық қажеттілікті қамтымайды, сондықтан тізімде бәрін қамтитын нұсқалардан кейін тұр.',
    'made-of': ({ offer, share }) => `Жалпы құндағы ${quoted(offer)} үлесі: ${share}.`,
    free: () => 'Қолдағы деректер бойынша бұл нұсқа тегін.',
  },
  breaks: {
    'data-above': ({ bytesPerDay }) => `күніне ${bytesPerDay} көлемінен көп қажет болғанда`,
    'valid-until': ({ day, offer }) => `кезең ${day} күнінен кейін аяқталғанда (${quoted(offer)})`,
  },
  // A number stands before these, so they are worded to fit any number.
  leftOut: {
    closed: 'сатылымнан алынған',
    'later-version': 'тек кейінгі күндерге белгілі',
    'not-eligible': 'басқа клиенттерге арналған (компаниялар, қазіргі немесе шетелдік абоненттер)',
    'price-unknown': 'бағасы деректерде жоқ',
    'price-too-old': 'бағасы тым ескі, жоғарғы шегін анықтау мүмкін емес',
    'no-exchange-rate': 'валютасының бағамы деректерде жоқ',
    'no-esim': 'eSIM-ді қолдайтын телефондарға арналған',
    'no-hotspot': 'интернет таратуға тыйым салатын',
    'not-a-card': 'картаға да, топтамаға да жатпайтын',
    'reference-not-needed': 'орнына алуға арналған, бірақ қажет болмаған',
  },
  basis: ({ offer, seen }) => withStop(`${offer}: баға байқалған уақыт — ${seen}`),
  estimate: ({ offer, seen, factor, from, to }) =>
    `${quoted(offer)}: болжамды баға. Байқалған уақыты: ${seen}; бастапқы пакеттің ресми бағасы ${from}–${to} жылдары ${factor} есе өсті, сондықтан қазіргі баға жазылған баға мен одан ${factor} есе жоғары баға аралығында.`,
  estimateOpen: ({ offer, seen }) =>
    `${quoted(offer)}: болжамды баға. Байқалған уақыты: ${seen}; ол кездің ресми бағалары жоқ, сондықтан жоғарғы шегі белгісіз.`,
  seen: ({ from, to }) => (from === to ? from : `${from} – ${to} аралығы`),
  seenUnknown: 'күні белгісіз',
  assumedIncrements: 'Дереккөзде есептеу қадамы көрсетілмесе, ол бір секунд және бір килобайт деп алынады.',
  presets: {
    transit: 'транзит',
    tourist: 'туризм',
    'business-trip': 'іссапар',
    student: 'оқу',
    resident: 'тұрақты тұру',
    'remote-worker': 'қашықтан жұмыс',
  },
  kinds: { phone: 'нөмірлі SIM-карта', data: 'интернет-карта', pair: 'нөмірлі SIM-карта және интернет-карта' },
  cards: {
    phone: 'нөмірлі SIM-карта',
    data: 'интернет-карта',
    hybrid: 'аралас карта',
    'travel-esim': 'саяхатқа арналған eSIM',
  },
  tiers: { A: 'A, жоғары', B: 'B, орташа', C: 'C, төмен', D: 'D, расталмаған немесе тым ескі' },
  command: {
    total: 'Барлығы',
    between: ({ low, high }) => `${low} – ${high} аралығында`,
    atLeast: ({ low }) => `кемінде ${low}; қалғаны белгісіз`,
    left: 'Соңында қалатыны',
    leftUntil: ({ volume, scope, until }) => `${volume}${forWhat(scope)}${until === '' ? '' : `, мерзімі: ${until}`}`,
    sources: 'Дереккөздер',
    tier: 'Сенімділік',
    compared: ({ offers, sellers, choices }) =>
      `Салыстырылды: ${offersText(offers)}, ${sellersText(sellers)}, ${combinationsText(choices)}.`,
    leftOut: ({ count: number }) => `${offersText(number)} ескерілмеді`,
    use: 'Пайдалану',
    best: {
      overall: 'Ең жақсы нұсқа',
      phone: 'Ең жақсы нөмірлі SIM-карта',
      data: 'Ең жақсы интернет-карта',
      pair: 'Ең жақсы жұп',
    },
    buy: 'Сатып алыңыз',
    value: ({ perGigabyte, perDay }) => `${perGigabyte === '' ? '' : `бір гигабайты ${perGigabyte}, `}күніне ${perDay}`,
    tied: ({ count: number }) => `Бағасы бойынша ажыратылмайтын ${number} нұсқа бар`,
    breaks: 'Бұл нұсқа жарамайтын жағдайлар',
    proven: ({ excluded }) =>
      `Дәлелденді: орташа бағалар бойынша одан арзан басқа тіркесім жоқ (${excluded} тіркесім шығарылды).`,
    unproven: ({ gap }) =>
      `Толық дәлелденген жоқ: орташа бағалар бойынша басқа тіркесім ең көбі ${gap} арзан болуы мүмкін.`,
    offers: ({ count: number }) => offersText(number),
    price: 'Бағасы',
    closed: 'сатылмайды',
    open: 'сатылымда',
    saleUnknown: 'сатылатыны белгісіз',
    notes: 'Ескертпелер',
    codes: 'Кодтар',
    networks: 'Желілер',
    rate: ({ from, to, rate, day }) => `1 ${from} = ${rate} ${to}, бағам күні: ${day}`,
    fields: {
      start: 'басталатын күн',
      days: 'күн саны',
      data: 'интернет',
      calls: 'қоңыраулар',
      sms: 'SMS',
      needs: 'қажеттіліктер',
      device: 'телефон',
    },
  },
  ask: {
    intro: 'Қазақстанда қандай карта керек? Бірнеше сұрақ; «Білмеймін» деуге де болады.',
    preset: 'Байланыс не үшін керек?',
    start: 'Қай күннен бастап? (ЖЖЖЖ-АА-КК)',
    days: 'Неше күнге?',
    data: 'Интернетте не істейсіз? (бос орын белгілейді, Enter — әрі қарай; ештеңе белгіленбесе — «Білмеймін»)',
    howMuch: {
      hour: ({ activity }) => `Күніне неше сағат: ${activity}?`,
      minute: ({ activity }) => `Күніне неше минут: ${activity}?`,
      piece: ({ activity }) => `Күніне неше рет: ${activity}?`,
    },
    dataKnown: 'Күніне қанша интернет керек? (мысалы, 800MB)',
    dataUnknown: 'Білмеймін',
    calls: 'Ел ішіндегі нөмірлерге күніне неше минут қоңырау шаласыз?',
    number: 'SMS арқылы код алу немесе қоңырау қабылдау үшін жергілікті нөмір керек пе?',
    esim: 'Телефоныңыз eSIM-ді қолдай ма?',
    unsure: 'Білмеймін',
    yes: 'иә',
    no: 'жоқ',
    cancelled: 'Тоқтатылды. Ештеңе сақталмады.',
    badDay: 'Күн былай жазылады: 2026-12-01.',
    badDays: '1-ден 3660-қа дейінгі бүтін сан.',
    badCount: 'Сан, мысалы 2 немесе 0.5, ең көбі 1000.',
  },
  unreadable: unreadableKk,
  web: webKk,
  whatIf: whatIfKk,
};
