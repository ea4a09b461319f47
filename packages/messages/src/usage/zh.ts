import type { UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

export const usageZh: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}：日期应写作 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}：应为整数，例如 ${option} 30`,
  noFile: ({ path }) => `${path}：没有此文件，或无法读取`,
  noJson: ({ path, line, column }) =>
    `${path}：从第${line}行第${column}列起不是有效的 JSON。请修正该处，或重新生成文件。`,
  oneOf: ({ option, text, known }) => `${option} ${text}：只能是 ${known}`,
  calls: ({ text }) => `“${text}”：请写通信对象和用量，例如 national-mobile:10min/day`,
  activity: ({ text }) => `--activity ${text}：请写上网活动及每天的小时数或次数，例如 video-sd:1`,
  noSchema: ({ name, known }) => `没有模式“${name}”，可用的有 ${known}`,
  bothSignals: '--worked 和 --no-signal 只能选其一',
  priceWhat: '要计算什么？请用 --offer 指定套餐及加油包，或用 --with 给出广告内容',
  offerForm: ({ text }) => `--offer ${text}：请写套餐标识，需要时加 :payment 或 @day，例如 plan,pack@2026-12-05`,
  offerDay: ({ choice, first, last }) => `--offer ${choice}：使用期为${first}至${last}，请在其中某一天购买`,
  badRows: ({ option, path }) => `${option} ${path}：存在有误的行`,
  row: ({ line, problem }) => `第${line}行：${problem}`,
  rowProblems: {
    columns: ({ missing }) => `缺少列 ${missing}；表头应为 at,kind,to,amount,app`,
    cells: () => '无法区分各单元格，请检查逗号和引号，每行五个单元格',
    kind: ({ text }) => `kind 为“${text}”，应为 voice、sms 或 data`,
    amount: ({ text, kind }) => `amount 为“${text}”，应为${kind}`,
    time: ({ text }) => `at 为“${text}”，当地时间应写作 2026-12-01T09:30:00`,
  },
  rowAmounts: {
    voice: '一天内可能的整数秒数',
    sms: '一天内可能的整数条数',
    data: '一天内可能的整数字节数',
  },
  poster: ({ part, problem }) => `无法识别“${part}”：${problem}`,
  posterProblems: {
    name: () => `广告内容须有名称和价格，例如“${EXAMPLE}”`,
    price: () => '首先写价格，例如“4990 KZT/30d”或“4990 KZT/month”',
    item: () => '内容写作“20GB”、“unlimited on-net”、“100min national-mobile”、“50sms national”',
    currency: ({ currency }) => `所有金额须与价格同为 ${currency}`,
    destination: ({ known }) => `通话和短信的对象为 ${known}，或国家，例如 CN`,
  },
  tooMuchMoney: '金额合计超出可精确计算的范围。请减少天数或用量，或检查价格。',
  badCatalogue: ({ findings }) => `目录无法使用：\n${findings}\n请修正这些位置，或用 --catalog 指定其他文件夹。`,
  unforeseen: ({ error }) => `发生了意外错误：${error}`,
  command: {
    unknownOption: ({ text }) => `没有选项 ${text}`,
    unknownCommand: ({ text }) => `没有命令 ${text}`,
    missingArgument: ({ text }) => `命令之后缺少 ${text}`,
    missingValue: ({ text }) => `选项 ${text} 缺少值`,
    excessArguments: '命令之后的内容过多',
    similar: ({ text }) => `相近的有：${text}`,
    help: '“simwise --help”列出各命令，在命令之后加 --help 列出其选项。',
  },
};
