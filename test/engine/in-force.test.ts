import { expect } from 'chai'
import { compile, compileInForce, DefinitionRefusedError } from '../../src/engine/index.js'
import { diagram, end, extensions, flow, flows, node, start, task } from '../helpers/bpmn.js'

const field = (constraints: string) =>
  extensions(
    `<camunda:formData><camunda:formField id="x" label="项" type="string"><camunda:validation>${constraints}</camunda:validation></camunda:formField></camunda:formData>`,
  )
const walked = start() + task('A', field('<camunda:constraint name="pattern" config="(a+)+"/>')) + end()

/** What each would do to somebody who waits is tried in test/attacks. */
describe('A diagram that is in force under the rules of another day', () => {
  const stricter = diagram(walked + flows('Start', 'A', 'End'))

  it('goes on, and no answer is held against a pattern that takes for ever', async () => {
    expect(await compile(stricter).catch((error: unknown) => error)).to.be.instanceOf(DefinitionRefusedError)
    const { nodes } = await compileInForce(stricter)
    const [x] = nodes.get('A')?.userTask?.form.fields ?? []
    expect(x).to.include({ id: 'x', label: '项' })
    expect(x).to.not.have.property('pattern')
  })

  it('keeps a pattern that does no harm', async () => {
    const harmless = diagram(
      start() +
        task('A', field('<camunda:constraint name="pattern" config="[A-Z]\\d+"/>')) +
        end() +
        flows('Start', 'A', 'End'),
    )
    const { nodes } = await compileInForce(harmless)
    expect(nodes.get('A')?.userTask?.form.fields[0]).to.include({ pattern: '[A-Z]\\d+' })
  })

  for (const [what, xml] of [
    ['entities', stricter.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
    [
      'a script',
      diagram(
        start() +
          node('scriptTask', 'S', 'scriptFormat="js"', '<bpmn:script>next()</bpmn:script>') +
          end() +
          flows('Start', 'S', 'End'),
      ),
    ],
    ['what calls another', diagram(start() + node('callActivity', 'C') + end() + flows('Start', 'C', 'End'))],
    ['a broken text', stricter.slice(0, -30)],
    ['an arrow to nowhere', diagram(walked + flow('Start', 'Gone') + flow('A', 'End'))],
  ] as const)
    it(`is refused all the same with ${what}`, async () => {
      expect(await compileInForce(xml).catch((error: unknown) => error)).to.be.instanceOf(
        DefinitionRefusedError,
      )
    })
})
