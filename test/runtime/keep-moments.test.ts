import { expect } from 'chai'
import fc from 'fast-check'
import { learningAdvance } from '../../src/engine/index.js'
import { stretchesOf } from '../../src/runtime/keep-moments.js'
import { keepTime } from '../../src/runtime/index.js'
import type { Moment } from '../../src/store/index.js'
import * as say from '../features/answers.js'
import { analysedCase, confirmedCase } from '../features/stages.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

// The turns are the same each time; that they are right is asked elsewhere.
const learning = learningAdvance()

describe('Stretches of moments', () => {
  const moment: fc.Arbitrary<Moment> = fc.record({
    deadlineId: fc.nat({ max: 9 }),
    instanceId: fc.nat({ max: 4 }),
    kind: fc.constantFrom('warning', 'due'),
    at: fc.constant('2026-04-15T01:30:00.000Z'),
  })

  it('are the stream itself, cut; each of one kind, and none moves an instance twice', () => {
    fc.assert(
      fc.property(fc.array(moment), moments => {
        const stretches = stretchesOf(moments)
        expect(stretches.flat()).to.deep.equal(moments)
        for (const stretch of stretches) {
          expect(new Set(stretch.map(({ kind }) => kind)).size).to.equal(1)
          const moved = stretch.filter(({ kind }) => kind === 'due').map(({ instanceId }) => instanceId)
          expect(new Set(moved).size).to.equal(moved.length)
        }
      }),
    )
  })

  it('are as long as they may be', () => {
    fc.assert(
      fc.property(fc.array(moment), moments => {
        const stretches = stretchesOf(moments)
        for (const [index, stretch] of stretches.slice(1).entries()) {
          const before = stretches[index]!
          const goesOn = stretch[0]!
          const why =
            before[0]!.kind !== goesOn.kind ||
            (goesOn.kind === 'due' && before.some(({ instanceId }) => instanceId === goesOn.instanceId))
          expect(why).to.equal(true)
        }
      }),
    )
  })
})

describe('Moments kept together', () => {
  it('leave the very rows that they leave when each is kept by itself', async () => {
    const [alone, ...together] = await Promise.all([1, 3, 100].map(outcome))
    expect(alone!.fired).to.be.greaterThan(8)
    for (const other of together) expect(other).to.deep.equal(alone)
  })
})

/** What a stop of two weeks over eight cases comes to, so many moments at once. */
async function outcome(atOnce: number) {
  const office = await openTestOffice({
    start: '2026-04-08T09:00:00+08:00',
    advance: learning,
  })
  try {
    const numbers = await eightCases(office)
    office.clock.set('2026-04-27T08:30:00+08:00')
    let fired = 0
    for (let more = true; more;) {
      const round = await keepTime(office.parts, atOnce)
      fired += round.fired
      // what was armed in the past comes in the next round
      more = round.warned + round.fired > 0
    }
    const { read } = office.parts.store
    const ids = numbers.map((_, index) => index + 1)
    const all = async <T>(of: (id: number) => Promise<T>) => Promise.all(ids.map(of))
    const deadlines = await all(id => read.deadlines.ofCase(id))
    return {
      fired,
      deadlines,
      cards: await read.deadlines.cards(deadlines.flat().map(({ id }) => id)),
      cases: await all(async id => ({ ...(await read.cases.byId(id)), submissionId: '' })),
      departments: await read.caseDepartments.ofCase(...ids),
      instances: await all(id => read.instances.ofSubject('case', id)),
      tasks: await all(id => read.userTasks.ofCase(id)),
      supervisions: await all(id => read.supervisions.ofCase(id)),
      histories: await all(async id => (await read.history.ofCase(id)).map(entry => ({ ...entry, id: 0 }))),
    }
  } finally {
    await office.close()
  }
}

/** Two of each at four places of the diagram; the second two days after the first. */
async function eightCases(office: TestOffice): Promise<string[]> {
  const { clerk, officer } = office.people
  const numbers: string[] = []
  for (const day of ['2026-04-08', '2026-04-10']) {
    office.clock.set(`${day}T09:00:00+08:00`)
    numbers.push(await office.register())
    const handedOver = await office.register()
    await office.complete(handedOver, 'Task_HandOver', clerk, say.handOver)
    const confirmed = await confirmedCase(office)
    await office.complete(confirmed, 'Task_Verdict', officer, say.departmentAtFault)
    numbers.push(handedOver, await analysedCase(office), confirmed)
  }
  return numbers
}
