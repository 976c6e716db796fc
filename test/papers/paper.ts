import { comparedQuarter } from '../../src/casework/report/comparison.js'
import { draftReport } from '../../src/casework/report/draft-text.js'
import { ledgerLine, type LedgerPromise } from '../../src/casework/report/ledger-line.js'
import type { ReportPaper } from '../../src/casework/report/paper.js'
import { patterns } from '../../src/casework/report/patterns.js'
import { quarterFigures } from '../../src/casework/report/quarter-figures.js'
import { readReportInput } from '../../src/casework/report/read-input.js'
import { stepTimes } from '../../src/casework/report/series.js'
import { typicalCases } from '../../src/casework/report/typical-cases.js'
import { archived, at, caseRow, feedback, rectified, reply, rowsOf } from '../casework/report/rows.js'

const places = ['城中区政务服务中心', '潭中街道政务服务中心', '中南街道政务服务中心']
const causes = ['B2', 'B1', 'A1', 'C3', 'B5', 'B2', 'A4'] as const

/** A quarter’s report with so many cases, as its files are made from it. */
export function paperOf(count: number, { description = '窗口没有收件。' } = {}): ReportPaper {
  const cases = Array.from({ length: count }, (_, index) =>
    caseRow(index + 1, {
      registeredOn: '2026-05-06',
      placeId: (index % places.length) + 1,
      placeName: places[index % places.length]!,
      cause: causes[index % causes.length]!,
      verdict: index % 3 === 0 ? 'citizen' : 'department',
      hiddenBarrier: index % 9 === 0,
      visits: index % 4,
      guideRead: index % 2 === 0 ? 'web' : 'no',
      outcome: index % 4 === 3 ? 'notDone' : 'done',
      satisfaction: index % 5 === 0 ? null : 4,
      description,
      ...(index % 6 === 5 ? {} : archived('2026-06-03')),
    }),
  )
  const promises = cases.map(({ id, verdict }) =>
    (verdict === 'citizen' ? reply : feedback)(
      id,
      id,
      '2026-05-20',
      id % 8 === 0 ? '2026-05-21' : '2026-05-19',
    ),
  )
  const rectifications =
    cases.length === 0 ? [] : [rectified(1, 2, '2026-05-18'), rectified(2, 5, '2026-05-19')]
  const input = readReportInput(rowsOf({ cases, promises, rectifications }))
  const alone = quarterFigures(input, '2026Q2')
  const figures = {
    ...alone,
    against: { previous: comparedQuarter({ ...alone, quarter: '2026Q1' }), yearBefore: null },
    series: {
      months: ['2026-04', '2026-05', '2026-06'].map(month => ({ month, received: count, closed: count })),
      steps:
        count === 0 ? [] : ['受理审查', '原因分析', '部门确认'].map(name => stepTimes(name, [1, 2, 4, 9])!),
    },
  }
  const draft = draftReport({
    figures,
    typical: typicalCases(input, '2026Q2'),
    patterns: patterns(input.cases, '2026Q2'),
  })
  const madeIn = (caseId: number): LedgerPromise[] => {
    const promise = input.promises[caseId - 1]
    return promise
      ? [{ ...promise, armedAt: at('2026-05-07'), closedAt: at(promise.endedOn ?? '2026-05-19') }]
      : []
  }
  return {
    quarter: '2026Q2',
    label: '2026年第二季度',
    sections: draft.sections.map(({ key, paragraphs }) => ({ key, words: paragraphs.join('\n') })),
    figures,
    draft: false,
    number: '城中政管报〔2026〕3号',
    signedOn: '2026-07-03',
    ledgerCount: count,
    // eslint-disable-next-line @typescript-eslint/require-await
    async *ledger() {
      for (const [index, row] of cases.entries())
        yield {
          position: index + 1,
          line: ledgerLine(
            {
              ...row,
              registeredAt: `${row.registeredOn}T01:30:00.000Z`,
              reporterName: '覃小梅',
              agentName: null,
              contact: '10000000101',
              windowName: '06号窗口',
            },
            madeIn(row.id),
            input.rectifications.filter(({ caseId }) => caseId === row.id),
            '2026-07-01',
          ),
        }
    },
  }
}

export const exported = { name: '政管办经办人甲', when: '2026年7月3日（周五）09:00' }
