import { expect } from 'chai'
import {
  addDays,
  closeOfBusiness,
  formatDate,
  formatInstant,
  instantAt,
  localDate,
  localDateOf,
  localTimeOf,
  startOfDay,
  weekdayName,
} from '../../src/calendar/index.js'

describe('a date in the office', () => {
  it('changes at midnight in Shanghai', () => {
    expect(localDateOf('2026-04-14T15:59:59.999Z')).to.equal('2026-04-14')
    expect(localDateOf('2026-04-14T16:00:00.000Z')).to.equal('2026-04-15')
    expect(startOfDay('2026-04-15')).to.equal('2026-04-14T16:00:00.000Z')
  })

  it('closes at 17:30, or when it is told to', () => {
    expect(closeOfBusiness('2026-04-15')).to.equal('2026-04-15T09:30:00.000Z')
    expect(closeOfBusiness('2026-04-15', '12:00')).to.equal('2026-04-15T04:00:00.000Z')
    expect(localTimeOf('2026-04-15T09:30:59.000Z')).to.equal('17:30')
  })

  it('goes forward and back over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29')
    expect(addDays('2026-02-28', 1)).to.equal('2026-03-01')
    expect(addDays('2026-01-01', -1)).to.equal('2025-12-31')
  })

  it('reads as it is written in an official paper', () => {
    expect(formatDate('2026-04-15')).to.equal('2026年4月15日（周三）')
    expect(formatInstant('2026-04-15T09:30:00.000Z')).to.equal('2026年4月15日（周三）17:30')
    const week = [0, 1, 2, 3, 4, 5, 6].map(days => weekdayName(addDays('2026-04-13', days)))
    expect(week.join('')).to.equal('周一周二周三周四周五周六周日')
    expect(weekdayName('1969-12-28'), 'before 1970 too').to.equal('周日')
  })

  it('is refused when there is no such day or moment', () => {
    for (const value of [
      '2026-02-29',
      '2026-04-31',
      '2026-4-15',
      'today',
      '2026-04-15T00:00:00Z',
      '2026-00-10',
    ])
      expect(() => localDate(value), value)
        .to.throw()
        .with.property('code', 'dateInvalid')
    for (const value of ['2026-04-15', '2026-04-15T10:00:00', 'now', '2026-04-15T25:00:00Z'])
      expect(() => localDateOf(value), value)
        .to.throw()
        .with.property('code', 'instantInvalid')
    expect(() => instantAt('2026-04-15', '25:00'))
      .to.throw()
      .with.property('code', 'instantInvalid')
    expect(() => addDays('9999-12-31', 1))
      .to.throw()
      .with.property('code', 'dateInvalid')
  })
})
