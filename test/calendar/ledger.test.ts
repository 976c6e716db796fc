import { expect } from 'chai'
import { foldLedger, projectWritten, type LedgerEvent } from '../../src/calendar/index.js'
import { officeCalendar } from './office-calendar.js'

const armed: LedgerEvent = {
  kind: 'armed',
  data: {
    startOn: '2026-04-15',
    anchorAt: '2026-04-15T02:00:00.000Z',
    calendar: 'workdays',
    budget: 'P10D',
    warnBefore: 'P1D',
  },
}
const pause = { from: '2026-04-22', until: '2026-05-15', ground: 'testing', document: '检测委托单' } as const

describe('the ledger of a deadline', () => {
  const dueAfter = (...events: readonly LedgerEvent[]) =>
    projectWritten(officeCalendar(), foldLedger(events)).dueOn

  it('tells how the date came about, entry by entry', () => {
    const events: LedgerEvent[] = [
      armed,
      { kind: 'reprojected', data: null },
      { kind: 'paused', data: pause },
      { kind: 'resumed', data: { from: pause.from, until: '2026-05-08' } },
      { kind: 'extended', data: { extendedTo: '2026-06-01' } },
    ]
    const dates = events.map((_, index) => dueAfter(...events.slice(0, index + 1)))
    expect(dates).to.deep.equal(['2026-05-06', '2026-05-06', '2026-05-26', '2026-05-18', '2026-06-01'])
  })

  it('ends the last of two pauses of one day, when the first was over at once', () => {
    const { pauses } = foldLedger([
      armed,
      { kind: 'paused', data: pause },
      { kind: 'resumed', data: { from: pause.from, until: pause.from } },
      { kind: 'paused', data: { ...pause, ground: 'hearing' } },
      { kind: 'prolonged', data: { from: pause.from, until: '2026-05-20' } },
    ])
    expect(pauses).to.deep.equal([
      { ...pause, until: pause.from },
      { ...pause, ground: 'hearing', until: '2026-05-20' },
    ])
  })

  it('reads an instant of the diagram as it stands', () => {
    const at = { startOn: '2026-04-15', anchorAt: null, calendar: 'days', warnBefore: null } as const
    const budget = '2026-06-01T09:00:00+08:00'
    expect(
      projectWritten(officeCalendar(), foldLedger([{ kind: 'armed', data: { ...at, budget } }])).dueAt,
    ).to.equal('2026-06-01T01:00:00.000Z')
  })

  it('is refused when it does not tell its story', () => {
    const broken: LedgerEvent[][] = [
      [],
      [{ kind: 'paused', data: pause }],
      [armed, armed],
      [armed, { kind: 'resumed', data: pause }],
    ]
    for (const events of broken)
      expect(() => foldLedger(events))
        .to.throw()
        .with.property('code', 'ledgerUnreadable')
  })
})
