import { ledger } from '../../../src/http/pages/ledger.js'
import { diagram } from '../../../src/http/pages/parts.js'
import { state } from '../../../src/http/pages/state.js'
import type { TimelineEntry } from '../../../src/http/pages/timeline.js'
import type { WorkSectionModel } from '../../../src/http/pages/work-list.js'
import { exampleCards } from './deadlines.js'
import { exampleForm } from './fields.js'

const number = 'CZ-2026-0007'
const item = '个体工商户变更经营场所'

const sections: readonly WorkSectionModel[] = [
  {
    id: 'overdue',
    title: '已逾期',
    count: 1,
    rows: [
      {
        href: '/tasks/3',
        title: '反馈工作结果',
        item: '社保关系转移接续',
        caseNumber: 'CZ-2026-0003',
        place: '城中街道政务服务中心 2号窗口',
        assignee: '韦建国',
        registeredDays: 14,
        state: state('red'),
        due: '4月13日（周一）17:30前',
      },
    ],
  },
  {
    id: 'today',
    title: '今天到期',
    count: 2,
    rows: [
      {
        href: '/tasks/4',
        title: '电话答复群众',
        item: '不动产抵押注销登记',
        caseNumber: 'CZ-2026-0005',
        place: '区政务服务中心 “办不成事”反映窗口',
        assignee: null,
        registeredDays: 5,
        state: state('yellow'),
        due: '今天17:30前',
      },
      {
        href: '/tasks/5',
        title: '原因分析',
        item,
        caseNumber: number,
        place: '中南街道政务服务中心 1号窗口',
        assignee: '韦建国',
        registeredDays: 2,
        state: state('yellow'),
        due: '今天17:30前',
      },
    ],
  },
  {
    id: 'rest',
    title: '其余',
    count: 1,
    rows: [
      {
        href: '/tasks/6',
        title: '政管办核验',
        item: '食品经营许可证办理，因场地证明名称与营业执照不一致被退回三次',
        caseNumber: 'CZ-2026-0006',
        place: '网上',
        assignee: null,
        registeredDays: 1,
        state: state('ok'),
        due: '4月22日（周三）17:30前',
      },
    ],
  },
]

const timeline: readonly TimelineEntry[] = [
  entry('done', '登记反映', '2026-04-15T01:30:00.000Z', '覃晓兰（窗口专员）'),
  {
    ...entry('done', '原因分析', '2026-04-17T03:00:00.000Z', '韦建国（政管办经办人）'),
    facts: [
      { label: '原因类别', value: 'B2 指南外要求（隐形壁垒）' },
      { label: '主办部门', value: '市场监督管理局' },
    ],
  },
  {
    ...entry('note', '催办', '2026-04-20T02:15:00.000Z', '黄敏（负责人）'),
    note: '请市场监督管理局今天下班前确认原因。',
  },
  entry('yellow', '黄牌：距反馈期限还有1个工作日', '2026-05-07T00:30:00.000Z', null),
  entry('red', '红牌：反馈工作结果已逾期', '2026-05-08T09:30:00.000Z', null),
  entry('now', '部门整改', null, '市场监督管理局'),
  entry('next', '政管办核验', null, null),
  entry('next', '反馈工作结果', null, null),
]

function entry(
  kind: TimelineEntry['kind'],
  what: string,
  at: string | null,
  who: string | null,
): TimelineEntry {
  return { kind, what, at, who, note: null, facts: [] }
}

const glance = [
  { label: '编号', value: number },
  { label: '事项名称', value: item },
  { label: '反映人', value: null, masked: { value: '李*', reveal: null } },
  { label: '联系方式', value: null, masked: { value: '138****5678', reveal: `/cases/${number}/contact` } },
  { label: '渠道', value: '窗口登记（原在网上申请）' },
  { label: '涉及部门', value: '市场监督管理局（主办）、住房和城乡建设局（协办）' },
  { label: '同类事项', value: 'CZ-2025-0188', href: '/cases/CZ-2025-0188' },
  { label: '备注', value: null },
]

