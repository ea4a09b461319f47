import type { KeeperMessages } from './messages.ts';

/** The days in which something may come, in brackets. */
function span(early: string, late: string): string {
  if (early === late) return '';
  return late === '' ? ` (${early} не одан кейін, бәлкім таусылмайды)` : ` (${early} – ${late})`;
}

export const keeper: KeeperMessages = {
  kinds: { data: 'интернет', voice: 'минут', sms: 'SMS', mms: 'MMS', money: 'бонус ақша' },
  calendarName: 'SIM-карталар',
  titles: {
    'runs-out': ({ name, kind }) => `${name}: ${kind} таусылуы мүмкін`,
    'money-out': ({ name }) => `${name}: ақша таусылуы мүмкін`,
    charge: ({ name, amount }) => `${name}: ${amount} алынады`,
    ends: ({ name, offer }) => `${name}: ${offer} аяқталады`,
    expires: ({ name, left }) => `${name}: ${left} күйіп кетеді`,
    lost: ({ name, offer }) => `${name}: төленбесе, ${offer} біржола өшеді`,
    idle: ({ name }) => `${name}: пайдаланылмаса, нөмір бұғатталады`,
    handset: ({ name }) => `${name}: тіркелмесе, телефон бұғатталады`,
    'price-steps': ({ name, offer }) => `${name}: ${offer} бағасы өзгереді`,
    'offer-changed': ({ name, offer }) => `${name}: ${offer} шарттары басқа`,
    'offer-gone': ({ name, offer }) => `${name}: ${offer} каталогта енді жоқ`,
  },
  foreseen: {
    'runs-out': ({ kind, day, early, late, after }) =>
      `${day} қарай ${kind} таусылуы ықтимал${span(early, late)}; одан кейін ${after}.`,
    'money-out': ({ day, early, late }) => `${day} қарай ақша таусылуы ықтимал${span(early, late)}.`,
    charge: ({ offer, day, amount }) => `${day}: ${offer} үшін ${amount} алынады.`,
    ends: ({ offer, day, left }) => `${day}: ${offer} аяқталады${left === '' ? '' : `; бүгін одан қалғаны: ${left}`}.`,
    expires: ({ offer, day, left }) => `${day}: ${offer} ішінен ${left} күйіп кетеді.`,
    lost: ({ offer, day }) => `${day}: төлем түспесе, ${offer} біржола өшеді.`,
    idle: ({ day, days }) => `${day}: ${days} бойы пайдаланылмаса және толтырылмаса, нөмір бұғатталады.`,
    handset: ({ day, days }) => `${day}: бұл телефон тіркеусіз жұмыс істейтін мерзім (${days}) бітеді.`,
    'price-steps': ({ offer, day, before, after }) => `${day}: ${offer} бағасы ${before} емес, ${after} болады.`,
    'offer-changed': ({ offer, day }) =>
      `Каталогта ${offer} шарттары басқа, ${day}. Олардың сіздің картаңызға қатысы бар-жоғы белгісіз: оператордан сұраңыз.`,
    'offer-gone': ({ offer }) =>
      `${offer} каталогта енді жоқ: ол туралы ештеңе болжау мүмкін емес. Жазбаларыңыз сақталды.`,
  },
  after: {
    charged: 'ол бөлек төленеді',
    slowed: 'жылдамдық төмендейді',
    refused: 'қызмет тоқтайды',
    unknown: 'не болатыны белгісіз',
  },
  need: {
    met: 'Картадағы ақша жетеді.',
    unknown: 'Теңгерім белгісіз: біліп алып, енгізіңіз.',
    missing: ({ amount }) => `${amount} жетпейді.`,
    open: ({ amount }) => `Кемінде ${amount} жетпейді; бағасы белгісіз.`,
  },
  fallback: {
    rates: () => 'Төленбесе, басқа бағалар қолданылады.',
    'not-started': () => 'Төленбесе, қызмет қосылмайды.',
    suspended: () => 'Төленбесе, қызмет тоқтатыла тұрады.',
    pack: ({ pack }) => `Төленбесе, ${pack} өзі қосылады.`,
    part: () => 'Толық төленбесе, ақшаға сай бөлігі қосылады.',
    unknown: () => 'Төленбесе не болатыны белгісіз.',
  },
  fallbackCost: ({ days, cost }) => `Сіздің пайдалануыңызда бұл ${days} ішінде ${cost}.`,
  actions: {
    nothing: () => 'Ештеңе істемеу.',
    'top-up': ({ topUp }) => (topUp === '' ? 'Уақытында толтыру.' : `${topUp} толтыру.`),
    buy: ({ offer, day, times }) => `${day} ${offer} сатып алу${times === '' ? '' : `, барлығы ${times} рет`}.`,
  },
  dial: ({ code }) => `${code} теріңіз.`,
  topUpFirst: ({ topUp }) => `Алдымен ${topUp} толтыру.`,
  actionCost: ({ cost, day }) => `Сонда ${day} дейін картадан ${cost} алынады.`,
  notSaved: 'Белгілі әрекеттердің ешқайсысы қызметті толық жылдамдықта сақтамайды.',
  reminders: {
    used: ({ name, kind, percent }) => `${name}: ${kind}, ${percent} жұмсалды.`,
    charge: ({ name, day }) => `${name}: ${day} ақы алынады, ақша жетпеуі мүмкін. Толтырыңыз.`,
    'charge-unknown': ({ name, day }) => `${name}: ${day} ақы алынады. Теңгерімді тексеріңіз.`,
    'money-out': ({ name, day }) => `${name}: ${day} қарай ақша таусылуы мүмкін. Толтырыңыз.`,
    ends: ({ name, day }) => `${name}: қызмет ${day} аяқталады.`,
    expires: ({ name, day }) => `${name}: пайдаланылмағаны ${day} күйіп кетеді.`,
    lost: ({ name, day }) => `${name}: төленбесе, қызмет ${day} біржола өшеді.`,
    idle: ({ name, day }) => `${name}: картаны ${day} дейін пайдаланыңыз, әйтпесе нөмір бұғатталады.`,
    handset: ({ name, day }) => `${name}: телефонды ${day} дейін тіркеңіз, әйтпесе бұғатталады.`,
    'price-steps': ({ name, day }) => `${name}: баға ${day} өзгереді.`,
    'offer-changed': ({ name, day }) => `${name}: шарттар ${day} өзгеруі мүмкін.`,
  },
  doubts: {
    'nothing-understood': () => 'Ештеңе түсінілмеді. Сандардың нені білдіретінін белгілеңіз.',
    'other-brand': ({ brand }) => `Жауапта бұл картаның операторы емес, ${brand} аталған.`,
    'cut-off': () => 'Хабарламаның бір бөлігі сияқты. Толық қойыңыз.',
    'two-balances': () => 'Екі баланс аталған; қайсысы дұрыс екені белгісіз.',
    'not-on-card': ({ kind }) => `Бұл картаның ешбір пакеті мынаны бермейді: ${kind}.`,
    'which-bucket': ({ kind }) => `Бірнеше қалдық аталған (${kind}); олар қосылды.`,
    'number-two-ways': ({ number }) => `${number} екі түрлі оқылады.`,
    'only-used': ({ kind }) => `Қанша қалғаны емес, қанша жұмсалғаны айтылған (${kind}).`,
  },
  refusals: {
    'not-a-keeper-file': () => 'Бұл сақтаушының файлы емес. Ештеңе өзгертілмеді.',
    'newer-file': ({ version }) =>
      `Бұл файл жаңарақ бағдарламадан (${version} нұсқасы). Бағдарламаны жаңартыңыз; ештеңе өзгертілмеді.`,
    'damaged-file': ({ path, problem }) =>
      `Сақтаушы файлы бүлінген, орны ${path}: ${problem}. Ол сол күйінде қалды; көшірмесін импорттаңыз немесе сол жерді түзетіңіз.`,
    'no-such-card': ({ card, known }) => `${card} деген карта жоқ. Карталар: ${known}.`,
    'no-card-held': () => 'Әзірге карта жоқ. Алдымен карта қосыңыз.',
    'which-card': ({ known }) => `Қай карта? Бірін атаңыз: ${known}.`,
    'name-taken': ({ name }) => `${name} деген карта бар. Басқа ат таңдаңыз.`,
    'bad-name': ({ problem }) => `Бұл ат жарамайды: ${problem}.`,
    'no-such-offer': ({ offer, similar }) => `${offer} ұсынысы жоқ.${similar === '' ? '' : ` Ұқсастары: ${similar}.`}`,
    'before-first-version': ({ offer, first }) =>
      `${offer} шарттары тек ${first} бастап белгілі. Кейінірек басталуын көрсетіңіз.`,
    'not-one-plan': ({ plans }) => `Картада дәл бір тариф болады; мұнда: ${plans === '' ? 'жоқ' : plans}.`,
    'mixed-currencies': ({ currencies }) => `Бір картаның ұсыныстары бір валютада; мұнда: ${currencies}.`,
    'other-currency': ({ currency, expected }) => `Бұл карта ${currency} емес, ${expected} есептейді.`,
    'in-the-future': ({ at }) => `${at} әлі келген жоқ. Көрсеткіш қазіргі немесе өткен болады.`,
    'before-the-card': ({ at, start }) => `${at} карта басталғаннан (${start}) бұрын.`,
    'nothing-to-undo': () => 'Кері қайтаратын ештеңе жоқ.',
    'no-such-entry': ({ entry }) => `${entry} жазбасы жоқ.`,
    'nothing-said': () => 'Теңгерімді немесе қалдықты айтыңыз.',
    'no-use': () => 'Бұл файлда пайдалану туралы жазба жоқ.',
    'no-such-allowance': ({ offer, index }) => `${offer} ішінде ${index} нөмірлі пакет жоқ.`,
    'not-an-advice': () => 'Бұл ондай таңдауы бар кеңес емес. Сақтаңыз: simwise advise --json.',
    'bad-alerts': ({ problem }) => `Ескертуді бұлай қоюға болмайды: ${problem}.`,
    'bad-marks': ({ numbers, marks }) => `Жауапта ${numbers} сан, ${marks} белгі бар; әр санға бір белгі керек.`,
  },
  cardDoubts: {
    surplus: ({ kind, amount, time, entry }) =>
      `${time}: (${kind}) болуы мүмкіннен ${amount} артық: толтыру немесе сатып алу жазылмаған, не екі көрсеткіштің бірі қате (қайтару: undo ${entry}).`,
    contradiction: ({ time, entry, other }) =>
      `${time} ${other} және ${entry} жазбалары бір-біріне қайшы; соңғысы есептеледі. Қатесін қайтарыңыз.`,
    'not-granted': ({ kind, time, entry }) =>
      `${time}, ${entry} жазбасы: (${kind}) бұл картаның ешбір ұсынысында жоқ. Сатып алуды жазыңыз (keep buy) немесе жазбаны қайтарыңыз.`,
  },
  entries: {
    state: ({ what }) => `көрсеткіш: ${what}`,
    'top-up': ({ what }) => `толтыру ${what}`,
    purchase: ({ what }) => `сатып алу ${what}`,
    counter: ({ what }) => `трафик есептегіші: ${what}`,
    usage: ({ what }) => `пайдалану файлы: ${what}`,
  },
  undoneMark: 'қайтарылды',
  usedBy: {
    'usage-file': 'пайдалану файлы бойынша',
    readings: 'көрсеткіштеріңіз бойынша',
    counter: 'телефон есептегіші бойынша',
    expected: 'күтілгендей',
  },
  status: {
    balance: 'Теңгерім',
    balanceUnknown: 'белгісіз',
    left: 'Қалды',
    nothingLeft: 'ештеңе',
    use: 'Пайдалану',
    perDay: ({ amount, from }) => `күніне ${amount}, ${from}`,
    spending: 'басқа шығын',
    ahead: 'Алда',
    nothingAhead: 'Ештеңе болжанбайды.',
    history: 'Тарих',
    next: 'Енді не істеу керек',
    gone: 'Бұл картаның тарифі каталогта енді жоқ.',
    noCards: 'Карта жоқ. Қосыңыз: simwise keep add --offer ID --start DAY',
  },
  done: {
    added: ({ name, id }) => `Қосылды: ${name} (${id}).`,
    removed: ({ name }) => `Жойылды: ${name}.`,
    changed: ({ name }) => `Өзгертілді: ${name}.`,
    recorded: ({ name }) => `Жазылды: ${name}.`,
    undone: ({ what }) => `Қайтарылды: ${what}.`,
    readAs: 'Былай оқылды:',
    confirm: 'Дұрыс па?',
    notRecorded: 'Ештеңе жазылмады. Дұрыс болса, --yes қосыңыз.',
    taught: 'Есте сақталды. Мұндай жауаптар енді осылай оқылады.',
    mark: ({ numbers }) =>
      `Жауаптың сандары: ${numbers}. --mark арқылы үйретіңіз, әр санға бір белгі: balance, left:GB, left:min, nothing.`,
    alerts: ({ used, beforeCharge, beforeEnd, hour }) =>
      `Ескертулер: ${used} % жұмсалғанда; ақы алынғанға дейінгі күн: ${beforeCharge}; аяқталғанға дейінгі күн: ${beforeEnd}; сағат ${hour}.`,
    calendar: ({ file }) => `Күнтізбе ${file} файлына жазылды.`,
    exported: ({ file }) => `${file} файлына экспортталды.`,
    imported: ({ cards }) => `Импортталды: ${cards}.`,
  },
};
