import { formatDate } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { CalendarChangePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { FigureTileModel, PaginationModel } from './parts.js'

/** The deadlines that a change moves, or has moved: how many which way, and each with its two days. */
export interface MovesModel {
  readonly title: string
  readonly tiles: readonly FigureTileModel[]
  readonly warned: string | null
  readonly list: LedgerModel
  readonly some: boolean
  readonly pages: PaginationModel | null
}

export function movesModel({ standing, tally, moves, pages, change }: CalendarChangePage): MovesModel {
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
