import { expect } from 'chai'
import { explain, explanationLines, project } from '../../src/calendar/index.js'
import { dateOracles } from './date-oracles.js'
import { officeCalendar } from './office-calendar.js'

const calendar = officeCalendar()

describe('the explanation of a date', () => {
  it('names each day from the start to the end, counted or skipped, with its reason and document', () => {
    const { days, closesAt, provisional } = explain(calendar, {
      startOn: '2026-04-15',
      budget: { workingDays: 3 },
    })
    expect(days.map(({ date, counted, reason, name }) => [date, counted, reason, name])).to.deep.equal([
      ['2026-04-15', null, 'startDay', null],
      ['2026-04-16', 1, 'workday', null],
      ['2026-04-17', null, 'holiday', '壮族三月三'],
      ['2026-04-18', null, 'weekend', null],
      ['2026-04-19', null, 'weekend', null],
      ['2026-04-20', null, 'holiday', '壮族三月三'],
      ['2026-04-21', 2, 'workday', null],
      ['2026-04-22', 3, 'workday', null],
    ])
    expect(days[2]).to.include({ scope: 'guangxi' })
    expect(days[2]?.source).to.match(/第98号/)
    expect(closesAt).to.equal('2026-04-22T09:30:00.000Z')
    expect(provisional).to.equal(false)
  })

  it('comes to the date of the deadline, for each oracle', () => {
    for (const { start, workingDays } of dateOracles.cases) {
      const deadline = project(calendar, { startOn: start, budget: { workingDays } })
      const { dueOn, closesAt, days } = explain(calendar, deadline)
      expect({ dueOn, closesAt }).to.deep.equal({ dueOn: deadline.dueOn, closesAt: deadline.dueAt })
      expect(days.at(-1)).to.include({ date: deadline.dueOn, counted: workingDays })
    }
  })

  it('reads as sentences, with make-up days and their document', () => {
    expect(linesOf({ startOn: '2021-05-06', budget: { workingDays: 3 } })).to.deep.equal([
      '2021年5月6日（周四）：起算日，当日不计入期限',
      '2021年5月7日（周五）：第1个工作日',
      '2021年5月8日（周六）：第2个工作日，劳动节调休上班（国家；依据：国办发明电〔2020〕27号（文号待核对））',
      '2021年5月9日（周日）：周末，不计入',
      '2021年5月10日（周一）：第3个工作日',
      '期限：3个工作日，至2021年5月10日（周一）17:30下班时届满',
    ])
  })

  it('says which years it could not know, and which days that touches', () => {
    const { provisionalYears, provisional } = explain(calendar, {
      startOn: '2026-12-31',
      budget: { workingDays: 1 },
    })
    expect({ provisional, provisionalYears }).to.deep.equal({ provisional: true, provisionalYears: [2027] })
    expect(linesOf({ startOn: '2026-12-31', budget: { workingDays: 1 } })).to.deep.equal([
      '2026年12月31日（周四）：起算日，当日不计入期限',
      '2027年1月1日（周五）：第1个工作日（暂定）',
      '期限：1个工作日，至2027年1月1日（周五）17:30下班时届满',
      '2027年放假安排尚未公布，此日期为暂定，公布后重新计算并留下记录',
    ])
  })

  it('says why a deadline of no days moved on', () => {
    expect(linesOf({ anchorAt: '2026-03-06T10:00:00.000Z', budget: { workingDays: 0 } })).to.deep.equal([
      '2026年3月6日（周五）：起算日，当日不计入期限',
      '2026年3月7日（周六）：周末，不计入',
      '2026年3月8日（周日）：周末，不计入',
      '2026年3月9日（周一）：顺延至此日',
      '期限：当日办结，至2026年3月9日（周一）17:30下班时届满',
    ])
    expect(linesOf({ startOn: '2026-03-06', budget: { workingDays: 0 } })[0]).to.equal(
      '2026年3月6日（周五）：起算日，限当日办结',
    )
  })

  it('counts calendar days as they come, and hours on the clock', () => {
    expect(linesOf({ startOn: '2026-03-06', budget: { days: 2 } })).to.deep.equal([
      '2026年3月6日（周五）：起算日，当日不计入期限',
      '2026年3月7日（周六）：第1个自然日',
      '2026年3月8日（周日）：第2个自然日',
      '期限：2个自然日，至2026年3月8日（周日）17:30下班时届满',
    ])
    expect(linesOf({ anchorAt: '2026-03-06T10:00:00.000Z', budget: { seconds: 5400 } })).to.deep.equal([
      '2026年3月6日（周五）18:00：起算',
      '期限：90分钟，至2026年3月6日（周五）19:30届满',
    ])
  })
})

function linesOf(terms: Parameters<typeof explain>[1]): string[] {
  return explanationLines(explain(calendar, terms))
}
