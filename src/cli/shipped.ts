import { readdir, readFile } from 'node:fs/promises'
import { parseCalendarFile } from '../calendar/index.js'
import type { CalendarFile } from '../calendar/index.js'

/** The calendar that ships with the program. */
export async function shippedCalendar(): Promise<CalendarFile> {
  return parseCalendarFile(await readFile(new URL('./seed/calendar.json', import.meta.url), 'utf8'))
}

/** The diagrams that ship with the program: every BPMN file in `processes/`, as text. */
export async function shippedDiagrams(): Promise<string[]> {
  const folder = new URL('../../processes/', import.meta.url)
  const files = (await readdir(folder)).filter(name => name.endsWith('.bpmn')).sort()
  return Promise.all(files.map(file => readFile(new URL(file, folder), 'utf8')))
}
