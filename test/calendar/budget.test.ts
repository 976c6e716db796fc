import { expect } from 'chai'
import { formatBudget, parseBudget } from '../../src/calendar/index.js'

describe('a budget in the diagram', () => {
  it('is working days unless it is said otherwise', () => {
    expect(parseBudget('P3D')).to.deep.equal({ workingDays: 3 })
    expect(parseBudget('P10D', 'workdays')).to.deep.equal({ workingDays: 10 })
    expect(parseBudget('P0D')).to.deep.equal({ workingDays: 0 })
  })

  it('is days or time on the clock for a plain timer', () => {
    expect(parseBudget('P3D', 'days')).to.deep.equal({ days: 3 })
    expect(parseBudget('P2W', 'days')).to.deep.equal({ days: 14 })
    expect(parseBudget('PT4H', 'days')).to.deep.equal({ seconds: 14_400 })
    expect(parseBudget('P1DT1H30M5S', 'days')).to.deep.equal({ seconds: 91_805 })
  })

  it('cannot have weeks or hours when it counts working days', () => {
    for (const iso of ['PT4H', 'P1W', 'P1DT2H'])
      expect(() => parseBudget(iso), iso)
        .to.throw()
        .with.property('code', 'budgetNotWholeDays')
  })

  it('is refused when it is no duration, or one of uneven length', () => {
    for (const iso of [
      '',
      'P',
      'PT',
      'P1DT',
      '3D',
      'P3',
      'P-3D',
      'P1M',
      'P1Y',
      'P1.5D',
      'p3d',
      ' P3D',
      '三天',
      'R/P1D',
    ])
      expect(() => parseBudget(iso, 'days'), iso)
        .to.throw()
        .with.property('code', 'budgetUnreadable')
  })

  it('is refused when it is longer than any office promises', () => {
    for (const iso of ['P3661D', 'P99999999999999999999D', 'PT100000H', 'P1000W'])
      expect(() => parseBudget(iso, 'days'), iso)
        .to.throw()
        .with.property('code')
        .that.matches(/^budget(TooLong|Unreadable)$/)
  })

  it('reads as people say it', () => {
    const said = [
      { workingDays: 3 },
      { days: 2 },
      { seconds: 7200 },
      { seconds: 90 * 60 },
      { seconds: 45 },
      { days: 0 },
    ]
    expect(said.map(formatBudget)).to.deep.equal([
      '3个工作日',
      '2个自然日',
      '2小时',
      '90分钟',
      '45秒',
      '当日办结',
    ])
  })
})
