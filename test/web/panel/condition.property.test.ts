import { expect } from 'chai'
import fc from 'fast-check'
import { evaluate } from 'feelin'
import { feelProblem } from '../../../src/engine/lint/feel-problem.js'
import type { Condition, Literal, Term } from '../../../web/editor/panel/feel/condition.js'
import { readCondition } from '../../../web/editor/panel/feel/read-condition.js'
import { writeCondition } from '../../../web/editor/panel/feel/write-condition.js'

const facts = ['verdict', 'tries', 'reached', 'reviewCount'] as const
const fact = fc.constantFrom(...facts)
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('A 责任在群众', '引号"与\\反斜杠', '第一行\n第二行'),
  fc.integer({ min: -9999, max: 9999 }),
  fc.integer({ min: -99, max: 99 }).map(tenths => tenths / 10),
  fc.boolean(),
  fc.constant(null),
)
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ fact, is: fc.constantFrom('=' as const, '!=' as const), value: literal }),
  fc.record({
    fact,
    is: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const),
    value: fc.integer({ min: -99, max: 99 }),
  }),
  fc.record({
    fact,
    is: fc.constant('in' as const),
    value: fc.array(literal, { minLength: 1, maxLength: 4 }),
  }),
)
const join = fc.constantFrom('and' as const, 'or' as const)
const group: fc.Arbitrary<Condition> = fc.record({
  join,
  parts: fc.array(term, { minLength: 2, maxLength: 3 }),
})
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ join: fc.constant('and' as const), parts: fc.array(term, { minLength: 1, maxLength: 1 }) }),
  fc.record({ join, parts: fc.array(fc.oneof(term, group), { minLength: 2, maxLength: 4 }) }),
)
const world = fc.record(Object.fromEntries(facts.map(name => [name, literal])))

describe('A condition that is chosen word by word', () => {
  it('comes back from the text as it was chosen, but for brackets that change nothing', () => {
    fc.assert(
      fc.property(condition, chosen => {
        const text = writeCondition(chosen)
        const read = readCondition(text)
        expect(read, text).not.to.equal(undefined)
        expect(writeCondition(read!)).to.equal(text)
        expect(feelProblem(text), text).to.equal(undefined)
      }),
    )
  })

  it('means what its parts mean, whatever the case says', () => {
    fc.assert(
      fc.property(condition, world, (chosen, context) => {
        const said = evaluate(writeCondition(chosen), context).value
        expect(said === true).to.equal(holds(chosen, context))
      }),
    )
  })
})

function holds(part: Condition | Term, context: Readonly<Record<string, Literal>>): boolean {
  if ('fact' in part) return evaluate(writeCondition({ join: 'and', parts: [part] }), context).value === true
  const parts = part.parts.map(inner => holds(inner, context))
  return part.join === 'and' ? parts.every(Boolean) : parts.some(Boolean)
}
