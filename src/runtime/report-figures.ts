import { localDateOf, startOfDay, addDays } from '../calendar/index.js'
import type { LocalDate } from '../calendar/index.js'
import { previousQuarter, quarterRange, yearBefore } from '../casework/quarter.js'
import type { Quarter } from '../casework/quarter.js'
import { draftReport } from '../casework/report/draft-text.js'
import type { ReportDraft, SectionKey } from '../casework/report/draft-text.js'
import type { ReportInput } from '../casework/report/input.js'
import { patterns } from '../casework/report/patterns.js'
import { rectificationsSince } from '../casework/report/period.js'
import { quarterFigures } from '../casework/report/quarter-figures.js'
import type { QuarterFigures } from '../casework/report/quarter-figures.js'
import { readReportInput } from '../casework/report/read-input.js'
import { typicalCases } from '../casework/report/typical-cases.js'
import type { Parts } from './parts.js'

/** A quarter as it is today: its figures, and the report they make. */
export interface QuarterNow {
  readonly figures: QuarterFigures
  readonly draft: ReportDraft
}

/** Computes a quarter from what is committed now. Figures and sentences are casework’s; only the rows come from here. */
export async function quarterNow(
  parts: Pick<Parts, 'store' | 'clock'>,
  quarter: Quarter,
): Promise<QuarterNow> {
  const today = localDateOf(parts.clock.now())
  const input = await inputOf(parts, quarter)
  const figures = quarterFigures(input, quarter, lookingOn(quarter, today))
  const before = async (other: Quarter | null) =>
    other === null ? null : quarterFigures(await inputOf(parts, other), other)
  const draft = draftReport({
    figures,
    previous: await before(previousQuarter(quarter)),
    yearBefore: await before(yearBefore(quarter)),
    typical: typicalCases(input, quarter),
    patterns: patterns(input.cases, quarter),
  })
  return { figures, draft }
}

/** The fields of the form of 汇总, by the section of the draft that fills them. */
const fieldOf: Readonly<Record<SectionKey, string>> = {
  overview: 'sectionOverview',
  causes: 'sectionCauses',
  timeliness: 'sectionTimeliness',
  outcomes: 'sectionOutcome',
  rectification: 'sectionRectification',
  typical: 'sectionExamples',
  suggestions: 'sectionSuggestions',
}

/** The draft as the facts that the form of 汇总 begins with. */
export function draftFacts(draft: ReportDraft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    draft.sections.map(({ key, paragraphs }) => [fieldOf[key], paragraphs.join('\n')]),
  )
}

/** The sections of a report as its people have edited them. */
export function sectionsOf(facts: Readonly<Record<string, unknown>>): { key: SectionKey; words: string }[] {
  return (Object.entries(fieldOf) as [SectionKey, string][]).flatMap(([key, field]) => {
    const words = facts[field]
    return typeof words === 'string' && words !== '' ? [{ key, words }] : []
  })
}

async function inputOf({ store }: Pick<Parts, 'store'>, quarter: Quarter): Promise<ReportInput> {
  const { from, to } = quarterRange(quarter)
  const rows = await store.views.reportInput({
    from,
    to,
    fromAt: startOfDay(from),
    untilAt: startOfDay(addDays(to, 1)),
    rectifiedSince: startOfDay(rectificationsSince(quarter)),
  })
  return readReportInput({
    ...rows,
    rectifications: rows.rectifications.map(row => ({ ...row, prevention: row.prevention ?? '' })),
  })
}

/** A running quarter is looked at today; a past one on the day after its end, when all that was due is due. */
function lookingOn(quarter: Quarter, today: LocalDate): LocalDate {
  const dayAfter = addDays(quarterRange(quarter).to, 1)
  return today < dayAfter ? today : dayAfter
}
