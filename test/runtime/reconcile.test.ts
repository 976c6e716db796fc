import { expect } from 'chai'
import fc from 'fast-check'
import type { Wait } from '../../src/engine/index.js'
import { reconcile } from '../../src/runtime/reconcile.js'

const wait = (slot: string, was: string | null): Wait => ({ kind: 'userTask', activityId: slot, slot, was })

describe('Reconciling rows with what a state waits for', () => {
  const cases: readonly (readonly [string, Wait[], { id: number; slot: string }[], string])[] = [
    ['opens what is new', [wait('a_1', null)], [], 'open a_1'],
    ['keeps what goes on', [wait('a_1', 'a_1')], [{ id: 1, slot: 'a_1' }], 'keep 1 a_1'],
    ['follows what moved to another slot', [wait('a_1', 'a_2')], [{ id: 2, slot: 'a_2' }], 'keep 2 a_1'],
    ['closes what is gone', [], [{ id: 1, slot: 'a_1' }], 'close 1'],
    [
      'tells one that ended from one that began at the same place',
      [wait('a_1', null)],
      [{ id: 1, slot: 'a_1' }],
      'open a_1, close 1',
    ],
  ]
  for (const [what, waiting, stored, expected] of cases) {
    it(what, () => {
      const { opened, kept, closed } = reconcile(waiting, stored)
      const said = [
        ...opened.map(each => `open ${each.slot}`),
        ...kept.map(each => `keep ${each.row.id} ${each.slot}`),
        ...closed.map(each => `close ${each.id}`),
      ]
      expect(said.join(', ')).to.equal(expected)
    })
  }

  it('leaves exactly the rows that the state has, and touches each row once', () => {
    const slot = fc.stringMatching(/^[abc]_[123]$/)
    const waits = fc.uniqueArray(fc.tuple(slot, fc.option(slot)), { selector: ([own]) => own })
    fc.assert(
      fc.property(waits, fc.uniqueArray(slot), (raw, slots) => {
        const claimed = new Set<string>()
        const waiting = raw.map(([own, was]) => {
          const mine = was !== null && !claimed.has(was) ? was : null
          if (mine !== null) claimed.add(mine)
          return wait(own, mine)
        })
        const stored = slots.map((own, index) => ({ id: index + 1, slot: own }))
        const { opened, kept, closed } = reconcile(waiting, stored)
        const after = [...opened.map(each => each.slot), ...kept.map(each => each.slot)]
        expect(after).to.have.members(waiting.map(each => each.slot))
        const touched = [...kept.map(each => each.row.id), ...closed.map(each => each.id)]
        expect(touched).to.have.members(stored.map(row => row.id))
      }),
    )
  })
})