const table = ledger(
  '本季度登记的事项，最近登记的在前。',
  [
    { label: '编号' },
    { label: '登记时间' },
    { label: '事项名称' },
    { label: '涉及部门' },
    { label: '跑动次数', numeric: true },
    { label: '期限' },
  ],
  [
    [
      { text: number, href: `/cases/${number}` },
      '4月15日（周三）',
      item,
      '市场监督管理局',
      '3',
      { state: state('yellow') },
    ],
    [
      { text: 'CZ-2026-0006', href: '/cases/CZ-2026-0006' },
      '4月14日（周二）',
      '食品经营许可证办理',
      '市场监督管理局',
      '2',
      { state: state('ok') },
    ],
    [
      { text: 'CZ-2026-0003', href: '/cases/CZ-2026-0003' },
      '3月26日（周四）',
      '社保关系转移接续',
      '人力资源和社会保障局',
      '4',
      { state: state('red') },
    ],
    [
      { text: 'CZ-2026-0001', href: '/cases/CZ-2026-0001' },
      '3月12日（周四）',
      '居住证办理',
      '公安局',
      '1',
      { state: state('met') },
    ],
  ],
)

const figures = [
  {
    label: '红牌',
    value: '2',
    unit: '件',
    note: '均在市场监督管理局',
    href: '/cases?card=red',
    state: 'red',
  },
  {
    label: '黄牌',
    value: '5',
    unit: '件',
    note: '明天下班前到期',
    href: '/cases?card=yellow',
    state: 'yellow',
  },
  { label: '10日按期反馈率', value: '92.3', unit: '%', note: '24件 ÷ 26件', href: null, state: null },
  { label: '办成率', value: '87.5', unit: '%', note: '21件 ÷ 24件', href: null, state: null },
  { label: '复发率', value: '—', unit: null, note: '近12个月没有办结的整改', href: null, state: null },
]

export const galleryModels = {
  'gallery/work': {
    header: {
      title: '我的待办',
      what: '分到政管办经办人名下、等您办理的环节。',
      next: '先办“已逾期”的 1 件：反馈工作结果',
      by: '今天 17:30 前还有 2 件到期',
    },
    sections,
    pages: { shown: '第 1–4 件，共 4 件', previous: null, next: '/tasks?after=6' },
    empty: {
      title: '没有等您办理的事',
      why: '新的事项登记、报送后会出现在这里。您可以到台账查看正在办理的事项。',
      action: { href: '/cases', label: '查看台账' },
    },
  },
  'gallery/case': {
    header: {
      title: `${number} ${item}`,
      what: '一件群众反映的“办不成事”，原因在部门一方，正在整改。',
      next: '市场监督管理局提交整改，政管办核验后反馈群众',
      by: '2026年5月8日（周五）17:30前向群众反馈',
      state: state('yellow'),
      crumbs: [{ href: '/cases', label: '台账' }],
    },
    cards: exampleCards,
    timeline,
    glance,
    diagram: diagram('/gallery/diagram.xml', '/gallery/diagram.json'),
  },
  'gallery/form': {
    header: {
      title: '原因分析',
      what: '分析这件事为什么没有办成，确定原因类别和要确认的部门。',
      next: '填写下面各项后提交，由部门确认',
      by: '2026年4月17日（周五）17:30前',
    },
    ...exampleForm(true),
    glance,
  },
  'gallery/figures': {
    header: { title: '督办看板', what: '全区在办事项的期限情况。', next: '先看红牌，再看黄牌', by: null },
    figures,
    table,
  },
  'gallery/public': {
    header: {
      title: '我要反映',
      what: '在政务服务中心办事没办成，可以在这里告诉我们，由区政管办协调解决。',
      next: '填写下面的内容，大约需要3分钟',
      by: null,
    },
    ...exampleForm(false),
  },
} as const
