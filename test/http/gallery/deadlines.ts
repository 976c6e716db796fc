import { buildCalendar, explain, parseBudget, standingOf, type Pause } from '../../../src/calendar/index.js'
import type { DeadlineEntry } from '../../../src/runtime/index.js'
import { deadlineCard, type DeadlineCardModel } from '../../../src/http/pages/deadline-card.js'

const source = '国办发明电〔2025〕7号'
const calendar = buildCalendar({
  days: [
    ...['2026-05-01', '2026-05-04', '2026-05-05'].map(date => rest(date, '劳动节')),
    ...['2026-04-06'].map(date => rest(date, '清明节')),
    { scope: 'national' as const, date: '2026-05-09', kind: 'work' as const, name: '劳动节', source },
  ],
  announced: [
    { scope: 'national', year: 2026 },
    { scope: 'guangxi', year: 2026 },
  ],
})

function rest(date: string, name: string) {
  return { scope: 'national' as const, date, kind: 'rest' as const, name, source }
}

interface Example {
  readonly name: string
  readonly startOn: string
  readonly budget: string
  readonly now: string
  readonly kind?: 'statutory' | 'internal'
  readonly paragraph?: string
  readonly warned?: boolean
  readonly closedAt?: string
  readonly completed?: boolean
  readonly pauses?: readonly Pause[]
  readonly extendedTo?: string
  readonly ledger?: readonly DeadlineEntry[]
}

function exampleCard({ now, kind = 'statutory', paragraph, ...example }: Example): DeadlineCardModel {
  const budget = parseBudget(example.budget, 'workdays')
  const { startOn, pauses = [], extendedTo } = example
  const explanation = explain(calendar, { startOn, budget, pauses, extendedTo })
  return deadlineCard({
    name: example.name,
    kind,
    paragraph: paragraph ?? null,
    explanation,
    standing: standingOf(calendar, { dueOn: explanation.dueOn, dueAt: explanation.closesAt, pauses }, now),
    warned: example.warned ?? false,
    closedAt: example.closedAt ?? null,
    completed: example.completed ?? false,
    today: now.slice(0, 10),
    ledger: example.ledger ?? [],
    calendarVersion: 3,
    reader: 'staff',
    proofHref: '/cases/2026-00017-3/deadlines/7/proof',
  })
}

function entry(kind: DeadlineEntry['kind'], at: string, data: DeadlineEntry['data']): DeadlineEntry {
  const dates = {
    fromDueAt: kind === 'armed' ? null : '2026-05-11T09:30:00.000Z',
    toDueAt: '2026-05-25T09:30:00.000Z',
  }
  return { at, kind, ...dates, reason: '整改方案须经专家评审。', data, byName: '负责人', calendarVersion: 3 }
}

const feedback = { name: '向群众反馈工作结果', budget: 'P10D', paragraph: '三(三)', startOn: '2026-04-22' }

/** A card in each state. */
export const exampleCards: readonly DeadlineCardModel[] = [
  exampleCard({ ...feedback, now: '2026-04-27T10:00:00+08:00' }),
  exampleCard({ ...feedback, now: '2026-05-07T10:00:00+08:00', warned: true }),
  exampleCard({ ...feedback, now: '2026-05-12T10:00:00+08:00', warned: true }),
  exampleCard({
    ...feedback,
    now: '2026-05-07T10:00:00+08:00',
    pauses: [
      {
        from: '2026-04-27',
        until: '2026-05-15',
        ground: 'expertReview',
        document: '专家评审通知〔2026〕4号',
      },
    ],
    ledger: [
      entry('armed', '2026-04-22T02:00:00.000Z', {}),
      entry('paused', '2026-04-27T02:00:00.000Z', {
        ...{
          from: '2026-04-27',
          until: '2026-05-15',
          ground: 'expertReview',
          document: '专家评审通知〔2026〕4号',
        },
      }),
    ],
  }),
  exampleCard({ ...feedback, now: '2026-05-14T10:00:00+08:00', extendedTo: '2026-05-29' }),
  exampleCard({ ...feedback, startOn: '2026-12-24', now: '2026-12-28T10:00:00+08:00' }),
  exampleCard({
    name: '电话答复群众',
    budget: 'P3D',
    paragraph: '三(三)',
    startOn: '2026-04-22',
    now: '2026-04-27T10:00:00+08:00',
    closedAt: '2026-04-24T11:20:00+08:00',
    completed: true,
  }),
  exampleCard({
    name: '原因分析',
    kind: 'internal',
    budget: 'P2D',
    startOn: '2026-04-15',
    now: '2026-04-27T10:00:00+08:00',
    closedAt: '2026-04-20T09:05:00+08:00',
    completed: true,
  }),
]
