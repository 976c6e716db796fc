import { expect } from 'chai'
import { instantAt, project, standingOf } from '../../src/calendar/index.js'
import { officeCalendar } from './office-calendar.js'

const calendar = officeCalendar()
const deadline = project(calendar, { startOn: '2026-09-29', budget: { workingDays: 3 } }) // ends on 9 October

describe('how a deadline stands', () => {
  const at = (date: string, time: string) => {
    const { overdue, remainingWorkingDays, overdueWorkingDays } = standingOf(
      calendar,
      deadline,
      instantAt(date, time),
    )
    return [overdue, remainingWorkingDays, overdueWorkingDays]
  }

  it('tells the working days that are left, over a long holiday too', () => {
    expect(deadline.dueOn).to.equal('2026-10-09')
    expect(at('2026-09-29', '10:00')).to.deep.equal([false, 3, 0])
    expect(at('2026-10-04', '10:00')).to.deep.equal([false, 2, 0])
    expect(at('2026-10-09', '08:30')).to.deep.equal([false, 0, 0])
  })

  it('holds until the close of business and is overdue the moment after', () => {
    expect(at('2026-10-09', '17:30')).to.deep.equal([false, 0, 0])
    expect(at('2026-10-09', '17:30:00.001')).to.deep.equal([true, 0, 0])
  })

  it('tells the working days it is over', () => {
    expect(at('2026-10-10', '09:00'), 'a make-up Saturday').to.deep.equal([true, 0, 1])
    expect(at('2026-10-11', '09:00'), 'the Sunday after').to.deep.equal([true, 0, 1])
    expect(at('2026-10-12', '09:00')).to.deep.equal([true, 0, 2])
  })
})
