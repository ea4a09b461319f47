import type { ForecastMessages } from './messages.ts';

export const zh: ForecastMessages = {
  problems: {
    'empty-history': () => '其中没有任何用量；请在表头 at,kind,to,amount,app 下至少写一行',
    'history-in-future': ({ first, count }) =>
      `有 ${count} 行晚于今天，第一行在 ${first}；历史到今天为止：请改正日期或删去这些行`,
    'history-in-megabytes': ({ largest }) =>
      `没有一次流量超过 ${largest} 字节，看来写的是兆字节；流量以字节计：请乘以 1048576`,
    'history-too-short': ({ months, first, last }) =>
      `${first} 至 ${last} 只有 ${months} 个完整的日历月；回测需要两个：一个用来学习，一个用来结算`,
  },
  next: {
    usual: ({ volume }) => `平常用量：每天 ${volume}`,
    wait: ({ day }) => `今天不用买：剩余流量可用到 ${day}。`,
    buy: ({ offer, days, cost }) => `今天购买：${offer}，约够用 ${days}（${cost}）。`,
    nothing: '目录中没有适用于此套餐的流量包，无法给出建议。',
    guarantee: ({ times }) => `这样购买，流量包的花费绝不会超过预知未来者为同样的日子所付的 ${times} 倍。`,
    ifUsual: ({ offer, days }) => `如果今后 ${days} 都和平常一样，${offer} 最便宜。`,
    ladder: '比较过的流量包',
    gap: ({ first, last }) => `${first} 至 ${last} 没有任何记录，这些天不计入。`,
  },
  backtest: {
    heading: ['月份', '建议', '实付', '最低', '损失'],
    sum: '合计',
    ranOut: '不够用',
    hindsight: ({ month, cards }) => `${month}，事后看：${cards}`,
    skipped: ({ months }) => `没有答案：${months}`,
  },
};
