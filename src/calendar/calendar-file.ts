import { z } from 'zod'
import { text } from '../catalogue/index.js'
import { CalendarFileInvalidError, CalendarFileUnreadableError } from './errors.js'
import { scopes, type AnnouncedYear, type CalendarDay } from './work-calendar.js'

/** The rows that a calendar file holds. */
export interface CalendarFile {
  readonly days: readonly CalendarDay[]
  readonly announced: readonly AnnouncedYear[]
}

/**
 * Reads the text of a calendar file: `{ days: [{ date, kind, scope, name, source }], announcedYears: { national: [2026] } }`.
 * @throws CalendarFileUnreadableError when it is not JSON; CalendarFileInvalidError with every fault of it
 */
export function parseCalendarFile(json: string): CalendarFile {
  const read = shape.safeParse(parseJson(json), { error: z.locales.zhCN().localeError })
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({ at: placeOf(path), reason: message }))
    throw new CalendarFileInvalidError(faults)
  }
  const { days, announcedYears } = read.data
  const announced = scopes.flatMap(scope => (announcedYears[scope] ?? []).map(year => ({ scope, year })))
  return { days, announced }
}

const day = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(['rest', 'work']),
  scope: z.enum(scopes),
  name: z.string().trim().min(1),
  source: z.string().trim().min(1),
})

const years = z.array(z.int().min(1949).max(2999))

const shape = z.strictObject({
  note: z.string().optional(),
  announcedYears: z.partialRecord(z.enum(scopes), years),
  days: z.array(day).superRefine((days, context) => {
    const seen = new Set<string>()
    for (const [index, { scope, date }] of days.entries()) {
      const key = `${scope} ${date}`
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', path: [index], message: text('calendar.file.duplicate') })
      }
      seen.add(key)
    }
  }),
})

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new CalendarFileUnreadableError(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** `days[3].date` */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return place.replace(/^\./, '') || text('calendar.file.whole')
}
