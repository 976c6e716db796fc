import { addDays, localDateOf } from '../calendar/index.js'
import type { LocalDate } from '../calendar/index.js'
import { previousQuarter, quarterRange, yearBefore } from '../casework/quarter.js'
import type { Quarter } from '../casework/quarter.js'
import { comparedQuarter } from '../casework/report/comparison.js'
import { draftReport } from '../casework/report/draft-text.js'
import type { ReportDraft } from '../casework/report/draft-text.js'
import { patterns } from '../casework/report/patterns.js'
import { countQuarter, quarterFigures } from '../casework/report/quarter-figures.js'
import type { ComparedQuarter, CountedQuarter, QuarterFigures } from '../casework/report/quarter-figures.js'
import { typicalCases } from '../casework/report/typical-cases.js'
import type { Parts } from './parts.js'
import { inputOf } from './report-input.js'
import type { QuarterInput } from './report-input.js'
import { seriesOf } from './report-series.js'

/** A quarter as it is today: its figures with the cases behind them, and the report they make. */
export interface QuarterNow extends CountedQuarter {
  readonly quarter: Quarter
  readonly input: QuarterInput
  readonly draft: ReportDraft
}

type Needs = Pick<Parts, 'store' | 'clock' | 'calendars' | 'definitions'>

/**
 * Computes a quarter from what is committed now. Figures and sentences are casework’s; only the rows come from here.
 * @param examples ids of the cases to be told as typical; null for those that teach most
 */
export async function quarterNow(
  parts: Needs,
  quarter: Quarter,
  examples: readonly number[] | null = null,
): Promise<QuarterNow> {
  const today = localDateOf(parts.clock.now())
  const input = await inputOf(parts, quarter)
  const { figures: alone, evidence } = countQuarter(input, quarter, lookingOn(quarter, today))
  const figures: QuarterFigures = {
    ...alone,
    against: {
      previous: await compared(parts, previousQuarter(quarter)),
      yearBefore: await compared(parts, yearBefore(quarter)),
    },
    series: await seriesOf(parts, quarter),
  }
  const draft = draftReport({
    figures,
    typical: typicalCases(input, quarter, examples),
    patterns: patterns(input.cases, quarter),
  })
  return { quarter, figures, evidence, input, draft }
}

/** Another quarter as it was reported; where it was not, as it is known now. */
async function compared(parts: Needs, quarter: Quarter | null): Promise<ComparedQuarter | null> {
  if (quarter === null) return null
  const reports = (await parts.store.read.reports.all()).filter(one => one.quarter === quarter)
  const frozen = reports.find(one => one.frozenAt !== null)?.figures as QuarterFigures | null | undefined
  return comparedQuarter(frozen ?? quarterFigures(await inputOf(parts, quarter), quarter))
}

/** A running quarter is looked at today; a past one on the day after its end, when all that was due is due. */
function lookingOn(quarter: Quarter, today: LocalDate): LocalDate {
  const dayAfter = addDays(quarterRange(quarter).to, 1)
  return today < dayAfter ? today : dayAfter
}
