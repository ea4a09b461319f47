import type { ExplainMessages } from './messages.ts';

export const explainZh: ExplainMessages = {
  intro: ({ days }) => `四种卡并列比较，按您停留 ${days}计算：`,
  kinds: { phone: '电话卡', data: '流量卡', hybrid: '混合卡', 'app-pass': '应用包' },
  what: {
    phone: '运营商的 SIM 卡，带号码：通话、短信、流量在一起，多半按周期收费，登记在个人名下。',
    data: '只用来上网，包括旅行 eSIM：按流量或按天付费，多半没有周期费用。通话用即时通讯应用代替。',
    hybrid: '带号码和少量通话的流量卡。',
    'app-pass': '不是卡，而是加在套餐上的包：特定应用的流量不计入。其余都看套餐。',
  },
  abilities: {
    'local-number': '本地号码、短信验证码',
    calls: '通话',
    messages: '短信',
    internet: '上网',
    hotspot: '热点共享',
  },
  forms: {
    monthly: '按月',
    weekly: '按周',
    daily: '按天',
    term: '按其他周期',
    once: '一次付清',
    'as-used': '用多少付多少',
  },
  yes: '有',
  no: '没有',
  unknown: '未知',
  some: ({ yes, of }) => `${of} 个中有 ${yes} 个`,
  onlyApps: ({ apps }) => `仅限 ${apps}`,
  rows: {
    offers: '记录在案',
    price: '付费方式',
    best: '最适合您',
    cost: '停留期费用',
    trouble: '麻烦程度',
    asks: '需要您做的',
  },
  offers: ({ offers, sellers }) => `${offers} 种，${sellers} 家`,
  none: '无',
  noneForYou: '没有适合您的',
  onTopOf: ({ offer }) => `须先有 ${offer}`,
  withoutPlan: ({ cost }) => `${cost}，不含套餐`,
  unserved: ({ why }) => `不能满足全部需要：${why}`,
  asksNothing: '没有记录',
  noSuchChoice: ({ asked, similar, most }) =>
    `没有名为“${asked}”的选择${similar === '' ? '' : `；相近的有：${similar}`}。请给出 1 到 ${most} 的序号、phone、data、pair 或列表中的套餐。`,
};
