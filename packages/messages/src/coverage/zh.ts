import { type PluralForms, plural } from '../plural.ts';
import type { CoverageMessages } from './messages.ts';

const count = (forms: PluralForms) => (number: number) => plural('zh-CN', number, forms);
const of = (technologies: string) => (technologies === '' ? '' : `（${technologies}）`);

export const coverage: CoverageMessages = {
  kinds: {
    oblast: '州',
    city: '城市',
    'city-area': '城市及周边',
    'city-district': '市辖区',
    district: '区',
    town: '镇',
    village: '村',
    station: '火车站',
    homestead: '牧点',
    airport: '机场',
    crossing: '口岸',
    sight: '景点',
  },
  eitherTechnology: '3G 或 4G',
  speakers: { official: '官方', operator: '运营商', press: '媒体' },
  units: {
    cells: count({ other: '# 个小区' }),
    years: count({ other: '# 年前' }),
    months: count({ other: '# 个月前' }),
  },
  thisMonth: '不到一个月前',
  comma: '，',
  nearName: ({ name, where, id }) => `${name}（${where}；${id}）`,
  noPosition: '没有坐标记录',
  near: ({ place }) => `从${place}前往`,
  noPlaces: ({ query }) => `没有与“${query}”相近的地名。`,
  others: ({ places }) => `同名的其他地点：${places}。`,
  states: { seen: '有人测到', hint: '仅为线索', stated: '有说法', none: '无服务', unknown: '未知' },
  cellsNear: ({ cells, technologies, distance, day, age }) =>
    `${cells}${of(technologies)}，最近的相距 ${distance}，最后一次测到：${day}（${age}）`,
  cellsInside: ({ cells, technologies, day, age }) =>
    `范围内某处有 ${cells}${of(technologies)}，最后一次测到：${day}（${age}）`,
  guessed: ({ technologies }) => `${technologies}，推测`,
  hintOnly: ({ evidence }) => `${evidence}，太旧，不能依赖`,
  ownReport: ({ technologies, day, age }) => `您自己的记录${of(technologies)}，${day}（${age}）`,
  noSignal: ({ day }) => `您记录过 ${day} 没有信号`,
  nothing: '没有记录；这不等于没有信号',
  nothingInArea: '范围内没有记录',
  inDistrict: ({ cells, technologies, day, age }) =>
    `本区其他地方：${cells}${of(technologies)}，最后一次测到：${day}（${age}）`,
  missing: { mobile: '没有移动信号。', internet: '没有移动互联网。' },
  said: ({ text, who, publisher, day, address }) => `${text}（${who}，${publisher}，${day}）${address}`,
  undated: '无日期',
  remarks: '关于该地的说法（未指明运营商，或仅为计划）：',
  background: '关于所在区和州的说法：',
  country: '关于全国的说法：',
  roads: '关于公路的说法：',
  railways: '关于铁路的说法：',
  setOutFrom: ({ place }) => `该地没有坐标记录。以下是出发地${place}的情况：`,
  legs: '各地之间，按直线计（并非公路）：',
  leg: ({ from, to, km }) => `${from} – ${to}：直线 ${km}`,
  legThrough: ({ place, by }) => `${place}没有坐标，以最近的已知地点（${by}）代替`,
  legUnknown: ({ from, to }) => `${from} – ${to}：其中一地没有坐标，无法画线`,
  legShare: ({ network, share, day, age }) => `${network}：直线的 ${share} 附近测到过小区，${day}（${age}）`,
  legNothing: '沿线没有小区记录',
  legRest: '其余部分情况未知，并不等于没有信号。',
  speed: ({ download, upload, month, measure }) =>
    `全国移动网速：下行 ${download}${upload === '' ? '' : `，上行 ${upload}`}（${measure}，${month}）。没有人按地点公布网速。`,
  mbps: ({ speed }) => `${speed} Mbit/s`,
  noSpeed: '网速：没有记录。',
  thin: '依据不足时：',
  whatToDo: [
    '离开城市之前，先下载离线地图、翻译包和票据。',
    '查看运营商自己的覆盖图（官网和 App），并注意它们曾经夸大过覆盖。',
    '向当地人或房东打听哪家运营商有信号，并把行程告诉别人。',
    '在边境附近手机可能接入外国网络：请关闭数据漫游，或手动选择网络。',
  ],
  credits: ({ cells, places }) => `小区数据：${cells}。地名数据：${places}。`,
  heading: '沿途信号：',
  reported: ({ network, place, day, file }) => `已记录：${network}，${place}，${day}。保存在 ${file}。`,
  imported: ({ kept, rows, newest, file, licence }) =>
    `共 ${rows} 行，收入 ${kept} 行，最新为 ${newest}，写入 ${file}（${licence}）。`,
  skipped: {
    'other-country': ({ count: number }) => `其他国家 ${number} 行`,
    'other-network': ({ count: number }) => `未收录网络 ${number} 行`,
    'outside-border': ({ count: number }) => `境外 ${number} 行`,
    repeated: ({ count: number }) => `重复 ${number} 行`,
  },
  bad: {
    fields: ({ count: number }) => `缺列 ${number} 行`,
    radio: ({ count: number }) => `制式不明 ${number} 行`,
    position: ({ count: number }) => `坐标不可能 ${number} 行`,
    number: ({ count: number }) => `应为数字而不是数字 ${number} 行`,
    date: ({ count: number }) => `日期不可能 ${number} 行`,
  },
  badExample: ({ line, fault }) => `第 ${line} 行：${fault}`,
  refusals: {
    'no-such-place': ({ place, near }) =>
      near === ''
        ? `没有与“${place}”相近的地名。请换一种写法，或填写附近的地点。`
        : `没有“${place}”这个地点。相近的有：${near}。请用其中的名称或编号再查。`,
    'no-places': () => '该目录没有地名数据。请使用内置目录，或用 --catalog 指定其他文件夹。',
    'no-such-network': ({ network, known }) => `没有“${network}”这个网络。现有：${known}。`,
    'network-not-known': ({ brand, known }) => `没有记录 ${brand} 使用哪家网络。请直接写网络名：${known}。`,
    'route-too-long': ({ days, stay }) =>
      `沿途各地至少要 ${days} 天，而行程只有 ${stay} 天。请减少各地天数或延长行程。`,
    'too-many-places': ({ count: number, most }) => `一条路线最多 ${most} 个地点，现有 ${number} 个。请分段查询。`,
    'bad-place-days': ({ place }) => `${place}的天数应为 1 以上的整数，例如 Saty:2。`,
    'report-in-future': ({ day, today }) => `${day} 还没到（今天是 ${today}）。请记录已经看到的情况。`,
    'list-in-future': ({ day, today }) => `${day} 还没到（今天是 ${today}），不可能有那天的列表。请检查 --taken。`,
    'report-too-early': ({ day }) => `${day} 还没有这种手机。请检查年份。`,
    'report-without-signal': () => '没有信号时不写制式。请去掉 --technology 或 --no-signal。',
    'bad-reports': ({ file, problem }) =>
      `${file} 不是记录文件（${problem}）。未作任何改动。请修正，或用 --reports 指定其他文件。`,
    'no-such-file': ({ file }) => `${file}：没有该文件，或无法读取。`,
    'broken-archive': ({ file }) => `${file}：gzip 压缩包已损坏。未作任何改动。请重新下载。`,
    'not-a-cell-list': ({ file }) =>
      `${file} 不是小区列表。未作任何改动。应为 OpenCelliD 的列（radio,mcc,net,area,cell,…），有无表头均可。`,
    'other-country': ({ file, codes, expected }) =>
      `${file} 中是其他国家的小区（代码 ${codes}），没有代码 ${expected} 的。未作任何改动。`,
    'no-good-cells': ({ file, bad }) => `${file} 中没有可用的小区（${bad} 行有误）。未作任何改动。`,
    'cell-list-undated': ({ file }) =>
      `${file} 没有写明小区是何时测到的。请用 --taken 指明列表日期，例如 --taken 2023-05-15。`,
    'cannot-write': ({ file, problem }) => `无法写入 ${file}（${problem}）。未作任何改动。`,
  },
  warnings: {
    'coverage-none': ({ place, said }) => `${place}：${said}`,
    'coverage-doubt': ({ networks, place, said }) => `${place}的 ${networks}：${said}`,
    'coverage-no-signal': ({ network, place, day }) => `${place}的 ${network}：您记录过 ${day} 没有信号。`,
    'coverage-unknown': ({ networks, places }) => `${networks} 在${places}能否使用未知：没有任何支持或反对的依据。`,
    'coverage-unknown-network': ({ places }) => `在${places}能否使用未知：没有记录这张卡使用哪家网络。`,
    'coverage-hint': ({ networks, places, age }) =>
      `${networks} 在${places}的依据是${age}或更早的，只能算线索。请查看运营商的覆盖图。`,
    'second-card': ({ places, days, offer, network, total }) =>
      `在${places}的 ${days} 加一张 ${network} 网络的卡（该网络在当地有依据）：${offer}，另加 ${total}。`,
    'second-card-hint': ({ places, days, offer, network, total }) =>
      `在${places}的 ${days} 加一张 ${network} 网络的卡（该网络在当地至少有旧线索）：${offer}，另加 ${total}。`,
    'second-card-blind': ({ places, days, offer, network, total }) =>
      `在${places}的 ${days} 加一张另一网络的卡（${network}，它在当地同样没有依据）：${offer}，另加 ${total}。`,
  },
  leftOut: {
    'network-excluded': '使用您不要的网络',
    'network-none': '其网络被官方指明不覆盖沿途某地',
  },
};
