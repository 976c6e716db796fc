import { formatInstant } from '../../calendar/index.js'
import { newSentences } from '../../casework/report/section-words.js'
import { text } from '../../catalogue/index.js'
import type { ReportPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

/** What who writes the draft may do besides its form: count again, choose the cases, settle what changed beneath. */
export interface ReportDrafting {
  readonly recount: string
  readonly counted: string | null
  readonly examples: string
  readonly behind: readonly {
    readonly action: string
    readonly heading: string
    readonly sentences: readonly string[]
  }[]
}

export function reportDrafting({ quarter, report, behind }: ReportPage): ReportDrafting {
  return {
    recount: pathTo(paths.reportRecount, { quarter }),
    counted: report?.computedAt
      ? text('report.drafting.counted', { when: formatInstant(report.computedAt) })
      : null,
    examples: pathTo(paths.reportExamples, { quarter }),
    behind: behind.map(({ key, section }) => ({
      action: pathTo(paths.reportSection, { quarter, section: key }),
      heading: text(`draft.${key}.heading`),
      sentences: newSentences(section),
    })),
  }
}
