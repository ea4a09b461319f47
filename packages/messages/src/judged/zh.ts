import type { JudgedMessages } from './messages.ts';

export const judgedZh: JudgedMessages = {
  regards: { cheapest: '最便宜', safest: '最稳妥', simplest: '最省事' },
  byAssumption: ({ scenarios, stay, day }) =>
    `将来的用量无人知晓。按 ${scenarios} 种可能的情况评估（假设：整个停留期的平均值波动 ${stay}，单日波动 ${day}）：`,
  byHistory: ({ scenarios, days }) => `将来的用量无人知晓。按您的历史记录（${days}）推演 ${scenarios} 种可能的情况：`,
  acting: '假定：上一个流量包用完时才买下一个，绝不提前。',
  gap: ({ first, last }) => `${first}至${last}历史记录为空，这些日子未计入。`,
  expected: ({ expected, p50, p90 }) => `平均 ${expected}，一半情况下不超过 ${p50}，十次中有九次不超过 ${p90}`,
  wins: ({ share }) => `在 ${share} 的情况下最便宜`,
  runsOut: ({ share }) => `在 ${share} 的情况下不够用`,
  prices: {
    safest: ({ price }) => `稳妥的代价为 ${price}`,
    simplest: ({ price }) => `省事的代价为 ${price}`,
  },
};
