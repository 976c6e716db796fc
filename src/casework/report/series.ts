/** What the charts draw beyond the figures of the quarter itself. */
export interface Series {
  /** The last twelve months up to the quarter's end, the oldest first. */
  readonly months: readonly MonthPoint[]
  /** How long the steps took that were done in the quarter, in the order of the procedure. */
  readonly steps: readonly StepTimes[]
}

export interface MonthPoint {
  /** 2026-04 */
  readonly month: string
  readonly received: number
  readonly closed: number
}

/** A box of a box plot: times in hours of open office. */
export interface StepTimes {
  readonly name: string
  readonly count: number
  readonly lowest: number
  readonly lower: number
  readonly median: number
  readonly upper: number
  readonly highest: number
}

/** The five numbers of a step's times; quartiles lie between neighbours in proportion, as spreadsheets reckon them. */
export function stepTimes(name: string, hours: readonly number[]): StepTimes | null {
  if (hours.length === 0) return null
  const sorted = hours.toSorted((one, other) => one - other)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? 0
    return tenths(low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place)))
  }
  return {
    name,
    count: sorted.length,
    lowest: at(0),
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    highest: at(1),
  }
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10
}
