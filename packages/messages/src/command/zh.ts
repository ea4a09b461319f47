import type { CommandWords } from './messages.ts';

export const commandZh: CommandWords = {
  example: '以上是一个例子：从今天开始的一次旅游。',
  howToAsk:
    '查询您自己的情况：npm start -- advise --days 12 --data 1GB/day --calls national-mobile:10min/day（在终端里：npm start -- advise）',
  detailsOf: '查看其他方案的详情：加上 --choice 及其序号，或 phone、data、pair。',
  whatIfOf: '想知道什么会改变这个答案：加上 --what-if。',
  noAnswer: '没有方案能满足此使用期的全部需求。',
  stay: ({ days, first, last, preset }) => `使用期：${days}，${first}至${last}（${preset}）`,
  assumed: ({ fields }) => `未说明、按默认值处理：${fields}。`,
  none: '没有能满足全部需求的方案',
  rest: '全部方案',
  onDay: ({ day, offer }) => `${day}：${offer}`,
  topUps: '需要充值',
  moneyLeft: '剩余余额',
  sums: '明细合计',
  noUse: '无',
  ledger: '费用明细',
  restsOn: '依据',
  careful: '注意',
};
