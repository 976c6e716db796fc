import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { outlineOf, readDiagram } from '../../../src/engine/index.js'
import { diagram, end, flow, flows, node, start, task } from '../../helpers/bpmn.js'
import { anyBlock, modelOf } from '../../helpers/random-model.js'

describe('A diagram told from beginning to end', () => {
  it('goes along the flow, comes to what is behind a branch after it, and is not led astray by a way back', async () => {
    const xml = diagram(
      `${task('C')}${task('B')}${start()}${end()}${task('A')}${node('exclusiveGateway', 'G', 'default="G-C"')}
       ${flows('Start', 'A', 'B', 'G')}${flow('G', 'A', 'again = true')}${flow('G', 'C')}${flow('C', 'End')}`,
    )
    const { phases } = await outlineOf(xml)
    const steps = phases.flatMap(phase => phase.steps)
    expect(steps.map(({ node: { id } }) => id)).to.deep.equal(['Start', 'A', 'B', 'C', 'End'])
    const [, , b] = steps
    expect(b?.next.map(({ to, choices }) => [to.id, choices])).to.deep.equal([
      ['A', [{ condition: 'again = true', otherwise: false }]],
      ['C', [{ otherwise: true }]],
    ])
  })

  it('tells the procedure in the notice’s four steps', async () => {
    const file = path.join(import.meta.dirname, '../../../processes/banbuchengshi.bpmn')
    const { phases } = await outlineOf(readFileSync(file, 'utf8'))
    expect(phases.map(({ name }) => name)).to.deep.equal([
      '一、收集问题',
      '二、分析问题',
      '三、解决问题并及时向群众反馈',
      '四、结果汇总与归档',
    ])
    const tasks = phases.flatMap(({ steps }) =>
      steps.map(({ node: { type, name } }) => (type === 'bpmn:UserTask' ? name : '')),
    )
    const at = (name: string) => tasks.indexOf(name)
    for (const [one, next] of [
      ['报送政管办', '受理审查'],
      ['受理审查', '原因分析'],
      ['部门确认原因', '责任认定'],
      ['责任认定', '电话答复并解释'],
      ['部门整改', '政管办核验'],
      ['协调后续办理', '回访与评价'],
    ] as const)
      expect(at(one), `${one} before ${next}`).to.be.lessThan(at(next)).and.at.least(0)
  })

  it('leaves out nothing that is done, and says nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock, async block => {
        const xml = modelOf(block)
        const { nodes } = await readDiagram(xml)
        const told = (await outlineOf(xml)).phases.flatMap(({ steps }) =>
          steps.flatMap(({ node: { id }, border }) => [id, ...border.map(one => one.node.id)]),
        )
        const all = [...nodes.values()].filter(({ type }) => !type.endsWith('Gateway')).map(({ id }) => id)
        expect([...told].sort()).to.deep.equal(all.sort())
      }),
      { numRuns: 40 },
    )
  })
})
