import { expect } from 'chai'
import { CalendarFileInvalidError, parseCalendarFile } from '../../src/calendar/index.js'

const day = {
  date: '2027-01-01',
  kind: 'rest',
  scope: 'national',
  name: '元旦',
  source: '国办发明电〔2026〕1号',
}

describe('a calendar file', () => {
  it('gives the days and the years that are announced', () => {
    const file = { note: 'of 2027', announcedYears: { national: [2027], local: [2026] }, days: [day] }
    expect(parseCalendarFile(JSON.stringify(file))).to.deep.equal({
      days: [day],
      announced: [
        { scope: 'local', year: 2026 },
        { scope: 'national', year: 2027 },
      ],
    })
  })

  it('is refused when it is not JSON', () => {
    expect(() => parseCalendarFile('date,kind'))
      .to.throw()
      .with.property('code', 'calendarFileUnreadable')
  })

  it('is refused with all its faults, each with its place', () => {
    expect(
      faultsOf({
        announcedYears: { national: ['2027'] },
        days: [
          { ...day, date: '2027-02-30' },
          { ...day, kind: 'holiday' },
          { ...day, scope: 'liuzhou' },
          { ...day, source: ' ' },
          { ...day, hours: 4 },
        ],
      }).map(({ at }) => at),
    ).to.deep.equal([
      'announcedYears.national[0]',
      'days[0].date',
      'days[1].kind',
      'days[2].scope',
      'days[3].source',
      'days[4]',
    ])
    expect(faultsOf([]).map(({ at }) => at)).to.deep.equal(['文件整体'])
  })

  it('is refused when it arranges the same day twice in one scope', () => {
    const local = { ...day, scope: 'local' }
    const faults = faultsOf({ announcedYears: {}, days: [day, local, { ...day, kind: 'work' }] })
    expect(faults).to.deep.equal([{ at: 'days[2]', reason: '同一范围内日期重复' }])
  })
})

function faultsOf(file: unknown): readonly { at: string; reason: string }[] {
  try {
    parseCalendarFile(JSON.stringify(file))
  } catch (error) {
    if (error instanceof CalendarFileInvalidError) return error.faults
    throw error
  }
  throw new Error('The file was taken')
}
