import { expect } from 'chai'
import { clockWatch } from '../../src/runtime/clock-watch.js'

describe('Looking at the clock', () => {
  const at = (time: string) => `2026-04-10T${time}.000Z`

  it('says nothing while it goes on, however far, nor when it is put right by less than a minute', () => {
    const look = clockWatch()
    for (const time of ['00:00:00', '00:00:02', '23:00:00', '22:59:30', '22:59:00', '23:00:01'])
      expect(look(at(time)), time).to.equal(null)
  })

  it('says once when it was set back, and again the next time', () => {
    const look = clockWatch()
    look(at('09:00:00'))
    expect(look(at('08:00:00'))).to.deep.equal({ from: at('09:00:00'), to: at('08:00:00') })
    expect(look(at('08:00:02'))).to.equal(null)
    expect(look(at('07:00:00'))).to.deep.equal({ from: at('08:00:02'), to: at('07:00:00') })
  })

  it('adds small steps back up', () => {
    const look = clockWatch()
    const said = ['09:00:00', '08:59:30', '08:59:10', '08:58:50'].map(time => look(at(time)))
    expect(said).to.deep.equal([null, null, null, { from: at('09:00:00'), to: at('08:58:50') }])
  })
})
