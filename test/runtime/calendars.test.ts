import { expect } from 'chai'
import type { CalendarContents } from '../../src/calendar/index.js'
import { createCalendars } from '../../src/runtime/calendars.js'

describe('The calendar in force', () => {
  it('is built once for a version, and anew for the next', async () => {
    const calendars = createCalendars()
    const first = await calendars.current(reader(1))
    expect(await calendars.current(reader(1))).to.equal(first)
    const second = await calendars.current(reader(2))
    expect(second).to.include({ version: 2 })
  })

  it('is not the one whose rows were read before it was changed', async () => {
    const calendars = createCalendars()
    let letGo: () => void = () => undefined
    const held = new Promise<void>(resolve => (letGo = resolve))
    const early = calendars.current(reader(1, held))
    const now = await calendars.current(reader(2))
    letGo()
    expect(await early, 'who asked early has the early one').to.include({ version: 1 })
    expect(await calendars.current(reader(2))).to.equal(now)
  })
})

function reader(version: number, held = Promise.resolve()) {
  const contents: CalendarContents = { days: [], announced: [] }
  return {
    calendar: { version: () => Promise.resolve(version), contents: () => held.then(() => contents) },
  } as never
}
