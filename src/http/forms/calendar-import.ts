import {
  CalendarError,
  CalendarFileInvalidError,
  readCalendarText,
  type CalendarFile,
} from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** A calendar as it was pasted or taken from a file; `whole`: it is all there is of its years. */
export type CalendarImportForm =
  | { readonly ok: true; readonly file: CalendarFile; readonly whole: boolean }
  | {
      readonly ok: false
      readonly typed: string
      readonly whole: boolean
      /** each by its line: 第3行：… */
      readonly faults: readonly string[]
    }

export function readCalendarImport(body: unknown): CalendarImportForm {
  const words = typed(body, 'table')
  const whole = typed(body, 'extent') !== 'some'
  try {
    return { ok: true, file: readCalendarText(words), whole }
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    return { ok: false, typed: words, whole, faults: faultsOf(error) }
  }
}

function faultsOf(error: CalendarError): readonly string[] {
  if (error instanceof CalendarFileInvalidError)
    return error.faults.map(({ at, reason }) => text('admin.calendar.import.fault', { at, reason }))
  return [text(`problem.${error.code}`, error.details)]
}
