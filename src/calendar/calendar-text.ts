import { text } from '../catalogue/index.js'
import { parseCalendarCsv } from './calendar-csv.js'
import { parseCalendarFile, type CalendarFile } from './calendar-file.js'
import { CalendarFileInvalidError, type CalendarFileFault } from './errors.js'

/**
 * Reads what somebody brings as a calendar: JSON as {@link parseCalendarFile} takes it, or a table as
 * {@link parseCalendarCsv} does. Which it is shows in its first sign.
 * @throws CalendarFileUnreadableError, CalendarFileInvalidError with every fault of it by its line
 */
export function readCalendarText(words: string): CalendarFile {
  const plain = words.replace(/^\uFEFF/, '')
  if (plain.trim() === '')
    throw new CalendarFileInvalidError([
      { at: text('calendar.file.whole'), reason: text('calendar.file.empty') },
    ])
  if (!/^\s*[{[]/.test(plain)) return parseCalendarCsv(plain)
  try {
    return parseCalendarFile(plain)
  } catch (error) {
    if (!(error instanceof CalendarFileInvalidError)) throw error
    const lines = linesOfDays(plain)
    throw new CalendarFileInvalidError(error.faults.map(fault => atItsLine(fault, lines)))
  }
}

/** The words of a file: UTF-8, with a mark at its beginning or without; else GB18030, as Excel writes it in China. */
export function decodeCalendarFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function atItsLine({ at, reason }: CalendarFileFault, lines: readonly number[]): CalendarFileFault {
  const index = /^days\[(\d+)\]/.exec(at)?.[1]
  const line = index === undefined ? undefined : lines[Number(index)]
  return { at: line === undefined ? at : text('calendar.file.lineOf', { line, at }), reason }
}

/** On which line each day of `days` begins: the braces that open inside a list inside the whole. */
function linesOfDays(json: string): number[] {
  const lines: number[] = []
  let [line, depth, inWords] = [1, 0, false]
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '\n') line += 1
    if (inWords) {
      if (sign === '\\') at += 1
      else if (sign === '"') inWords = false
    } else if (sign === '"') inWords = true
    else if (sign === '{' || sign === '[') {
      if (sign === '{' && depth === 2) lines.push(line)
      depth += 1
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return lines
}
