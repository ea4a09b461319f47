import type { WhatIfMessages } from './messages.ts';

export const whatIfZh: WhatIfMessages = {
  heading: '什么会改变答案',
  moreDays: ({ days, choice }) => `停留${days}或更久时，最佳方案是：${choice}。`,
  fewerDays: ({ days, choice }) => `停留${days}或更短时，最佳方案是：${choice}。`,
  moreData: ({ data, choice }) => `每天流量为 ${data} 或更多时，最佳方案是：${choice}。`,
  lessData: ({ data, choice }) => `每天流量为 ${data} 或更少时，最佳方案是：${choice}。`,
  noData: ({ choice }) => `完全不用流量时，最佳方案是：${choice}。`,
  nothingServes: '没有已知方案',
  unproven: '（未证明）',
  steady: '在您的天数和流量附近，未发现会改变答案的情况。',
  priceRises: ({ offer, most, now, choice }) =>
    `如果“${offer}”的价格高于 ${most}（现为 ${now}），最佳方案将是：${choice}。`,
  priceFalls: ({ offer, most, now }) => `如果“${offer}”的价格低于 ${most}（现为 ${now}），它将进入最佳方案。`,
  decide: '尚不确定且影响最大的因素',
  facts: {
    price: ({ offer }) => `“${offer}”的价格`,
    oldPrice: ({ offer }) => `“${offer}”的价格（很久以前见到的）`,
    rule: ({ offer }) => `“${offer}”的一条未记录的规则`,
  },
  assumed: {
    days: '假定的天数（减半或加倍）',
    data: '假定的流量（减半或加倍）',
    calls: '假定的通话量（减半或加倍）',
    sms: '假定的短信量（减半或加倍）',
    needs: '是否需要当地号码（假定）',
    device: '手机是否支持 eSIM（假定）',
  },
  costs: ({ low, high }) => `费用可能在 ${low} 到 ${high} 之间`,
  costsAtLeast: ({ low }) => `费用至少为 ${low}，也可能没有合适的方案`,
  makesBest: ({ choice }) => `最佳方案可能是：${choice}`,
  map: {
    title: '哪种卡最便宜',
    days: '停留天数',
    data: '每天流量',
    none: '没有合适的方案',
    found: '浅色或小写字母：已找到，但未证明最便宜',
    share: ({ kind, share }) => `${kind}：占 ${share} 的格子`,
    worked: ({ points, known, of }) => `已证明的点：${points}；确定的格子：${known}，共 ${of}。`,
  },
  curve: {
    title: '费用随停留天数的变化',
    days: '天数',
    cost: '费用',
    atMost: '≤：已找到，但未证明是最低',
  },
};
