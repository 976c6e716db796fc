import { formatDate, formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { calendarVersions, provisionalDeadlines } from '../../runtime/index.js'
import { idCursor, taskCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import { subjectValue } from './calendar-moves.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'

/** The model of `admin/calendar-list`: one list over several pages. */
export interface CalendarListModel {
  readonly header: PageHeaderModel
  readonly list: LedgerModel
  readonly pages: PaginationModel
  readonly empty: EmptyStateModel | null
}

const crumbs = () => [{ href: paths.calendar, label: text('admin.calendar.title') }]

/** 改动记录 */
export function calendarVersionsModel({
  rows,
  next,
}: Awaited<ReturnType<typeof calendarVersions>>): CalendarListModel {
  return {
    header: {
      title: text('admin.calendar.versions.title'),
      what: text('admin.calendar.versions.what'),
      next: text('admin.calendar.versions.next'),
      by: null,
      crumbs: crumbs(),
    },
    list: ledger(
      null,
      columns('versions', ['version', 'when', 'by', 'days', 'moved', 'reason']),
      rows.map(({ id, at, byName, days, moved, reason, changeId }) => {
        const words = reason ?? text('admin.calendar.versions.before')
        return [
          text('admin.calendar.versions.number', { id }),
          formatInstant(at),
          byName ?? text('shell.none'),
          text('admin.calendar.versions.days', { days }),
          moved === null ? text('shell.none') : text('admin.calendar.versions.moved', { moved }),
          changeId === null ? words : { text: words, href: pathTo(paths.calendarChange, { id: changeId }) },
        ]
      }),
    ),
    pages: pagesOf(paths.calendarVersions, rows.length, next === null ? null : idCursor.parse({ id: next })),
    empty:
      rows.length > 0
        ? null
        : {
            title: text('admin.calendar.versions.empty'),
            why: text('admin.calendar.versions.empty.why'),
            action: null,
          },
  }
}

/** 暂定期限 */
export function provisionalModel({
  rows,
  next,
  total,
}: Awaited<ReturnType<typeof provisionalDeadlines>>): CalendarListModel {
  return {
    header: {
      title: text('admin.calendar.affected.title'),
      what: text('admin.calendar.affected.what', { count: total }),
      next: text('admin.calendar.affected.next'),
      by: null,
      crumbs: crumbs(),
    },
    list: ledger(
      null,
      columns('affected', ['case', 'limit', 'due', 'department', 'assignee']),
      rows.map(row => [
        subjectValue(row),
        row.name,
        formatDate(row.dueOn),
        row.departmentName ?? text('shell.none'),
        row.assigneeName ?? text('shell.none'),
      ]),
    ),
    pages: pagesOf(paths.calendarProvisional, rows.length, next === null ? null : taskCursor.parse(next)),
    empty:
      rows.length > 0
        ? null
        : {
            title: text('admin.calendar.affected.empty'),
            why: text('admin.calendar.affected.empty.why'),
            action: null,
          },
  }
}

function columns(list: string, names: readonly string[]) {
  return names.map(name => ({ label: text(`admin.calendar.${list}.column.${name}`) }))
}

function pagesOf(
  path: string,
  count: number,
  next: Readonly<Record<string, unknown>> | null,
): PaginationModel {
  return {
    shown: text('admin.calendar.list.shown', { count }),
    previous: null,
    next: next && `${path}?after=${writeCursor(next)}`,
  }
}
