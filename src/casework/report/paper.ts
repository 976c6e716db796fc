import type { LocalDate } from '../../calendar/local-date.js'
import type { Quarter } from '../quarter.js'
import type { SectionKey } from './draft-text.js'
import type { ReportLedgerLine } from './ledger-line.js'
import type { QuarterFigures } from './quarter-figures.js'

/** A line of the ledger with its 序号. */
export interface NumberedLine {
  readonly position: number
  readonly line: ReportLedgerLine
}

/** A quarter's report as it goes out: what every file of it is made from. */
export interface ReportPaper {
  readonly quarter: Quarter
  /** 2026年第二季度, and which version when it was revised */
  readonly label: string
  readonly sections: readonly { readonly key: SectionKey; readonly words: string }[]
  readonly figures: QuarterFigures
  /** Whether the figures can still change. */
  readonly draft: boolean
  /** 文号, which it has only once it was sent. */
  readonly number: string | null
  /** The day it was sent, or frozen; of a draft, today. */
  readonly signedOn: LocalDate
  readonly ledgerCount: number
  /** The annexed ledger, from its beginning, however long it is: read piece by piece. */
  readonly ledger: () => AsyncIterable<NumberedLine>
}

/** Who took a file out of the house, and when, as the file itself says. */
export interface ExportedBy {
  readonly name: string
  /** 2026年7月1日（周三）09:00 */
  readonly when: string
}
