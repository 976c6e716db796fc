import { addDays, formatDate, formatInstant } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import { longestReason, type CalendarChangePage, type ChangeStanding } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { wordsOf } from './calendar-arranging.js'
import { arrangementWords } from './calendar-draft.js'
import { errorList, field, type FieldModel } from './field.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { FigureTileModel, PageHeaderModel, PaginationModel } from './parts.js'
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

interface MovesModel {
  readonly title: string
  readonly tiles: readonly FigureTileModel[]
  readonly warned: string | null
  readonly list: LedgerModel
  readonly some: boolean
  readonly pages: PaginationModel | null
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
    days: daysOf(page),
    dayCount: text('admin.calendar.change.days', { count: days.length }),
    hasDays: days.length > 0,
    moves: standing === 'draft' || standing === 'applied' ? movesOf(page) : null,
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

function daysOf({ days }: CalendarChangePage): LedgerModel {
  const columns = ['date', 'before', 'after', 'arrangement', 'source'].map(name => ({
    label: text(`admin.calendar.change.column.${name}`),
  }))
  return ledger(
    null,
    columns,
    runsOf(days.map(lineOf)).map(([first, last]) => [
      first.date === last.date ? formatDate(first.date) : spanWords(first.date, last.date),
      ...first.words,
    ]),
  )
}

interface DayLine {
  readonly date: string
  readonly words: readonly string[]
}

function lineOf({ arrangement, before, after }: CalendarChangePage['days'][number]): DayLine {
  const { date, source } = arrangement
  const words = [wordsOf(before), wordsOf(after), arrangementWords(arrangement), source || text('shell.none')]
  return { date, words }
}

/** Days one after another of which the same is to be said: the first and the last of each run. */
function runsOf(lines: readonly DayLine[]): [first: DayLine, last: DayLine][] {
  const runs: [DayLine, DayLine][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const goesOn =
      run && addDays(run[1].date, 1) === line.date && run[1].words.join('\n') === line.words.join('\n')
    if (goesOn) run[1] = line
    else runs.push([line, line])
  }
  return runs
}

function spanWords(first: string, last: string): string {
  const to = formatDate(last)
  return text('admin.calendar.change.span', {
    from: formatDate(first),
    to: first.slice(0, 4) === last.slice(0, 4) ? to.replace(/^\d+年/, '') : to,
  })
}

function movesOf({ standing, tally, moves, pages, change }: CalendarChangePage): MovesModel {
  const { later, earlier, fixed, loosened, warned } = tally
  const count = later + earlier + fixed + loosened
  const columns = ['case', 'limit', 'from', 'to', 'how'].map(name => ({
    label: text(`admin.calendar.move.column.${name}`),
  }))
  const first = (pages.page - 1) * pages.size
  const at = (page: number) => `${pathTo(paths.calendarChange, { id: change.id })}?page=${page}#moves`
  return {
    title: text(standing === 'applied' ? 'admin.calendar.move.title.moved' : 'admin.calendar.move.title', {
      count,
    }),
    tiles: Object.entries({ later, earlier, fixed, loosened })
      .filter(([name, number]) => number > 0 || name !== 'loosened')
      .map(([name, number]) => tile(name, number)),
    warned: warned > 0 ? text('admin.calendar.move.warned', { count: warned }) : null,
    list: ledger(null, columns, moves.map(moveLine)),
    some: moves.length > 0,
    pages:
      pages.of === 1
        ? null
        : {
            shown: text('admin.calendar.move.shown', {
              first: first + 1,
              last: first + moves.length,
              count,
            }),
            previous: pages.page > 1 ? at(pages.page - 1) : null,
            next: pages.page < pages.of ? at(pages.page + 1) : null,
          },
  }
}

function tile(name: string, number: number): FigureTileModel {
  return {
    label: text(`admin.calendar.move.${name}`),
    value: number.toLocaleString('zh-CN'),
    unit: text('admin.calendar.move.unit'),
    note: text(`admin.calendar.move.${name}.note`),
    href: null,
    state: null,
  }
}

function moveLine({ subject, from, to }: CalendarChangePage['moves'][number]): LedgerValue[] {
  const how =
    to.dueAt > from.dueAt
      ? 'later'
      : to.dueAt < from.dueAt
        ? 'earlier'
        : from.provisional
          ? 'fixed'
          : 'loosened'
  return [
    subjectValue(subject),
    subject.name,
    dateWords(from),
    dateWords(to),
    text(`admin.calendar.move.${how}`),
  ]
}

/** The case with its number and item, or the quarter of a report. */
export function subjectValue({
  caseNumber,
  itemName,
  quarter,
}: {
  readonly caseNumber: string | null
  readonly itemName: string | null
  readonly quarter: string | null
}): LedgerValue {
  if (caseNumber !== null)
    return { text: `${caseNumber} ${itemName ?? ''}`, href: pathTo(paths.case, { number: caseNumber }) }
  return quarter === null
    ? text('shell.none')
    : text('admin.calendar.move.report', { quarter: quarterLabel(quarter) })
}

function dateWords({ dueOn, provisional }: CalendarChangePage['moves'][number]['from']): string {
  const date = formatDate(dueOn)
  return provisional ? text('admin.calendar.move.provisional', { date }) : date
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
