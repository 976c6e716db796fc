import { expect } from 'chai'
import { handClock } from '../../src/clock.js'
import { createTrials, TrialGoneProblem, type TrialPlan, type Trials } from '../../src/trial/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { planIn } from './trial-plan.js'

describe('The trials that are open', function () {
  this.timeout(120_000)
  const clock = handClock('2026-04-14T09:00:00+08:00')
  let office: TestOffice
  let plan: TrialPlan
  let trials: Trials
  before(async () => {
    office = await openTestOffice()
    plan = await planIn(office, 'citizen')
  })
  after(() => office.close())
  beforeEach(() => {
    clock.set('2026-04-14T09:00:00+08:00')
    trials = createTrials(clock, { each: 2, all: 3, idleMinutes: 60 })
  })
  afterEach(() => trials.close())

  const begin = async (owner: number) => {
    const begun = await trials.begin(owner, plan)
    if (!begun.ok) throw new Error('The report was refused')
    clock.set(new Date(Date.parse(clock.now()) + 60_000).toISOString())
    return begun.id
  }
  const isThere = (owner: number, id: string) =>
    trials.find(owner, id).then(
      () => true,
      (error: unknown) => {
        expect(error).to.be.instanceOf(TrialGoneProblem)
        return false
      },
    )

  it('are few: each administrator keeps the newest, and all together so many', async () => {
    const [first, second, third] = [await begin(1), await begin(1), await begin(1)]
    expect(await isThere(1, first)).to.equal(false)
    expect(await isThere(1, third)).to.equal(true)
    clock.set('2026-04-14T09:30:00+08:00')
    await isThere(1, second) // looked at last
    await begin(2)
    await begin(2)
    expect(trials.count()).to.equal(3)
    expect(await isThere(1, third), 'left alone longest').to.equal(false)
    expect(await isThere(1, second)).to.equal(true)
  })

  it('are gone when nobody looked at them for an hour', async () => {
    const id = await begin(1)
    clock.set('2026-04-14T09:59:00+08:00')
    expect(await isThere(1, id)).to.equal(true)
    clock.set('2026-04-14T11:00:00+08:00')
    expect(await isThere(1, id)).to.equal(false)
    expect(trials.count()).to.equal(0)
  })

  it('are their owner’s alone, also to close', async () => {
    const id = await begin(1)
    expect(await isThere(2, id)).to.equal(false)
    await trials.leave(2, id)
    expect(await isThere(1, id)).to.equal(true)
    await trials.leave(1, id)
    expect(await isThere(1, id)).to.equal(false)
  })
})
