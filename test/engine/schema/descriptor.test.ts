import { expect } from 'chai'
import { readXml } from '../../../src/engine/bpmn.js'
import { extensionsOf, isA } from '../../../src/engine/schema/index.js'
import type { ModdleElement } from '../../../src/engine/schema/moddle-types.js'
import { boundary, diagram, end, extensions, flows, start, task, timer } from '../../helpers/bpmn.js'

describe('the attributes that are our own', () => {
  it('are read as attributes of timers and user tasks', async () => {
    const limit = timer(
      'P3D',
      'bdc:calendar="workdays" bdc:kind="statutory" bdc:warnBefore="P1D" bdc:warn="assignee group" bdc:from="causeConfirmedAt" bdc:paragraph="三(三)" bdc:promise="phoneReply" bdc:mayPause="hearing testing" bdc:mayExtend="interimReply"',
    )
    const { elements, warnings } = await read(
      start() + task('A', '', 'bdc:differentFrom="B C"') + boundary('T', 'A', limit, false) + end(),
    )
    const [task1, event] = [elements.get('A'), elements.get('T')]
    expect(isA(task1, 'bpmn:UserTask') && task1.differentFrom).to.equal('B C')
    const definition = isA(event, 'bpmn:BoundaryEvent') ? event.eventDefinitions?.[0] : undefined
    if (!isA(definition, 'bpmn:TimerEventDefinition')) throw new Error('no timer')
    const { calendar, kind, warnBefore, warn, from, paragraph, promise, mayPause, mayExtend, timeDuration } =
      definition
    const limitBody = timeDuration?.body
    expect({
      calendar,
      kind,
      warnBefore,
      warn,
      from,
      paragraph,
      promise,
      mayPause,
      mayExtend,
      limit: limitBody,
    }).to.deep.equal({
      mayPause: 'hearing testing',
      mayExtend: 'interimReply',
      calendar: 'workdays',
      kind: 'statutory',
      warnBefore: 'P1D',
      warn: 'assignee group',
      from: 'causeConfirmedAt',
      paragraph: '三(三)',
      promise: 'phoneReply',
      limit: 'P3D',
    })
    expect(warnings).to.deep.equal([])
  })

  it('are read whatever prefix the file gives our namespace', async () => {
    const xml = diagram(start() + task('A', '', 'bdc:differentFrom="B"') + end())
      .replaceAll('bdc:', 'ours:')
      .replace('xmlns:bdc', 'xmlns:ours')
    const { elements } = await read(xml)
    const element = elements.get('A')
    expect(isA(element, 'bpmn:UserTask') && element.differentFrom).to.equal('B')
  })
})

describe('what moddle gives', () => {
  it('is asked for by type, supertypes too', async () => {
    const { elements } = await read(start() + task('A') + end())
    expect(isA(elements.get('A'), 'bpmn:Activity')).to.be.true
    expect(isA(elements.get('A'), 'bpmn:Gateway')).to.be.false
    expect(isA(undefined, 'bpmn:Activity')).to.be.false
  })

  it('has extension elements by type, and foreign ones of no type', async () => {
    const inside =
      '<camunda:formData><camunda:formField id="x" type="cause"/></camunda:formData><x:y xmlns:x="https://example.org"/>'
    const { elements } = await read(start() + task('A', extensions(inside)) + end())
    const element = elements.get('A')
    if (!isA(element, 'bpmn:UserTask')) throw new Error('no task')
    expect(extensionsOf(element, 'camunda:FormData').map(form => form.fields?.[0]?.type)).to.deep.equal([
      'cause',
    ])
    expect(isA(element.extensionElements?.values?.[1], 'camunda:FormData')).to.be.false
  })

  it('does not list the flows of a node unless the file does, so the graph is asked', async () => {
    const { elements } = await read(start() + task('A') + end() + flows('Start', 'A', 'End'))
    expect(elements.get('A')).to.not.have.property('incoming')
  })
})

async function read(xml: string) {
  const { context, warnings } = await readXml(xml.startsWith('<?xml') ? xml : diagram(xml))
  const { elementsById } = context as { elementsById: Record<string, ModdleElement> }
  return { elements: new Map(Object.entries(elementsById)), warnings }
}
