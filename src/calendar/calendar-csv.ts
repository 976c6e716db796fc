import { CsvError, parse } from 'csv-parse/sync'
import { text } from '../catalogue/index.js'
import type { CalendarFile } from './calendar-file.js'
import { CalendarFileInvalidError, type CalendarFileFault } from './errors.js'
import { localDate, type LocalDate } from './local-date.js'
import { scopes, yearOf, type CalendarDay, type Scope } from './work-calendar.js'

/**
 * Reads a table of days, a line each: `date,kind,scope,name,source` under these names or 日期,类型,范围,名称,依据, with
 * commas or (pasted from a spreadsheet) tabs. For each scope the year that most of its days are in counts as announced.
 * @throws CalendarFileInvalidError with every fault of it by its line
 */
export function parseCalendarCsv(table: string): CalendarFile {
  const [head, ...lines] = linesOf(table)
  const columns = columnsOf(head)
  const faults: CalendarFileFault[] = []
  const days: CalendarDay[] = []
  const seen = new Map<string, number>()
  for (const { record, line } of lines) {
    const read = dayOf(name => record[columns[name]] ?? '')
    faults.push(...read.reasons.map(reason => ({ at: atLine(line), reason })))
    if (read.day === null) continue
    const key = `${read.day.scope} ${read.day.date}`
    const earlier = seen.get(key)
    if (earlier !== undefined)
      faults.push({ at: atLine(line), reason: text('calendar.file.duplicateOf', { line: earlier }) })
    seen.set(key, line)
    days.push(read.day)
  }
  if (lines.length === 0)
    faults.push({ at: text('calendar.file.whole'), reason: text('calendar.file.empty') })
  if (faults.length > 0) throw new CalendarFileInvalidError(faults)
  const years = scopes.flatMap(scope => {
    const year = usualYear(days.filter(day => day.scope === scope))
    return year === null ? [] : [{ scope, year }]
  })
  return { days, announced: years }
}

type ColumnName = keyof typeof columnNames

interface Line {
  readonly record: readonly string[]
  readonly line: number
}

function linesOf(table: string): Line[] {
  const [first = ''] = table.trimStart().split(/\r?\n/, 1)
  try {
    const rows = parse(table, {
      delimiter: first.includes('\t') ? '\t' : ',',
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    throw new CalendarFileInvalidError([{ at: atLine(line), reason: text('calendar.file.quotes') }])
  }
}

function columnsOf(head: Line | undefined): Readonly<Record<ColumnName, number>> {
  const titles = head?.record.map(title => title.toLowerCase().replace(/[（(].*$/, '')) ?? []
  const at = (name: ColumnName) => titles.findIndex(title => columnNames[name].includes(title))
  const columns = {
    date: at('date'),
    kind: at('kind'),
    scope: at('scope'),
    name: at('name'),
    source: at('source'),
  }
  const missing = columnList.filter(name => columns[name] < 0)
  if (missing.length === 0) return columns
  const names = missing.map(name => columnNames[name].at(-1)).join('、')
  throw new CalendarFileInvalidError([
    { at: atLine(head?.line ?? 1), reason: text('calendar.file.columns', { names }) },
  ])
}

function dayOf(cell: (name: ColumnName) => string): { day: CalendarDay | null; reasons: string[] } {
  const reasons: string[] = []
  const date = readDate(cell('date'))
  const kind = kinds.get(cell('kind').toLowerCase())
  const scope = scopeWords.get(cell('scope').toLowerCase())
  const [name, source] = [cell('name'), cell('source')]
  if (date === null) reasons.push(text('calendar.file.date', { value: cell('date') }))
  if (kind === undefined) reasons.push(text('calendar.file.kind', { value: cell('kind') }))
  if (scope === undefined) reasons.push(text('calendar.file.scope', { value: cell('scope') }))
  if (name === '') reasons.push(text('calendar.file.name'))
  if (source === '') reasons.push(text('calendar.file.source'))
  if (date === null || kind === undefined || scope === undefined || reasons.length > 0)
    return { day: null, reasons }
  return { day: { scope, date, kind, name, source }, reasons }
}

/** As people and spreadsheets write it: 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日. */
function readDate(value: string): LocalDate | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  try {
    return localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  } catch {
    return null
  }
}

function usualYear(days: readonly CalendarDay[]): number | null {
  const counts = new Map<number, number>()
  for (const { date } of days) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}

function atLine(line: number): string {
  return text('calendar.file.line', { line })
}

/** The names a column goes by; the last is the one people are told. */
const columnNames = {
  date: ['date', '日期'],
  kind: ['kind', '类型'],
  scope: ['scope', '范围'],
  name: ['name', '名称'],
  source: ['source', '依据'],
}

const columnList = ['date', 'kind', 'scope', 'name', 'source'] as const

const kinds: ReadonlyMap<string, CalendarDay['kind']> = new Map([
  ...['rest', '休', '放假', '休息'].map(word => [word, 'rest'] as const),
  ...['work', '班', '上班', '调休上班', '补班'].map(word => [word, 'work'] as const),
])

const scopeWords: ReadonlyMap<string, Scope> = new Map([
  ...['national', '全国', '国家'].map(word => [word, 'national'] as const),
  ...['guangxi', '广西'].map(word => [word, 'guangxi'] as const),
  ...['local', '本地'].map(word => [word, 'local'] as const),
])
