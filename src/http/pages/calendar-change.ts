import { formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { longestReason, type CalendarChangePage, type ChangeStanding } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { changedDays } from './calendar-changed-days.js'
import { movesModel, type MovesModel } from './calendar-moves.js'
import { errorList, field, type FieldModel } from './field.js'
import type { LedgerModel } from './ledger.js'
import type { PageHeaderModel } from './parts.js'
import { state, type StateKind } from './state.js'

/** The model of `admin/calendar-change`. */
export interface CalendarChangeModel {
  readonly header: PageHeaderModel
  readonly problem: { readonly title: string; readonly advice: string } | null
  readonly errors: ReturnType<typeof errorList>
  readonly doubts: readonly string[]
  readonly unlawful: readonly string[]
  readonly announcements: readonly string[]
  readonly days: LedgerModel
  readonly dayCount: string
  readonly hasDays: boolean
  /** null while nothing can be said of what moves */
  readonly moves: MovesModel | null
  readonly starts: readonly string[]
  readonly progress: ProgressModel | null
  readonly confirm: ConfirmModel | null
  readonly again: { readonly action: string; readonly label: string; readonly why: string } | null
  readonly refresh: boolean
  readonly calendar: string
}

interface ProgressModel {
  readonly url: string
  readonly done: number
  readonly total: number | null
  readonly words: string
}

interface ConfirmModel {
  readonly action: string
  readonly discard: string
  readonly revision: number
  readonly version: number
  readonly reason: FieldModel
  readonly submit: string
  readonly allowed: boolean
}

/** What came back from a confirmation that was refused. */
export interface ReturnedConfirmation {
  readonly reason: string
  readonly errors: Readonly<Record<string, string>>
  readonly problem: { readonly title: string; readonly advice: string } | null
}

const states: Readonly<Record<ChangeStanding, StateKind>> = {
  draft: 'provisional',
  underWay: 'ok',
  stuck: 'late',
  applied: 'met',
  failed: 'late',
  discarded: 'closed',
}

export function calendarChangeModel(
  page: CalendarChangePage,
  returned: ReturnedConfirmation | null = null,
): CalendarChangeModel {
  const { change, standing, doubts, days, years, starts } = page
  const ofKind = (kind: string) =>
    doubts.filter(({ severity }) => severity === kind).map(({ sentence }) => sentence)
  const confirm = standing === 'draft' && days.length + years.length > 0 ? confirmOf(page, returned) : null
  return {
    header: headerOf(page),
    problem: returned?.problem ?? null,
    errors: confirm ? errorList([confirm.reason]) : [],
    doubts: ofKind('warning'),
    unlawful: ofKind('error'),
    announcements: years.map(({ scope, year, announced }) =>
      text(announced ? 'admin.calendar.change.announced' : 'admin.calendar.change.notAnnounced', {
        scope: text(`calendar.scope.${scope}`),
        year,
      }),
    ),
    days: changedDays(page),
    dayCount: text('admin.calendar.change.days', { count: days.length }),
    hasDays: days.length > 0,
    moves: standing === 'draft' || standing === 'applied' ? movesModel(page) : null,
    starts: starts.map(({ name, from, to }) =>
      text('admin.calendar.change.start', { name, from: formatInstant(from), to: formatInstant(to) }),
    ),
    progress: standing === 'underWay' ? progressOf(page) : null,
    confirm,
    again: againOf(page),
    refresh: standing === 'underWay',
    calendar: `${paths.calendar}?year=${(days[0]?.arrangement.date ?? change.createdAt).slice(0, 4)}`,
  }
}

function headerOf({ change, standing, days, years, version }: CalendarChangePage): PageHeaderModel {
  const isEmpty = days.length + years.length === 0
  const title =
    change.reason ?? text(isEmpty ? 'admin.calendar.change.title.empty' : 'admin.calendar.change.title')
  const values = {
    by: change.confirmedByName ?? change.createdByName ?? text('admin.calendar.change.commandLine'),
    when: formatInstant(change.appliedAt ?? change.confirmedAt ?? change.createdAt),
    version,
    looked: change.lookedAt ?? 0,
    failure: change.failure ?? '',
  }
  const empty = isEmpty && standing === 'draft'
  return {
    title,
    what: text(`admin.calendar.change.what.${empty ? 'empty' : standing}`, values),
    next: text(`admin.calendar.change.next.${empty ? 'empty' : standing}`),
    by: null,
    state: state(states[standing], text(`admin.calendar.change.state.${standing}`)),
    crumbs: [
      { href: paths.calendar, label: text('admin.calendar.title') },
      { href: paths.calendarVersions, label: text('admin.calendar.versions.title') },
    ],
  }
}

function progressOf({ change, progress }: CalendarChangePage): ProgressModel {
  return {
    url: pathTo(paths.calendarProgress, { id: change.id }),
    done: progress?.done ?? 0,
    total: progress?.total ?? null,
    words: progressWords(progress),
  }
}

/** 已重算 1,500 / 5,000 个期限 */
export function progressWords(progress: CalendarChangePage['progress']): string {
  if (progress === null) return text('admin.calendar.progress.waiting')
  const [done, total] = [progress.done, progress.total].map(number => number.toLocaleString('zh-CN'))
  return text('admin.calendar.progress.words', { done, total })
}

function confirmOf(page: CalendarChangePage, returned: ReturnedConfirmation | null): ConfirmModel {
  const { id, revision } = page.change
  const { later, earlier, fixed, loosened } = page.tally
  const source = {
    id: 'reason',
    label: text('admin.calendar.confirm.reason'),
    type: 'string',
    required: true,
    maxLength: longestReason,
    choices: [],
    help: text('admin.calendar.confirm.reason.help'),
  }
  return {
    action: pathTo(paths.calendarConfirm, { id }),
    discard: pathTo(paths.calendarDiscard, { id }),
    revision,
    version: page.version,
    reason: field(source, { values: { reason: returned?.reason ?? '' }, errors: returned?.errors ?? {} }),
    submit: submitWords(later + earlier + fixed + loosened),
    allowed: page.doubts.every(({ severity }) => severity !== 'error'),
  }
}

function submitWords(count: number): string {
  return count === 0
    ? text('admin.calendar.confirm.submit.none')
    : text('admin.calendar.confirm.submit', { count })
}

function againOf({ change, standing }: CalendarChangePage): CalendarChangeModel['again'] {
  const key = standing === 'applied' ? 'takeBack' : 'again'
  const open = standing === 'draft' || standing === 'underWay' || standing === 'stuck'
  if (open || (standing === 'applied' && change.versionId === null)) return null
  return {
    action: pathTo(paths.calendarAgain, { id: change.id }),
    label: text(`admin.calendar.change.${key}`),
    why: text(`admin.calendar.change.${key}.why`),
  }
}
