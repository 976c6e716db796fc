/** The parts of an ISO 8601 duration, in the units it is written in. */
export interface Duration {
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
  /** Hours, minutes and seconds together, in seconds. */
  readonly seconds: number
  /** Whether the text has a part behind T. */
  readonly hasTime: boolean
}

/** Reads `P3D`, `PT4H`, `P1M`; undefined for what is no ISO 8601 duration of whole numbers. */
export function parseDuration(text: string): Duration | undefined {
  const parts = duration.exec(text)?.groups
  if (!parts) return undefined
  const part = (name: string) => Number(parts[name] ?? 0)
  return {
    years: part('years'),
    months: part('months'),
    weeks: part('weeks'),
    days: part('days'),
    seconds: part('hours') * 3600 + part('minutes') * 60 + part('seconds'),
    hasTime: parts.time !== undefined,
  }
}

/** Whether the text is a date with a time and a zone, `2021-07-01T08:30:00+08:00`, that exists. */
export function isInstant(text: string): boolean {
  const parts = instant.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  // day 0 of the next month is the last of this one
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The parts of `R3/2021-07-01T08:30:00+08:00/P3M`; undefined where it is not one. */
export function parseCycle(text: string): { start: string; period: Duration } | undefined {
  const [repeat = '', start = '', period = '', ...rest] = text.split('/')
  const parsed = parseDuration(period)
  if (rest.length > 0 || !/^R\d*$/.test(repeat) || !isInstant(start) || !parsed) return undefined
  return { start, period: parsed }
}

/** An approximate length, for comparing two durations; months count thirty days. */
export function approximateSeconds(value: Duration): number {
  const days = value.years * 365 + value.months * 30 + value.weeks * 7 + value.days
  return days * 86_400 + value.seconds
}

const duration =
  /^P(?=.)(?:(?<years>\d{1,6})Y)?(?:(?<months>\d{1,6})M)?(?:(?<weeks>\d{1,6})W)?(?:(?<days>\d{1,6})D)?(?<time>T(?=.)(?:(?<hours>\d{1,9})H)?(?:(?<minutes>\d{1,9})M)?(?:(?<seconds>\d{1,9})S)?)?$/

const instant =
  /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
