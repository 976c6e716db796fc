import { expect } from 'chai'
import { isA } from '../../../../src/engine/schema/index.js'
import { setDefaultFlow } from '../../../../web/editor/panel/edit/default-flow.js'
import { setCondition } from '../../../../web/editor/panel/edit/flow-condition.js'
import { setDocumentation } from '../../../../web/editor/panel/edit/documentation.js'
import { setMessage } from '../../../../web/editor/panel/edit/message.js'
import { addOutput, outputsOf, removeOutput, setOutput } from '../../../../web/editor/panel/edit/outputs.js'
import { setTopic } from '../../../../web/editor/panel/edit/topic.js'
import { diagram, end, flow, flows, node, start, task } from '../../../helpers/bpmn.js'
import { openModel, type Model } from './model.js'

const branching = diagram(
  start() +
    node('exclusiveGateway', 'G', 'default="G-B"') +
    task('A') +
    task('B') +
    end() +
    flows('Start', 'G') +
    flow('G', 'A', 'verdict = "citizen"') +
    flow('G', 'B') +
    flows('A', 'End') +
    flows('B', 'End'),
)
const flowIn = (model: Model, id: string) => {
  const found = model.get(id)
  if (!isA(found, 'bpmn:SequenceFlow')) throw new Error(`${id} is no flow`)
  return found
}

describe('走向, as it is written', () => {
  it('a condition is FEEL and says so; empty, it is gone', async () => {
    const model = await openModel(branching)
    model.apply(setCondition(flowIn(model, 'G-A'), 'tries >= 3', model.create))
    expect(flowIn(await model.again(), 'G-A').conditionExpression).to.include({
      body: 'tries >= 3',
      language: 'feel',
    })
    model.apply(setCondition(flowIn(model, 'G-A'), '', model.create))
    expect(await model.xml()).not.to.include('conditionExpression')
    model.apply(setCondition(flowIn(model, 'G-A'), 'verdict in ("a", "b")', model.create))
    expect(flowIn(await model.again(), 'G-A').conditionExpression?.body).to.equal('verdict in ("a", "b")')
  })

  it('the way of all other cases has no condition', async () => {
    const model = await openModel(branching)
    const gateway = model.get('G')
    if (!isA(gateway, 'bpmn:FlowNode')) throw new Error('no gateway')
    model.apply(setDefaultFlow(gateway, flowIn(model, 'G-A')))
    const read = await model.again()
    expect(read.get('G')).to.have.nested.property('default.id', 'G-A')
    expect(flowIn(read, 'G-A').conditionExpression).to.equal(undefined)
  })
})

describe('What else an element says, as it is written', () => {
  it('its explanation', async () => {
    const model = await openModel(branching)
    model.apply(setDocumentation(model.get('A'), '核对材料，\n再填写。', model.create))
    expect(await model.xml()).to.include('<bpmn:documentation>核对材料，\n再填写。</bpmn:documentation>')
    model.apply(setDocumentation(model.get('A'), ' ', model.create))
    expect(await model.xml()).not.to.include('documentation')
  })

  it('the facts it notes', async () => {
    const model = await openModel(branching)
    model.apply(addOutput(model.get('A'), 'repliedAt', '=now', model.create))
    model.apply(addOutput(model.get('A'), 'confirmation', 'deemed', model.create))
    const [first, second] = outputsOf(model.get('A'))
    model.apply(setOutput(first!, { name: 'feedbackAt' }))
    const read = outputsOf((await model.again()).get('A'))
    expect(read.map(({ name, value }) => [name, value])).to.deep.equal([
      ['feedbackAt', '=now'],
      ['confirmation', 'deemed'],
    ])
    model.apply(removeOutput(model.get('A'), first!))
    model.apply(removeOutput(model.get('A'), second!))
    expect(await model.xml()).not.to.include('extensionElements')
  })

  it('the message it waits for: declared once, by its name', async () => {
    const waiting = node('receiveTask', 'R') + node('receiveTask', 'S')
    const model = await openModel(diagram(start() + waiting + end() + flows('Start', 'R', 'S', 'End')))
    const { root } = model
    if (!isA(root, 'bpmn:Definitions')) throw new Error('no file')
    for (const id of ['R', 'S']) model.apply(setMessage(model.get(id), 'withdraw', root, model.create))
    const xml = await (await model.again()).xml()
    expect(xml.match(/<bpmn:message /g)).to.have.length(1)
    expect(xml.match(/messageRef="Message_Withdraw"/g)).to.have.length(2)
    model.apply(setMessage(model.get('R'), '', root, model.create))
    expect((await model.xml()).match(/messageRef=/g)).to.have.length(1)
  })

  it('the work it hands to the system', async () => {
    const model = await openModel(
      diagram(start() + node('serviceTask', 'J') + end() + flows('Start', 'J', 'End')),
    )
    model.apply(setTopic(model.get('J'), 'report.freeze'))
    expect(await model.xml()).to.include('camunda:type="external" camunda:topic="report.freeze"')
  })
})
