import { formatDate, localDate, nextWorkingDay } from '../calendar/index.js'
import type { LocalDate, WorkCalendar } from '../calendar/index.js'
import { lengthOf } from '../casework/plain-text.js'
import { text } from '../catalogue/index.js'

/** How long something takes: so many working days, or until a day; one of the two, as it was typed. */
export interface PauseTime {
  readonly workingDays: string
  readonly until: string
}

/** The longest that somebody may write, in characters. */
export const longestWords = { document: 200, words: 500 } as const

/** The last day that is left out, or what is wrong with what was typed. */
export function resumesOn(
  calendar: WorkCalendar,
  { workingDays, until }: PauseTime,
  { after, latest }: { readonly after: LocalDate; readonly latest: LocalDate },
): { readonly until: LocalDate } | { readonly errors: Readonly<Record<string, string>> } {
  const days = workingDays.trim()
  const day = until.trim()
  if (days === '' && day === '') return { errors: { workingDays: text('pause.time.missing') } }
  if (days !== '' && day !== '') return { errors: { until: text('pause.time.both') } }
  const field = days === '' ? 'until' : 'workingDays'
  const read = days === '' ? dayOf(day) : workingDaysAfter(calendar, after, days)
  const values = { after: formatDate(after), latest: formatDate(latest) }
  if (read === null) return { errors: { [field]: text(`pause.time.${field}.unreadable`) } }
  if (read <= after) return { errors: { [field]: text('pause.time.tooEarly', values) } }
  if (read > latest) return { errors: { [field]: text('pause.time.tooLong', values) } }
  return { until: read }
}

/** A sentence for each of these that was left empty or is too long. */
export function said(
  typed: Partial<Readonly<Record<keyof typeof longestWords, string>>>,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed) as [keyof typeof longestWords, string][]) {
    const length = lengthOf(value.trim())
    const limit = longestWords[name]
    if (length === 0) errors[name] = text(`pause.${name}.missing`)
    else if (length > limit)
      errors[name] = text('casework.answer.tooLong', { length, limit, over: length - limit })
  }
  return errors
}

/** The day typed, or null when there is no such day. */
export function dayOf(typed: string): LocalDate | null {
  try {
    return localDate(typed)
  } catch {
    return null
  }
}

function workingDaysAfter(calendar: WorkCalendar, after: LocalDate, typed: string): LocalDate | null {
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (count === 0) return null
  let day = after
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(calendar, day)
  return day
}
