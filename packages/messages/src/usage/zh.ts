import type { UnreadableMessages, UsageMessages } from './messages.ts';

const EXAMPLE = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile, 50sms national, 5 KZT/MB';

/** What cannot be read of what a person gave. */
export const unreadableZh: UnreadableMessages = {
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
};

export const usageZh: UsageMessages = {
  day: ({ option, text }) => `${option} ${text}：日期应写作 2026-12-01`,
  count: ({ option, text }) => `${option} ${text}：应为整数，例如 ${option} 30`,
  between: ({ option, text, least, most }) => `${option} ${text}：应为 ${least} 到 ${most} 之间的数`,
  money: ({ option, text }) => `${option} ${text}：金额的写法如 300KZT`,
  time: ({ text }) => `${text}：时间的写法如 2026-12-01 或 2026-12-01T09:30`,
  notWritten: ({ file, problem }) => `${file}：无法写入（${problem}）`,
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
  badCatalogue: ({ findings }) => `目录无法使用：\n${findings}\n请修正这些位置，或用 --catalog 指定其他文件夹。`,
  unforeseen: ({ error }) => `发生了意外错误：${error}`,
  keep: {
    addWhat: '要保管什么？用 --offer ID[:payment][@day],… 写出套餐和流量包，或用 --advice FILE 给出建议文件',
    setWhat: '要设置什么？--balance、--left、--name、--data、--handset 或 --idle-days',
    noAdvice: ({ file }) => `${file}：不是建议文件；可用 simwise advise --json > FILE 保存一份`,
    severalCards: '--balance：有多张卡；请用 simwise keep set 逐张填写',
    left: ({ text }) => `--left ${text}：写法如 5GB、100min、30sms 或 "plan#1:100min until 2026-12-31"`,
    counter: ({ text }) => `${text}：计数器显示的是流量，如 12.5GB`,
    mark: ({ text }) => `--mark ${text}：应为 balance、nothing，或 left:GB、left:MB、left:min、left:sms`,
    importReplaces: '已有保管的卡，导入会替换它们：请先用 export 导出，再加 --yes',
    changedMeanwhile: ({ file }) => `${file}：期间被另一个程序改动。什么都没有保存，请再试一次。`,
    notSaved: ({ file, problem }) => `${file}：无法保存（${problem}）。原来的内容没有变。`,
  },
  forecast: {
    whichCard: '您用的是哪张卡？用 --offer 写出套餐',
    whichUse: '请说明用量：--history FILE.csv，或 --data 500MB/day',
    whichMonths: '哪几个月？用 --history FILE.csv 给出用量文件',
  },
  grid: {
    data: ({ option, text }) => `${option} ${text}：应为每天的流量，如 100MB 或 4GB`,
    order: ({ from, to }) => `${from} 大于 ${to}`,
    cells: ({ most }) => `--columns 乘 --rows：最多 ${most} 格`,
  },
  serve: {
    addressTaken: '这个地址已被另一个程序占用；请设置 PORT 或 HOST',
    badDatabase: ({ problem }) => `DATABASE_URL 的数据库无法使用（${problem}）`,
  },
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
