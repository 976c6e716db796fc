import type { FigureKey } from '../../casework/report/evidence.js'
import type { Dimension } from '../../casework/report/split.js'
import { figureSearch } from '../forms/figure-query.js'
import { paths, pathTo } from '../paths.js'

/** Where the parts of one version of a quarter's report are found. */
export interface ReportLinks {
  /** the cases behind a figure, of the whole quarter or of one part of its cases */
  readonly figure: (figure: FigureKey, part?: { by: Dimension; value: string | number | null }) => string
  readonly chart: (name: string) => string
  readonly file: (kind: string) => string
}

/** @param version null for the newest, whichever that is when somebody follows the link */
export function reportLinks(quarter: string, version: number | null): ReportLinks {
  const search = figureSearch({ version })
  return {
    figure: (figure, part) =>
      pathTo(paths.reportCases, { quarter }) +
      figureSearch({
        figure,
        by: part?.by ?? null,
        value: part?.value == null ? null : String(part.value),
        version,
      }),
    chart: name => pathTo(paths.reportChart, { quarter, name }) + search,
    file: kind => pathTo(paths.reportFile, { quarter, kind }) + search,
  }
}
