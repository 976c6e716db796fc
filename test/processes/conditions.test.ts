import { expect } from 'chai'
import { FACTS } from '../../src/casework/fact-list.js'
import { compile, evaluateFeel } from '../../src/engine/index.js'
import type { ProcessDefinition } from '../../src/engine/index.js'
import { namesIn } from './feel-names.js'
import { modelNames, xmlOf } from './models.js'

for (const name of modelNames) {
  describe(`The conditions of ${name}`, () => {
    let definition: ProcessDefinition
    let known: ReadonlySet<string>
    before(async () => {
      definition = await compile(xmlOf(name))
      const fields = [...definition.nodes.values()].flatMap(node => node.userTask?.form.fields ?? [])
      known = new Set(['now', ...FACTS.map(({ key }) => key), ...fields.map(({ id }) => id)])
    })

    it('are FEEL and ask only what is known', () => {
      for (const { id, condition } of definition.flows.values()) {
        if (condition)
          expect(
            namesIn(condition).filter(each => !known.has(each)),
            id,
          ).to.deep.equal([])
      }
    })

    it('can be asked when nothing is known yet, and only a return is then true', () => {
      const nothing = Object.fromEntries([...known].map(key => [key, null]))
      const taken = [...definition.flows.values()].filter(
        ({ condition }) => condition && evaluateFeel(condition, nothing) === true,
      )
      // what nobody has accepted or approved goes back, rather than on
      expect(taken.map(({ id }) => id)).to.deep.equal(
        name === 'banbuchengshi' ? ['Flow_Returned'] : ['Flow_SentBack'],
      )
    })

    it('note facts by FEEL that can be evaluated when nothing is known yet', () => {
      const expressions = [...definition.nodes.values()]
        .flatMap(node => node.outputs)
        .filter(({ value }) => value.startsWith('='))
      for (const { value } of expressions) {
        expect(
          namesIn(value.slice(1)).filter(each => !known.has(each)),
          value,
        ).to.deep.equal([])
        expect(() => evaluateFeel(value.slice(1), { now: '2026-04-15T01:30:00.000Z' })).not.to.throw()
      }
    })
  })
}
