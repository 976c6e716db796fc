import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LocalDate } from '../../src/calendar/index.js'

/** A date that was counted by hand. */
export interface DateOracle {
  readonly start: LocalDate
  readonly workingDays: number
  readonly national: LocalDate
  readonly guangxi: LocalDate
}

/** A count at the edge of what is announced. */
export interface ProvisionalOracle {
  readonly start: LocalDate
  readonly workingDays: number
  readonly due?: LocalDate | undefined
  readonly provisional: boolean
}

const start = { start: z.string(), workingDays: z.number() }

/** The dates that the project was given to reach. */
export const dateOracles: { cases: DateOracle[]; provisional: ProvisionalOracle[] } = z
  .object({
    cases: z.array(z.object({ ...start, national: z.string(), guangxi: z.string() })),
    provisional: z.array(z.object({ ...start, due: z.string().optional(), provisional: z.boolean() })),
  })
  .parse(JSON.parse(readFileSync(new URL('date-oracles.json', import.meta.url), 'utf8')))
