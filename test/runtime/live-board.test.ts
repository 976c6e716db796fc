import { expect } from 'chai'
import { NotAllowedProblem } from '../../src/casework/problem.js'
import { createLiveBoard, pressCases } from '../../src/runtime/index.js'
import type { LiveBoard, LiveListener, Pulse, WatchedBoard } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

describe('The live board', () => {
  let office: TestOffice
  let live: LiveBoard
  let board: WatchedBoard
  let timers: Timers
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:10+08:00' })
    timers = handTimers()
    live = createLiveBoard(office.parts, timers.repeat)
    board = live.for(office.people.supervisor)
  })
  afterEach(() => office.close())

  it('tells at once how things stand, then only what has happened', async () => {
    const { heard, listener } = ear(timers)
    board.subscribe(listener)
    await heard.until(1)
    await timers.turn(1000)
    await timers.turn(1000)
    expect(heard.pulses).to.have.lengthOf(1)
    await office.register()
    await timers.turn(1000)
    await heard.until(2)
    expect(heard.pulses[1]?.revision).to.not.equal(heard.pulses[0]?.revision)
  })

  it('tells that a minute has passed: what is due depends on the time', async () => {
    const { heard, listener } = ear(timers)
    board.subscribe(listener)
    await heard.until(1)
    office.clock.set('2026-04-14T09:00:59+08:00')
    await timers.turn(1000)
    expect(heard.pulses).to.have.lengthOf(1)
    office.clock.set('2026-04-14T09:01:00+08:00')
    await timers.turn(1000)
    await heard.until(2)
    expect(heard.pulses[1]?.at).to.equal('2026-04-14T01:01:00.000Z')
  })

  it('asks nothing while nobody looks, and once for all who do', async () => {
    expect(timers.running()).to.deep.equal([])
    const [one, two] = [ear(timers), ear(timers)]
    const leaves = [board.subscribe(one.listener), board.subscribe(two.listener)]
    expect(timers.running()).to.deep.equal([1000, 15_000])
    await one.heard.until(1)
    await two.heard.until(1)
    leaves[0]?.()
    expect(timers.running()).to.deep.equal([1000, 15_000])
    leaves[1]?.()
    expect(timers.running()).to.deep.equal([])
  })

  it('sends who has looked for five minutes away, to be asked again who they are', async () => {
    const { heard, listener } = ear(timers)
    board.subscribe(listener)
    await heard.until(1)
    for (let quarter = 1; quarter <= 19; quarter += 1) await timers.turn(15_000)
    expect(heard.beats).to.equal(19)
    expect(heard.ended).to.equal(false)
    await timers.turn(15_000)
    expect(heard.ended).to.equal(true)
    expect(timers.running(), 'nobody is left').to.deep.equal([])
  })

  it('ends for everybody when the office closes', async () => {
    const ears = [ear(timers), ear(timers)]
    for (const { listener } of ears) board.subscribe(listener)
    await ears[0]?.heard.until(1)
    live.end()
    expect(ears.map(({ heard }) => heard.ended)).to.deep.equal([true, true])
    const late = ear(timers)
    board.subscribe(late.listener)
    expect(late.heard.ended, 'one who comes too late').to.equal(true)
    expect(timers.running()).to.deep.equal([])
  })

  it('pretends nothing when the database does not answer: it ends, and whoever comes back is told anew', async () => {
    const { store } = office.parts
    const broken = { ...office.parts, store: { ...store, read: { ...store.read } } }
    const fragile = createLiveBoard(broken, timers.repeat).for(office.people.supervisor)
    const { heard, listener } = ear(timers)
    fragile.subscribe(listener)
    await heard.until(1)
    broken.store.read = new Proxy(store.read, {
      get: () => {
        throw new Error('gone')
      },
    })
    await timers.turn(1000)
    await heard.untilEnd()
    broken.store.read = store.read
    const again = ear(timers)
    fragile.subscribe(again.listener)
    await again.heard.until(1)
  })

  it('is for supervisors alone, whoever brings it to them', () => {
    for (const role of ['clerk', 'officer', 'liaison', 'leader', 'admin', 'auditor'] as const)
      expect(() => live.for(office.people[role]), role).to.throw(NotAllowedProblem)
  })

  it('is worked out once for each state of it', async () => {
    const number = await office.register()
    const first = await board.board()
    expect(await board.board()).to.deep.equal(first)
    expect((await board.board()).unassigned.rows, 'the very same').to.equal(first.unassigned.rows)
    await pressCases(office.parts, office.people.supervisor, {
      targets: [{ number, deadlineId: first.upcoming[0]?.rows[0]?.id ?? null }],
      kind: 'urge',
      message: '请今天报送。',
      submissionId: 'one',
    })
    const second = await board.board()
    expect(second.revision).to.not.equal(first.revision)
    expect(second.upcoming[0]?.rows[0]?.urged).to.equal(1)
  })
})

interface Timers {
  readonly repeat: (milliseconds: number, task: () => void) => () => void
  /** Lets every timer of this interval run once, and what it asks be answered. */
  turn(milliseconds: number): Promise<void>
  running(): readonly number[]
}

function handTimers(): Timers {
  const running = new Map<object, { milliseconds: number; task: () => void }>()
  return {
    repeat: (milliseconds, task) => {
      const timer = {}
      running.set(timer, { milliseconds, task })
      return () => running.delete(timer)
    },
    async turn(milliseconds) {
      for (const timer of [...running.values()]) if (timer.milliseconds === milliseconds) timer.task()
      for (let round = 0; round < 20; round += 1) await new Promise(resolve => setImmediate(resolve))
    },
    running: () => [...running.values()].map(({ milliseconds }) => milliseconds),
  }
}

/** Somebody who listens, and what they heard. */
function ear(timers: Timers) {
  const heard = {
    pulses: [] as Pulse[],
    beats: 0,
    ended: false,
    until: (count: number) => soon(timers, () => heard.pulses.length >= count),
    untilEnd: () => soon(timers, () => heard.ended),
  }
  const listener: LiveListener = {
    pulse: pulse => heard.pulses.push(pulse),
    beat: () => (heard.beats += 1),
    end: () => (heard.ended = true),
  }
  return { heard, listener }
}

async function soon(timers: Timers, holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn += 1) {
    if (turn > 2000) throw new Error('It was never heard')
    await timers.turn(1000) // a question may still be under way when the next is due
  }
}
