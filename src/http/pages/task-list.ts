import { formatDate, localDateOf, localTimeOf } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { Actor } from '../../casework/actor.js'
import type {
  missingYears,
  privacyRequestsWaiting,
  Urgency,
  WorkLine,
  WorkList,
} from '../../runtime/index.js'
import { taskCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import type { EmptyStateModel, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'
import { state, type StateModel } from './state.js'
import type { WorkRowModel } from './work-list.js'

export const tabs = ['mine', 'unassigned', 'all', 'free'] as const
export type Tab = (typeof tabs)[number]

/** The model of `tasks/list`. */
export interface TaskListModel {
  readonly header: PageHeaderModel
  readonly tabs: readonly (LinkModel & { readonly current: boolean })[]
  readonly search: { readonly tab: Tab; readonly words: string; readonly clear: string | null }
  readonly sections: readonly TaskSection[]
  readonly pages: PaginationModel
  readonly first: string | null
  readonly paged: boolean
  readonly empty: EmptyStateModel | null
  /** what waits beside the tasks: for who arranges the calendar a missing year, for the office requests about personal data */
  readonly reminders: readonly {
    /** the icon’s */
    readonly name: 'calendar' | 'privacy'
    readonly words: string
    readonly link: LinkModel
  }[]
}

interface TaskSection {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly rows: readonly TaskRow[]
}

/** A row of the work list with what claiming it in place needs. */
interface TaskRow extends WorkRowModel {
  readonly claim: { readonly action: string; readonly revision: number } | null
  readonly draft: boolean
}

/** What the address asked for. */
export interface TaskListQuery {
  readonly tab: Tab
  readonly words: string
  readonly after: string | null
}

/** What no group has taken is for who watches them all. */
function tabsOf({ role }: Actor): readonly Tab[] {
  return role === 'supervisor' ? tabs : tabs.filter(tab => tab !== 'free')
}

const urgencies: readonly Urgency[] = ['overdue', 'today', 'nextDay', 'later']

/** What this reader is to be reminded of beside the tasks. */
export interface Reminded {
  /** years of the calendar */
  readonly missing: Awaited<ReturnType<typeof missingYears>>
  /** requests about personal data */
  readonly waiting: Awaited<ReturnType<typeof privacyRequestsWaiting>>
}

export function taskListPage(
  actor: Actor,
  list: WorkList,
  query: TaskListQuery,
  reminded: Reminded,
): TaskListModel {
  const { rows } = list
  const { tab, words, after } = query
  const sections = urgencies.flatMap(urgency => {
    const ofIt = rows.filter(row => row.urgency === urgency)
    return ofIt.length === 0 ? [] : [section(urgency, ofIt, list, actor)]
  })
  return {
    header: header(list),
    tabs: tabsOf(actor).map(one => ({
      href: hrefOf({ tab: one, words, after: null }),
      label: text(`tasks.tab.${one}`),
      current: one === tab,
    })),
    search: { tab, words, clear: words === '' ? null : hrefOf({ tab, words: '', after: null }) },
    sections,
    pages: {
      shown: text('tasks.shown', { count: rows.length }),
      previous: null,
      next: list.next && hrefOf({ tab, words, after: writeCursor(taskCursor.parse(list.next)) }),
    },
    first: after === null ? null : hrefOf({ tab, words, after: null }),
    paged: after !== null || list.next !== null,
    empty: rows.length === 0 ? empty(actor, query) : null,
    reminders: remindersOf(reminded),
  }
}

function remindersOf({ missing, waiting }: Reminded): TaskListModel['reminders'] {
  return [
    ...(missing === null
      ? []
      : [
          {
            name: 'calendar' as const,
            words: text('admin.calendar.reminder', {
              years: missing.years.join('、'),
              affected: missing.affected,
            }),
            link: { href: paths.calendarImport, label: text('admin.calendar.reminder.import') },
          },
        ]),
    ...(waiting === null
      ? []
      : [
          {
            name: 'privacy' as const,
            words: text(waiting.overdue ? 'privacy.waiting.late' : 'privacy.waiting', {
              count: waiting.count,
              day: formatDate(waiting.firstDueOn),
            }),
            link: { href: paths.privacyRequests, label: text('privacy.waiting.open') },
          },
        ]),
  ]
}

function header(list: WorkList): PageHeaderModel {
  const of = (urgency: Urgency) => list.rows.filter(row => row.urgency === urgency)
  const [first] = list.rows
  const overdue = of('overdue').length
  const today = of('today').length
  return {
    title: text('tasks.title'),
    what: text('tasks.what'),
    next:
      first === undefined
        ? text('tasks.next.none')
        : text(overdue > 0 ? 'tasks.next.overdue' : 'tasks.next.first', { task: first.name, count: overdue }),
    by:
      today > 0
        ? text('tasks.by.today', { count: today })
        : first?.dueAt
          ? text(first.urgency === 'overdue' ? 'tasks.by.passed' : 'tasks.by.first', {
              due: dueWords(first.dueAt),
            })
          : null,
  }
}

function section(urgency: Urgency, rows: readonly WorkLine[], list: WorkList, actor: Actor): TaskSection {
  const title =
    urgency === 'nextDay' && !list.nextDayIsTomorrow
      ? text('tasks.section.nextWorkingDay', { day: formatDate(list.nextDay).replace(/^\d+年/, '') })
      : text(`tasks.section.${urgency}`)
  return { id: urgency, title, count: rows.length, rows: rows.map(row => taskRow(row, actor)) }
}

function taskRow(row: WorkLine, actor: Actor): TaskRow {
  const { id, dueAt, departmentName, placeName } = row
  const mayClaim = row.assigneeId === null && row.candidateGroup === actor.role
  return {
    href: pathTo(paths.task, { id }),
    title: row.name,
    item: row.itemName ?? text('tasks.report', { quarter: quarterLabel(row.quarter ?? '') }),
    caseNumber: row.caseNumber ?? '',
    place: [departmentName, placeName].filter(name => name !== null).join(' · ') || null,
    assignee: row.assigneeName,
    registeredDays: row.registeredWorkingDays,
    state: stateOf(row),
    due: dueAt === null ? null : text('shell.deadline.due', { when: dueWords(dueAt) }),
    claim: mayClaim ? { action: pathTo(paths.claimTask, { id }), revision: row.revision } : null,
    draft: row.hasDraft,
  }
}

function stateOf({ urgency, warned, dueAt }: WorkLine): StateModel {
  if (urgency === 'overdue') return state('red')
  if (warned) return state('yellow')
  if (urgency === 'today') return state('ok', text('tasks.state.today'))
  return dueAt === null ? state('closed', text('tasks.state.noLimit')) : state('ok')
}

function dueWords(dueAt: string): string {
  return `${formatDate(localDateOf(dueAt)).replace(/^\d+年/, '')}${localTimeOf(dueAt)}`
}

function empty(actor: Actor, { tab, words, after }: TaskListQuery): EmptyStateModel {
  if (words !== '')
    return {
      title: text('tasks.empty.search.title', { words }),
      why: text('tasks.empty.search.why'),
      action: { href: hrefOf({ tab: 'all', words, after: null }), label: text('tasks.empty.search.action') },
    }
  if (after !== null)
    return {
      title: text('tasks.empty.end.title'),
      why: text('tasks.empty.end.why'),
      action: { href: hrefOf({ tab, words, after: null }), label: text('tasks.first') },
    }
  const toCases = { href: paths.cases, label: text('tasks.empty.toCases') }
  const toGroup = {
    href: hrefOf({ tab: 'unassigned', words: '', after: null }),
    label: text('tasks.tab.unassigned'),
  }
  return {
    title: text(`tasks.empty.${tab}.title`),
    why: text(tab === 'mine' ? 'tasks.empty.mine.why' : `tasks.empty.why.${actor.role}`),
    action: tab === 'mine' ? toGroup : toCases,
  }
}

function hrefOf({ tab, words, after }: TaskListQuery): string {
  const query = new URLSearchParams({
    whose: tab,
    ...(words === '' ? {} : { q: words }),
    ...(after === null ? {} : { after }),
  })
  return `${paths.tasks}?${query.toString()}`
}
