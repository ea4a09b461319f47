import { type PluralForms, plural } from '../plural.ts';
import type { CoverageMessages } from './messages.ts';

const count = (forms: PluralForms) => (number: number) => plural('en-GB', number, forms);
const of = (technologies: string) => (technologies === '' ? '' : `, ${technologies}`);

export const coverage: CoverageMessages = {
  kinds: {
    oblast: 'region',
    city: 'city',
    'city-area': 'city with its surroundings',
    'city-district': 'city district',
    district: 'district',
    town: 'town',
    village: 'village',
    station: 'railway station',
    homestead: 'homestead',
    airport: 'airport',
    crossing: 'border crossing',
    sight: 'sight',
  },
  eitherTechnology: '3G or 4G',
  speakers: { official: 'officials', operator: 'the operator', press: 'press' },
  units: {
    cells: count({ one: '# cell', other: '# cells' }),
    years: count({ one: '# year old', other: '# years old' }),
    months: count({ one: '# month old', other: '# months old' }),
  },
  thisMonth: 'less than a month old',
  comma: ', ',
  nearName: ({ name, where, id }) => `${name} (${where}; ${id})`,
  noPosition: 'position not on record',
  near: ({ place }) => `reached from ${place}`,
  noPlaces: ({ query }) => `No place sounds like "${query}".`,
  others: ({ places }) => `Other places of that name: ${places}.`,
  states: { seen: 'seen', hint: 'hint', stated: 'stated', none: 'none', unknown: 'unknown' },
  cellsNear: ({ cells, technologies, distance, day, age }) =>
    `${cells}${of(technologies)}, the nearest ${distance} away, last seen ${day} (${age})`,
  cellsInside: ({ cells, technologies, day, age }) =>
    `${cells}${of(technologies)} somewhere inside, last seen ${day} (${age})`,
  guessed: ({ technologies }) => `${technologies} (a guess)`,
  hintOnly: ({ evidence }) => `${evidence}; too old to rely on`,
  ownReport: ({ technologies, day, age }) => `your own report${of(technologies)}, ${day} (${age})`,
  noSignal: ({ day }) => `you reported no signal on ${day}`,
  nothing: 'nothing on record, which is not the same as no signal',
  nothingInArea: 'nothing on record inside it',
  inDistrict: ({ cells, technologies, day, age }) =>
    `elsewhere in the district: ${cells}${of(technologies)}, last seen ${day} (${age})`,
  missing: { mobile: 'No mobile signal. ', internet: 'No mobile internet. ' },
  said: ({ text, who, publisher, day, address }) => `${text} (${who}, in ${publisher}, ${day}) ${address}`,
  undated: 'undated',
  remarks: 'Said of the place, no operator named or only planned:',
  background: 'Said of the area around it:',
  country: 'Said of the country:',
  roads: 'Said of the roads:',
  railways: 'Said of the railways:',
  setOutFrom: ({ place }) => `Its own position is not on record. What is known of ${place}, from which one sets out:`,
  legs: 'Between the places, along straight lines (not roads):',
  leg: ({ from, to, km }) => `${from} – ${to}: ${km} in a straight line`,
  legThrough: ({ place, by }) => `${place} is drawn at ${by}, the nearest point on record`,
  legUnknown: ({ from, to }) => `${from} – ${to}: no line, one of the two has no position on record`,
  legShare: ({ network, share, day, age }) => `${network}: cells seen along ${share} of the line, ${day} (${age})`,
  legNothing: 'no cell on record along the line',
  legRest: 'What is not counted is not known, not without signal.',
  speed: ({ download, upload, month, measure }) =>
    `Mobile speed in the whole country: ${download} down${upload === '' ? '' : `, ${upload} up`} (${measure}, ${month}). Nobody publishes it by place.`,
  mbps: ({ speed }) => `${speed} Mbit/s`,
  noSpeed: 'Speed: no figure on record.',
  thin: 'Where the evidence is thin:',
  whatToDo: [
    'Download offline maps, translations and tickets before you leave the city.',
    "Look at the operators' own maps (on their sites and in their apps), and mind that they have claimed too much before.",
    'Ask people there, or your host, which operator works; tell somebody your route.',
    'Near a border the phone may take a foreign network: switch off data roaming or choose the network by hand.',
  ],
  credits: ({ cells, places }) => `Cells: ${cells}. Places: ${places}.`,
  heading: 'Coverage on the route:',
  reported: ({ network, place, day, file }) => `Noted: ${network}, ${place}, ${day}. Kept in ${file}.`,
  imported: ({ kept, rows, newest, file, licence }) =>
    `Took ${kept} of ${rows} rows, the newest of ${newest}, into ${file} (${licence}).`,
  skipped: {
    'other-country': ({ count: number }) => `${number} of other countries`,
    'other-network': ({ count: number }) => `${number} of networks that are not on record`,
    'outside-border': ({ count: number }) => `${number} outside the border`,
    repeated: ({ count: number }) => `${number} repeated`,
  },
  bad: {
    fields: ({ count: number }) => `${number} with columns missing`,
    radio: ({ count: number }) => `${number} of an unknown technology`,
    position: ({ count: number }) => `${number} without a possible position`,
    number: ({ count: number }) => `${number} with something else where a number should be`,
    date: ({ count: number }) => `${number} without a possible date`,
  },
  badExample: ({ line, fault }) => `line ${line}: ${fault}`,
  refusals: {
    'no-such-place': ({ place, near }) =>
      near === ''
        ? `No place sounds like "${place}". Try another spelling, or a place nearby.`
        : `There is no place "${place}". Near it: ${near}. Ask again with one of these names or ids.`,
    'no-places': () => 'This catalogue has no places. Use the built-in one, or give another folder with --catalog.',
    'no-such-network': ({ network, known }) => `There is no network "${network}". There are ${known}.`,
    'network-not-known': ({ brand, known }) =>
      `Which network carries ${brand} is not on record. Name the network itself: ${known}.`,
    'route-too-long': ({ days, stay }) =>
      `The places on the route take ${days} days or more, but the stay has ${stay}. Give fewer days to the places, or more to the stay.`,
    'too-many-places': ({ count: number, most }) =>
      `A route has at most ${most} places, not ${number}. Ask in two parts.`,
    'bad-place-days': ({ place }) => `The days at ${place} must be a whole number from 1 on, such as Saty:2.`,
    'report-in-future': ({ day, today }) => `${day} has not come yet (today is ${today}). Report what you have seen.`,
    'list-in-future': ({ day, today }) =>
      `${day} has not come yet (today is ${today}): no list can be of that day. Check --taken.`,
    'report-too-early': ({ day }) => `On ${day} there were no mobile phones of this kind. Check the year.`,
    'report-without-signal': () => 'A report without signal has no technology. Leave out --technology or --no-signal.',
    'bad-reports': ({ file, problem }) =>
      `${file} is not a file of reports (${problem}). Nothing was changed. Mend it, or give another file with --reports.`,
    'no-such-file': ({ file }) => `${file}: no such file, or it cannot be read.`,
    'broken-archive': ({ file }) => `${file} is a broken gzip archive. Nothing was changed. Download it again.`,
    'not-a-cell-list': ({ file }) =>
      `${file} is not a list of cells. Nothing was changed. Expected are the columns of OpenCelliD (radio,mcc,net,area,cell,…), with or without a header.`,
    'other-country': ({ file, codes, expected }) =>
      `${file} holds cells of other countries (code ${codes}), none of code ${expected}. Nothing was changed.`,
    'no-good-cells': ({ file, bad }) =>
      `${file} holds no cell that can be used (${bad} bad rows). Nothing was changed.`,
    'cell-list-undated': ({ file }) =>
      `${file} does not say when its cells were seen. Say the day of the list with --taken, such as --taken 2023-05-15.`,
    'cannot-write': ({ file, problem }) => `${file} cannot be written (${problem}). Nothing was changed.`,
  },
  warnings: {
    'coverage-none': ({ place, said }) => `${place}: ${said}`,
    'coverage-doubt': ({ networks, place, said }) => `${networks} in ${place}: ${said}`,
    'coverage-no-signal': ({ network, place, day }) => `${network} in ${place}: you reported no signal on ${day}.`,
    'coverage-unknown': ({ networks, places }) =>
      `Whether ${networks} works in ${places} is not known: nothing on record speaks for it or against it.`,
    'coverage-unknown-network': ({ places }) =>
      `Whether it works in ${places} is not known: which network carries it is not on record.`,
    'coverage-hint': ({ networks, places, age }) =>
      `What speaks for ${networks} in ${places} is ${age} or more: a hint, no more. Check the operator's map.`,
    'second-card': ({ places, days, offer, network, total }) =>
      `A second card for ${days} in ${places}, on ${network}, for which there is evidence: ${offer}, ${total} more.`,
    'second-card-hint': ({ places, days, offer, network, total }) =>
      `A second card for ${days} in ${places}, on ${network}, for which there are at least old hints: ${offer}, ${total} more.`,
    'second-card-blind': ({ places, days, offer, network, total }) =>
      `A second card for ${days} in ${places}, on another network (${network}; nothing speaks for that one there either): ${offer}, ${total} more.`,
  },
  leftOut: {
    'network-excluded': 'on networks you do not want',
    'network-none': 'on networks that officials say do not serve a place on the route',
  },
};
