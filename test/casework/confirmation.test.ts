import { expect } from 'chai'
import fc from 'fast-check'
import {
  type Confirmation,
  CONFIRMATIONS,
  type ConfirmationRow,
  deriveConfirmation,
  isCauseConfirmed,
} from '../../src/casework/confirmation.js'

const said = (round: number, ...answers: readonly (Confirmation | null)[]): ConfirmationRow[] =>
  answers.map((confirmation, index) => ({ departmentId: index + 1, round, confirmation }))

describe('What the departments said', () => {
  for (const [name, rows, expected] of [
    ['nobody was asked yet', [], [false, false, 0, 0]],
    ['asked, no answer', said(1, null), [false, false, 0, 0]],
    ['confirmed', said(1, 'confirmed'), [false, false, 0, 0]],
    ['silence', said(1, 'deemed', 'confirmed'), [false, false, 0, 0]],
    ['one of two disputes', said(1, 'confirmed', 'disputed'), [true, false, 1, 0]],
    [
      'disputed, asked again, confirmed',
      [...said(1, 'disputed'), ...said(2, 'confirmed')],
      [false, false, 1, 0],
    ],
    [
      'disputed twice: for the supervisor',
      [...said(1, 'disputed'), ...said(2, 'disputed')],
      [true, false, 2, 0],
    ],
    [
      'two departments dispute in one round: one objection',
      said(1, 'disputed', 'disputed'),
      [true, false, 1, 0],
    ],
    ['not ours', said(1, 'notOurs'), [false, true, 0, 1]],
    [
      'sent on, then disputed: a first objection',
      [...said(1, 'notOurs'), ...said(2, 'disputed')],
      [true, false, 1, 1],
    ],
    [
      'sent away twice: for the supervisor',
      [...said(1, 'notOurs'), ...said(2, 'notOurs')],
      [false, true, 0, 2],
    ],
  ] as const) {
    it(name, () => {
      const { anyDisputed, anyNotOurs, objectionRound, transfers } = deriveConfirmation(rows)
      expect([anyDisputed, anyNotOurs, objectionRound, transfers]).to.deep.equal(expected)
    })
  }

  it('does not depend on the order of the rows', () => {
    const row = fc.record({
      departmentId: fc.integer({ min: 1, max: 3 }),
      round: fc.integer({ min: 1, max: 4 }),
      confirmation: fc.constantFrom(null, ...CONFIRMATIONS.map(each => each.value)),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), rows => {
        expect(deriveConfirmation([...rows].reverse())).to.deep.equal(deriveConfirmation(rows))
      }),
    )
  })

  for (const [name, rows, confirmed] of [
    ['nobody asked', [], false],
    ['all confirmed', said(1, 'confirmed', 'confirmed'), true],
    ['one silent past the limit', said(1, 'confirmed', 'deemed'), true],
    ['one still thinking', said(1, 'confirmed', null), false],
    ['one disputes', said(1, 'confirmed', 'disputed'), false],
    ['an earlier round does not count', [...said(1, 'confirmed'), ...said(2, null)], false],
    ['confirmed after a dispute', [...said(1, 'disputed'), ...said(2, 'confirmed')], true],
  ] as const) {
    it(`${name}: ${confirmed ? 'a verdict may follow' : 'no verdict yet'}`, () => {
      expect(isCauseConfirmed(rows)).to.equal(confirmed)
    })
  }
})
