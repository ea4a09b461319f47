import type { CommandWords } from './messages.ts';

export const commandKk: CommandWords = {
  example: 'Бұл мысал еді: туристің бүгіннен басталатын сапары.',
  howToAsk:
    'Өз сұрауыңыз: npm start -- advise --days 12 --data 1GB/day --calls national-mobile:10min/day (терминалда: npm start -- advise)',
  detailsOf: 'Басқа нұсқаны толық көру үшін --choice қосып, оның нөмірін немесе phone, data, pair сөзін жазыңыз.',
  whatIfOf: 'Жауапты не өзгертетінін білу үшін --what-if қосыңыз.',
  noAnswer: 'Бұл кезеңде барлық қажеттілікті қамтитын нұсқа жоқ.',
  stay: ({ days, first, last, preset }) => `Кезең: ${days}, ${first} – ${last} (${preset})`,
  assumed: ({ fields }) => `Көрсетілмегендіктен әдепкі мәні алынды: ${fields}.`,
  none: 'барлық қажеттілікті қамтитын нұсқа жоқ',
  rest: 'Барлық нұсқалар',
  onDay: ({ day, offer }) => `${day}: ${offer}`,
  topUps: 'Балансты толтыру керек',
  moneyLeft: 'Баланста қалатыны',
  sums: 'Жолдардың қосындысы',
  noUse: 'жоқ',
  ledger: 'Толық есеп',
  restsOn: 'Есептің негізі',
  careful: 'Ескеріңіз',
};
