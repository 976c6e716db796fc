import { expect } from 'chai'
import {
  asArrangement,
  differenceTo,
  doubtsOf,
  laidOver,
  type Arrangement,
  type CalendarContents,
  type DayArrangement,
} from '../../src/calendar/index.js'
import { shipped } from './office-calendar.js'

const today = '2020-12-01'
const nothing: CalendarContents = { days: [], announced: [] }

describe('The check of a calendar', () => {
  it('finds nothing in six real years but two make-up days of the nation that were days off in Guangxi', () => {
    const found = doubtsOf({ after: shipped, arrangement: asArrangement(shipped), today })
    expect(found.map(({ sentence }) => sentence)).to.deep.equal([
      '2022年4月2日（周六）不起作用：广西另有安排，按广西的执行',
      '2023年4月23日（周日）不起作用：广西另有安排，按广西的执行',
    ])
  })

  it('finds the holiday that was forgotten, and says with which the sums do not come out', () => {
    const left = asArrangement(of2026(day => day.name !== '端午'))
    expect(sentences(left)).to.include('2026年没有“端午节”的放假')
    expect(sentences(left).join()).not.to.include('国庆节')
    expect(
      sentences(asArrangement(of2026(day => day.name !== '壮族三月三' || day.scope !== 'guangxi'))),
    ).to.include('2026年没有“壮族三月三”的放假')
  })

  it('finds a holiday with too few days', () => {
    const short = asArrangement(of2026(day => day.name !== '春节' || day.date < '2026-02-18'))
    expect(sentences(short)).to.include('2026年“春节”放假3天，往年在7至9天之间')
  })

  it('counts one name for two holidays as both', () => {
    const joint = of2026(() => true).days.map(day =>
      ['中秋', '国庆节'].includes(day.name) ? { ...day, name: '国庆节、中秋节' } : day,
    )
    expect(sentences(asArrangement({ ...of2026(() => true), days: joint }))).to.deep.equal([])
  })

  it('refuses what the law does not allow: to work on the first of October', () => {
    const { after, arrangement } = over(shipped, [
      { ...national('2026-10-01'), kind: 'work', name: '国庆节' },
    ])
    const errors = doubtsOf({ after, arrangement, today }).filter(({ severity }) => severity === 'error')
    expect(errors).to.deep.equal([
      {
        severity: 'error',
        date: '2026-10-01',
        sentence: '2026年10月1日（周四）是国庆节，依法全体公民放假，这里却没有放假',
      },
    ])
  })

  it('finds a make-up day that is worked anyway, is far from its holiday, or belongs to none', () => {
    const doubts = (date: string, name: string) =>
      sentences(over(shipped, [{ ...national(date), kind: 'work', name }]).arrangement, shipped).join()
    expect(doubts('2026-05-11', '劳动节')).to.include('2026年5月11日（周一）本来就是工作日')
    expect(doubts('2026-06-07', '劳动节')).to.include('超过14天')
    expect(doubts('2026-05-10', '春游')).to.include('没有叫“春游”的放假')
  })

  it('finds a day that a stronger scope overrules, has no document, has passed, or makes the rest very long', () => {
    expect(
      sentences(over(shipped, [{ ...national('2026-04-17'), kind: 'work' }]).arrangement, shipped).join(),
    ).to.include('不起作用：广西另有安排')
    const blank = { ...national('2026-05-06'), source: '' }
    expect(sentences(over(shipped, [blank]).arrangement, shipped).join()).to.include('没有写名称或依据')
    const { after, arrangement } = over(shipped, [{ ...national('2026-03-04'), scope: 'local' }])
    expect(doubtsOf({ after, arrangement, today: '2026-03-05' }).map(({ date }) => date)).to.deep.equal([
      '2026-03-04',
    ])
    const long = ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'].map(date => ({
      ...national(date),
      scope: 'local' as const,
    }))
    expect(sentences(over(shipped, long).arrangement, shipped)).to.include(
      '2026年10月1日（周四）至2026年10月12日（周一）连续休息12天，比历年都长，请核对',
    )
  })

  it('finds the one day that got into another year', () => {
    const slip = of2026(() => true).days.map(day =>
      day.date === '2026-05-05' ? { ...day, date: '2027-05-05' } : day,
    )
    expect(sentences(asArrangement({ ...of2026(() => true), days: slip }))).to.include(
      '2027年5月5日（周三）不在2026年，请核对年份',
    )
  })
})

function national(date: string): DayArrangement {
  return { scope: 'national', date, kind: 'rest', name: '测试', source: '通知（测试）' }
}

function of2026(which: (day: (typeof shipped.days)[number]) => boolean): CalendarContents {
  return {
    days: shipped.days.filter(day => day.date.startsWith('2026') && which(day)),
    announced: shipped.announced.filter(({ year }) => year === 2026),
  }
}

function over(there: CalendarContents, days: readonly DayArrangement[]) {
  const arrangement = differenceTo(there, { days, years: [] })
  return { arrangement, after: laidOver(there, arrangement) }
}

function sentences(arrangement: Arrangement, there = nothing): readonly string[] {
  return doubtsOf({ after: laidOver(there, arrangement), arrangement, today }).map(({ sentence }) => sentence)
}
