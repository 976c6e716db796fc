import { localDateOf } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import type { ReportLedgerLine } from '../../casework/report/ledger-line.js'
import type { NumberedLine, ReportPaper } from '../../casework/report/paper.js'
import { quarterLabel } from '../../casework/quarter.js'
import type { QuarterFigures } from '../../casework/report/quarter-figures.js'
import { text } from '../../catalogue/index.js'
import type { StoredReport } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { quarterNow } from '../report-figures.js'
import { sectionsOf } from '../report-sections.js'
import { countedCases } from '../report-snapshot.js'
import { seenReport } from './report-seen.js'
import { reportSending } from './report-sending.js'

/** Lines that are read at once. */
const piece = 500

/** A quarter’s report as its files are made from. One that nobody has begun is computed. @throws as {@link seenReport} */
export async function reportPaper(
  parts: Parts,
  actor: Actor,
  typed: string,
  version: number | null = null,
): Promise<ReportPaper> {
  const { quarter, report } = await seenReport(parts, actor, typed, version)
  const today = localDateOf(parts.clock.now())
  return report?.computedAt ? keptPaper(parts, report, today) : computedPaper(parts, quarter, today)
}

async function keptPaper(parts: Parts, report: StoredReport, today: LocalDate): Promise<ReportPaper> {
  const { id, quarter, version, frozenAt, sentAt } = report
  const label = quarterLabel(quarter)
  const signedAt = sentAt ?? frozenAt
  return {
    quarter,
    label: version === 1 ? label : text('reports.version', { quarter: label, version }),
    sections: sectionsOf((report.text as Readonly<Record<string, unknown>> | null) ?? {}),
    // We kept them ourselves, as JSON of exactly this shape.
    figures: report.figures as QuarterFigures,
    draft: frozenAt === null,
    number: (await reportSending(parts, report)).number,
    signedOn: signedAt === null ? today : localDateOf(signedAt),
    ledgerCount: await parts.store.views.reportLedgerCount(id),
    ledger: () => keptLedger(parts, id),
  }
}

async function* keptLedger({ store }: Parts, reportId: number): AsyncGenerator<NumberedLine> {
  let after = 0
  for (;;) {
    const rows = await store.views.reportLedger({ reportId, after, limit: piece })
    for (const { position, line } of rows) yield { position, line: line as ReportLedgerLine }
    const last = rows.at(-1)
    if (last === undefined || rows.length < piece) return
    after = last.position
  }
}

async function computedPaper(parts: Parts, quarter: string, today: LocalDate): Promise<ReportPaper> {
  const now = await quarterNow(parts, quarter)
  const lines = countedCases(now).cases.flatMap(({ position, line }) =>
    position === null ? [] : [{ position, line: line as ReportLedgerLine }],
  )
  return {
    quarter,
    label: quarterLabel(quarter),
    sections: now.draft.sections.map(({ key, paragraphs }) => ({ key, words: paragraphs.join('\n') })),
    figures: now.figures,
    draft: true,
    number: null,
    signedOn: today,
    ledgerCount: lines.length,
    ledger: () => each(lines),
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
