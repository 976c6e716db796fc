import { formatDate, type Arrangement, type DayArrangement } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { paths, pathTo } from '../paths.js'

/** What is gathered and not confirmed yet, for `admin/calendar`. */
export interface DraftModel {
  readonly title: string
  readonly lines: readonly DraftLine[]
  /** how many more there are than fit here */
  readonly more: string | null
  readonly preview: string
  readonly discard: string
}

interface DraftLine {
  readonly words: string
  readonly note: string
  readonly scope: string
  readonly date: string | null
  readonly year: number | null
  readonly drop: string
}

/** Lines beside the calendar; all of them are on the change's own page. */
const most = 12

export function draftModel({
  id,
  arrangement,
}: {
  readonly id: number
  readonly arrangement: Arrangement
}): DraftModel {
  const lines = [...arrangement.years.map(yearLine), ...arrangement.days.map(dayLine)]
  return {
    title: text('admin.calendar.draft.title', { count: lines.length }),
    lines: lines.slice(0, most),
    more: lines.length > most ? text('admin.calendar.draft.more', { count: lines.length - most }) : null,
    preview: pathTo(paths.calendarChange, { id }),
    discard: pathTo(paths.calendarDiscard, { id }),
  }
}

/** 国家 放假 国庆节 */
export function arrangementWords({ scope, kind, name }: DayArrangement): string {
  return text(`admin.calendar.draft.${kind}`, { scope: text(`calendar.scope.${scope}`), name })
}

function dayLine(day: DayArrangement): DraftLine {
  const words = formatDate(day.date)
  return {
    words,
    note: arrangementWords(day),
    scope: day.scope,
    date: day.date,
    year: null,
    drop: text('admin.calendar.draft.drop', { what: words }),
  }
}

function yearLine({ scope, year, announced }: Arrangement['years'][number]): DraftLine {
  const words = text('admin.calendar.year', { year })
  return {
    words,
    note: text(announced ? 'admin.calendar.draft.announced' : 'admin.calendar.draft.notAnnounced', {
      scope: text(`calendar.scope.${scope}`),
    }),
    scope,
    date: null,
    year,
    drop: text('admin.calendar.draft.drop', { what: words }),
  }
}
