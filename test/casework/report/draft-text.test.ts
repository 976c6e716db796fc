import { expect } from 'chai'
import fc from 'fast-check'
import {
  draftReport,
  type ReportDraft,
  SECTIONS,
  type SectionKey,
} from '../../../src/casework/report/draft-text.js'
import { comparedQuarter } from '../../../src/casework/report/comparison.js'
import { patterns } from '../../../src/casework/report/patterns.js'
import { quarterFigures } from '../../../src/casework/report/quarter-figures.js'
import { readReportInput, type ReportRows } from '../../../src/casework/report/read-input.js'
import { typicalCases } from '../../../src/casework/report/typical-cases.js'
import { randomRows } from './random-quarter.js'
import { archived, caseRow, feedback, rectified, reply, rowsOf } from './rows.js'

function draftOf(rows: ReportRows, quarter = '2026Q2', before: ReportRows | null = null): ReportDraft {
  const input = readReportInput(rows)
  return draftReport({
    figures: {
      ...quarterFigures(input, quarter),
      against: {
        previous: before && comparedQuarter(quarterFigures(readReportInput(before), '2026Q1')),
        yearBefore: null,
      },
    },
    typical: typicalCases(input, quarter),
    patterns: patterns(input.cases, quarter),
  })
}

const section = (draft: ReportDraft, key: SectionKey) =>
  draft.sections.find(each => each.key === key)?.paragraphs.join('\n') ?? ''

const barrier = caseRow(1, {
  verdict: 'department',
  cause: 'B2',
  hiddenBarrier: true,
  visits: 3,
  outcome: 'done',
  satisfaction: 5,
  guideRead: 'web',
  description: '窗口要求房东声明，电话10000000101。',
  ...archived('2026-05-20'),
})
const again = caseRow(2, { verdict: 'department', cause: 'B2', guideRead: 'no', description: '又要声明' })
const missing = caseRow(3, {
  verdict: 'citizen',
  cause: 'A1',
  guideRead: 'no',
  itemName: '居住证签注',
  itemKey: '居住证签注',
})
const busy = rowsOf({
  cases: [barrier, again, missing],
  promises: [reply(1, 3, '2026-05-11', null), feedback(2, 1, '2026-05-20', '2026-05-20')],
  rectifications: [rectified(1, 1, '2026-05-19')],
  consultations: 4,
})

describe('The drafted report', () => {
  const draft = draftOf(
    busy,
    '2026Q2',
    rowsOf({ cases: [caseRow(9, { registeredOn: '2026-02-02', ...archived('2026-02-20') })] }),
  )

  it('has all sections in their order', () => {
    expect(draft.title).to.equal('2026年第二季度解决群众“办不成事”问题工作情况报告')
    expect(draft.sections.map(each => each.key)).to.deep.equal(SECTIONS)
    expect(draft.sections.map(each => each.heading)).to.deep.equal([
      '总体情况',
      '原因分析',
      '办理时效',
      '办成情况',
      '整改与复发',
      '典型案例',
      '存在问题与建议',
    ])
  })

  it('says what came, and compares it', () => {
    expect(section(draft, 'overview')).to.include(
      '共收到群众反映3件，较上季度增加2件（200.0%）。其中进入办理3件',
    )
    expect(section(draft, 'overview')).to.include('另有窗口咨询登记4件')
    expect(section(draft, 'overview')).to.include('本季度办结1件（归档1件）；结转下季度2件')
  })

  it('says why, and whose side it is', () => {
    expect(section(draft, 'causes')).to.include(
      '已分析原因3件，其中群众方面1件、部门方面2件、客观原因0件。主要原因为：B2 指南外要求（隐形壁垒）2件、A1 材料缺失1件。',
    )
    expect(section(draft, 'causes')).to.include('知晓率33.3%')
  })

  it('says how the promises were kept', () => {
    expect(section(draft, 'timeliness')).to.equal(
      '3个工作日电话答复：本季度到期1件，按期答复0件，逾期1件，按期答复率0.0%。\n10个工作日反馈工作结果：本季度到期1件，全部按期反馈，按期反馈率100.0%。',
    )
  })

  it('says what was solved, apart from what was replied', () => {
    expect(section(draft, 'outcomes')).to.include(
      '已办成1件，仍未办成0件，群众放弃0件，依法不能办0件，办成率100.0%',
    )
    expect(section(draft, 'outcomes')).to.include('回访1件，作出评价1件，其中基本满意及以上1件，满意率100.0%')
  })

  it('says what was rectified', () => {
    expect(section(draft, 'rectification')).to.include('通过核验的部门整改1项')
    expect(section(draft, 'rectification')).to.include('整改1项，本季度确认复发0件，复发率0.0%')
  })

  it('tells typical cases without names and numbers', () => {
    expect(section(draft, 'typical')).to.equal(
      '1．食品经营许可（新办）（区市场监督管理局）。群众反映：窗口要求房东声明，电话100****0101。经分析，原因为B2 指南外要求（隐形壁垒）。整改前：要求房东声明；整改后：不再要求。防止复发措施：每季度对照清单自查。后续办理结果：已办成。',
    )
  })

  it('suggests what the figures suggest', () => {
    const words = section(draft, 'suggestions')
    expect(words).to.include('“食品经营许可（新办）”本季度反映2件，原因均为B2')
    expect(words).to.include('认定隐形壁垒1件')
    expect(words).to.include('逾期答复、反馈共1件')
    expect(words).to.include('知晓率为33.3%')
  })
})

