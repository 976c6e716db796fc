import { expect } from 'chai'
import fc from 'fast-check'
import {
  firstWrongStep,
  reportStepIds,
  reportStepOf,
  reportSteps,
  turnTo,
} from '../../../src/http/pages/report-steps.js'

const step = fc.constantFrom(...reportStepIds)
const fields = reportSteps.flatMap(({ fields: asked }) => [...asked])
const wrong = fc.subarray(fields).map(names => new Set<string>(names))
const place = (id: (typeof reportStepIds)[number]) => reportStepIds.indexOf(id)

describe('The steps of the report', () => {
  it('lead back freely, and on no further than the first wrong answer', () => {
    fc.assert(
      fc.property(step, step, wrong, (from, to, errors) => {
        const at = turnTo(from, to, errors)
        if (place(to) <= place(from)) expect(at).to.equal(to)
        else {
          expect(place(at)).to.be.at.most(place(to))
          const before = firstWrongStep(errors, to)
          expect(at).to.equal(before ?? to)
        }
      }),
    )
  })

  it('have a place for every field, and the first for a name there is not', () => {
    for (const field of fields) expect(firstWrongStep(new Set([field]))).to.not.equal(null)
    expect(new Set(fields).size).to.equal(fields.length)
    expect(reportStepOf('__proto__')).to.equal('item')
  })
})
