import { expect } from 'chai'
import { lintDefinitions } from '../../../src/engine/lint/index.js'
import { readXml } from '../../../src/engine/bpmn.js'
import { isOffered } from '../../../web/editor/board/offered.js'
import { diagram, node } from '../../helpers/bpmn.js'

const events = ['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent']
const causes = [
  '',
  'timer',
  'message',
  'error',
  'escalation',
  'signal',
  'conditional',
  'link',
  'compensate',
  'cancel',
  'terminate',
]
const others = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'receiveTask',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'eventBasedGateway',
  'complexGateway',
]
const typed = (name: string) => `bpmn:${name.charAt(0).toUpperCase()}${name.slice(1)}`
const refused = async (body: string) =>
  (await lintDefinitions((await readXml(diagram(body))).root)).some(
    ({ rule }) => rule === 'supported-elements',
  )

describe('What the editor offers to draw', () => {
  for (const name of others)
    it(`${name}: exactly if the linter lets it pass`, async () => {
      expect(isOffered({ type: typed(name) })).to.equal(!(await refused(node(name, 'A'))))
    })

  for (const event of events)
    it(`${event}: what the linter lets pass, by each cause`, async () => {
      for (const cause of causes) {
        const definition = cause && `bpmn:${cause.charAt(0).toUpperCase()}${cause.slice(1)}EventDefinition`
        const body = node(event, 'A', '', cause && `<bpmn:${cause}EventDefinition/>`)
        const target = { type: typed(event), ...(definition && { eventDefinitionType: definition }) }
        expect(isOffered(target), `${event} ${cause}`).to.equal(!(await refused(body)))
      }
    })

  it('no event sub-process, which would never begin', () => {
    expect(isOffered({ type: 'bpmn:SubProcess', triggeredByEvent: true })).to.equal(false)
  })
})
