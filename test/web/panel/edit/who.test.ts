import { expect } from 'chai'
import { candidateGroupsOf, setCandidateGroups } from '../../../../web/editor/panel/edit/candidate-groups.js'
import { differentFromOf, setDifferentFrom } from '../../../../web/editor/panel/edit/different-from.js'
import { setSequential, setSeveral, severalOf } from '../../../../web/editor/panel/edit/several.js'
import { diagram, end, flows, start, task } from '../../../helpers/bpmn.js'
import { openModel } from './model.js'

const two = (inside = '') =>
  diagram(start() + task('A', inside) + task('B') + end() + flows('Start', 'A', 'B', 'End'))

describe('谁来办, as it is written', () => {
  it('the roles, in camunda’s attribute that other modelers read', async () => {
    const model = await openModel(two())
    model.apply(setCandidateGroups(model.task('A'), ['officer', 'supervisor']))
    expect(await model.xml()).to.include('camunda:candidateGroups="officer,supervisor"')
    const read = await model.again()
    expect(candidateGroupsOf(read.task('A'))).to.deep.equal(['officer', 'supervisor'])
    expect(candidateGroupsOf(read.task('B'))).to.deep.equal(['officer'])
    read.apply(setCandidateGroups(read.task('A'), []))
    expect((await read.xml()).match(/candidateGroups/g)).to.have.length(1)
  })

  it('who may not do it because they did another step', async () => {
    const model = await openModel(two())
    model.apply(setDifferentFrom(model.task('B'), ['A']))
    expect(await model.xml()).to.include('bdc:differentFrom="A"')
    expect(differentFromOf((await model.again()).task('B'))).to.deep.equal(['A'])
    model.apply(setDifferentFrom(model.task('B'), []))
    expect(await model.xml()).not.to.include('differentFrom')
  })

  it('each of several departments, as the office’s own procedure has it', async () => {
    const model = await openModel(two())
    model.apply(setSeveral(model.task('A'), 'departments', model.create))
    expect(await model.xml()).to.include(
      '<bpmn:multiInstanceLoopCharacteristics camunda:collection="departments" camunda:elementVariable="department" />',
    )
    const read = await model.again()
    const several = severalOf(read.task('A'))
    read.apply(setSequential(several!, true))
    expect(severalOf((await read.again()).task('A'))?.isSequential).to.equal(true)
    read.apply(setSeveral(read.task('A'), undefined, read.create))
    expect(await read.xml()).not.to.include('multiInstance')
  })

  it('another list takes the place of a number, and what else the loop says stays', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>agreed = true</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>'
    const model = await openModel(two(loop))
    model.apply(setSeveral(model.task('A'), 'departments', model.create))
    const several = severalOf((await model.again()).task('A'))
    expect(several?.collection).to.equal('departments')
    expect(several?.loopCardinality).to.equal(undefined)
    expect(several?.completionCondition?.body).to.equal('agreed = true')
    expect(several?.isSequential).to.equal(true)
  })
})