describe('The report of a quarter without cases', () => {
  it('is a zero report of one section', () => {
    const draft = draftOf(rowsOf({}))
    expect(draft.sections).to.have.length(1)
    expect(section(draft, 'overview')).to.include('未收到群众反映，无结转和到期事项，实行零报告')
  })

  it('is no zero report while older cases go on', () => {
    const draft = draftOf(rowsOf({ cases: [caseRow(1, { registeredOn: '2026-03-31' })] }))
    expect(draft.sections).to.have.length(SECTIONS.length)
    expect(section(draft, 'overview')).to.equal(
      '2026年第二季度，各“办不成事”反映窗口未收到新的群众反映。\n上季度结转1件；本季度办结0件（归档0件）；结转下季度1件。',
    )
    expect(section(draft, 'suggestions')).to.include('未发现突出问题')
  })
})

describe('Comparisons', () => {
  for (const [before, words] of [
    [0, '较上季度增加3件。'],
    [3, '与上季度持平。'],
    [4, '较上季度减少1件（25.0%）。'],
  ] as const) {
    it(`3 cases against ${before}`, () => {
      const then = rowsOf({
        cases: Array.from({ length: before }, (_, i) => caseRow(100 + i, { registeredOn: '2026-02-02' })),
      })
      expect(section(draftOf(busy, '2026Q2', then), 'overview')).to.include(words)
    })
  }
})

describe('Typical cases', () => {
  it('tell an item once, what came back first, and at most three', () => {
    const cases = [
      caseRow(1, { verdict: 'department', cause: 'B2', hiddenBarrier: true }),
      caseRow(2, { verdict: 'department', cause: 'B2', recurrence: 'confirmed' }),
      ...['甲', '乙', '丙'].map((itemKey, index) =>
        caseRow(3 + index, { verdict: 'department', cause: 'B1', hiddenBarrier: true, itemKey }),
      ),
      caseRow(9, { recurrence: 'confirmed', itemKey: '丁' }), // no verdict yet: nothing to tell
    ]
    expect(typicalCases(readReportInput(rowsOf({ cases })), '2026Q2').map(each => each.caseId)).to.deep.equal(
      [2, 3, 4],
    )
  })
})

describe('Whatever happened, the draft', () => {
  it('has no hole in any sentence', () => {
    fc.assert(
      fc.property(randomRows, rows => {
        for (const { paragraphs } of draftOf(rows).sections) {
          expect(paragraphs).to.not.be.empty
          for (const words of paragraphs)
            expect(words)
              .to.match(/。$/)
              .and.not.match(/undefined|null|NaN|[{}]|：。|，。|。。/)
        }
      }),
    )
  })
})
