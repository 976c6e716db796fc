import { expect } from 'chai'
import { compareDiagrams } from '../../../src/engine/index.js'
import type { DiagramComparison } from '../../../src/runtime/index.js'
import { changesModel } from '../../../src/http/pages/processes/changes.js'
import { conditionWords } from '../../../src/http/pages/processes/condition-words.js'
import {
  boundary,
  diagram,
  end,
  extensions,
  flow,
  flows,
  node,
  start,
  task,
  timer,
} from '../../helpers/bpmn.js'

/** What the page says that two bodies of a process say differently. */
async function said(before: string, after: string): Promise<string[]> {
  const found = await compareDiagrams(diagram(before), diagram(after))
  const side = { kind: 'version', ref: '1', key: 'p', name: 'p', number: 1, at: null, xml: '' } as const
  const comparison: DiagramComparison = {
    ...found,
    before: side,
    after: side,
    standing: [],
    affected: 0,
    affectedNodes: [],
  }
  return changesModel(comparison).groups.flatMap(({ heading, kind, lines }) => [
    ...(kind === 'changed' ? [] : [heading]),
    ...lines.map(({ sentence }) => `${heading}：${sentence}`),
  ])
}

const field = (attributes: string, inside = '') =>
  `<camunda:formField ${attributes}>${inside}</camunda:formField>`
const form = (...fields: string[]) => extensions(`<camunda:formData>${fields.join('')}</camunda:formData>`)
const required = '<camunda:validation><camunda:constraint name="required"/></camunda:validation>'
const line = (inside: string, more = '') => `${start()}${inside}${end()}${flows('Start', 'T', 'End')}${more}`
const limited = (value: string, attributes: string, interrupting = false) =>
  line(task('T'), boundary('L', 'T', timer(value, attributes), interrupting))

describe('What changes, in words', () => {
  it('limits: days, calendar, kind, warning, start, paragraph, and whether it stops the step', async () => {
    const before = limited('P1D', 'bdc:calendar="workdays" bdc:kind="internal"')
    expect(await said(before, limited('P2D', 'bdc:calendar="workdays" bdc:kind="internal"'))).to.deep.equal([
      '环节『T』：时限由1个工作日改为2个工作日',
    ])
    expect(await said(before, limited('P1D', 'bdc:kind="internal"'))).to.deep.equal([
      '环节『T』：时限由1个工作日改为1个自然日',
    ])
    const more = 'bdc:kind="statutory" bdc:warnBefore="P1D" bdc:from="handedOverAt" bdc:paragraph="三(三)"'
    expect(await said(before, limited('P1D', `bdc:calendar="workdays" ${more}`, true))).to.have.members([
      '环节『T』：改为到期即中止本环节',
      '环节『T』：时限性质由内部管理时限改为方案时限',
      '环节『T』：预警：到期前1个自然日',
      '环节『T』：起算点：“报送政管办时间”',
      '环节『T』：时限依据：方案三(三)',
    ])
    expect(await said(line(task('T')), before)).to.include('环节『T』：新增时限『L』')
  })

  it('forms: fields that come, go, are renamed, of another type, required, and their choices', async () => {
    const before = line(
      task('T', form(field('id="a" label="甲" type="string"'), field('id="b" label="乙" type="text"'))),
    )
    const after = line(
      task(
        'T',
        form(
          field('id="a" label="甲方" type="enum"', `${required}<camunda:value id="x" name="一"/>`),
          field('id="c" label="联系结果" type="string"', required),
        ),
      ),
    )
    expect(await said(before, after)).to.have.members([
      '环节『T』：字段『甲』改名为『甲方』',
      '环节『T』：字段『甲方』的类型由单行文字改为选择项',
      '环节『T』：字段『甲方』改为必填',
      '环节『T』：字段『甲方』新增选项“一”',
      '环节『T』：新增必填字段『联系结果』（单行文字）',
      '环节『T』：删除字段『乙』',
    ])
    const turned = line(
      task('T', form(field('id="b" label="乙" type="text"'), field('id="a" label="甲" type="string"'))),
    )
    expect(await said(before, turned)).to.deep.equal(['环节『T』：字段的先后次序有调整'])
  })

  it('who: role, several people, and steps that come and go with what they bring', async () => {
    const roles = line(task('T').replace('officer', 'supervisor'))
    expect(await said(line(task('T')), roles)).to.deep.equal([
      '环节『T』：办理角色由政管办经办人改为负责人（督办）',
    ])
    const each = line(task('T', '<bpmn:multiInstanceLoopCharacteristics camunda:collection="departments"/>'))
    expect(await said(line(task('T')), each)).to.deep.equal([
      '环节『T』：办理份数：每个“涉及部门（主办在前）”各办一份',
    ])
    const two = `${start()}${task('T')}${task('T2')}${end()}${flows('Start', 'T', 'T2', 'End')}`
    expect(await said(line(task('T')), two)).to.include.members([
      '新增环节『T2』',
      '新增环节『T2』：办理角色：政管办经办人',
      '环节『T』：新增去向『T2』',
    ])
  })

  it('branches: conditions in the office’s words, defaults, and where they lead', async () => {
    const branches = (condition: string, usual: string) =>
      `${start()}${node('exclusiveGateway', 'G', `name="谁的责任？" default="${usual}"`)}${task('T')}${end()}${flow('Start', 'G')}${flow('G', 'T', condition)}${flow('G', 'End')}${flow('T', 'End')}`
    expect(
      await said(branches('verdict = "citizen"', 'G-End'), branches('verdict = "department"', 'G-T')),
    ).to.have.members([
      '分支『谁的责任？』：条件都不成立时的去向由“End”改为“T”',
      '分支『谁的责任？』：去『T』的连线：条件由“责任认定为‘A 责任在群众’”改为“责任认定为‘B 责任在部门’”',
    ])
  })

  it('a flow drawn again between the same steps is said to be that', async () => {
    const again = line(task('T')).replace('id="T-End"', 'id="Flow_9"')
    expect(await said(line(task('T')), again)).to.deep.equal([
      '环节『T』：去『End』的连线：连线重新画过，走向不变',
    ])
  })

  it('what has no word of its own is said all the same', async () => {
    const listener = extensions('<camunda:executionListener event="start" class="x.Y"/>')
    const [sentence] = await said(line(task('T')), line(task('T', listener)))
    expect(sentence).to.include('其他设置')
  })

  it('frames that another tool names otherwise are no change, and one that is new is said without its id', async () => {
    const lanes = (id: string) =>
      `<bpmn:laneSet id="${id}"><bpmn:lane id="L" name="窗口"><bpmn:flowNodeRef>T</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`
    const before = line(task('T'))
    expect(await said(lanes('LaneSet_1') + before, lanes('sid-4711') + before)).to.deep.equal([])
    expect(await said(before, lanes('LaneSet_1') + before)).to.include.members([
      '新增一组泳道',
      '新增泳道『窗口』',
    ])
  })

  it('long texts are shown before and after, not in a sentence', async () => {
    const noted = (words: string) => line(task('T', `<bpmn:documentation>${words}</bpmn:documentation>`))
    expect(await said(noted('甲'), noted('乙'))).to.deep.equal(['环节『T』：说明文字有修改'])
  })
})

describe('A condition in words', () => {
  it('says facts and values as the office does; what is more stays as it is', () => {
    expect(conditionWords('scope in ("consultation", "outOfScope")')).to.equal(
      '受理审查意见为“转咨询”、“不属受理范围”之一',
    )
    expect(conditionWords('channel = "window" and visits >= 2')).to.equal(
      '反映渠道为“反映窗口”，且跑动次数≥2',
    )
    expect(conditionWords('hiddenBarrier = true')).to.not.include('hiddenBarrier')
    expect(conditionWords('some x in departments satisfies x = 1')).to.equal(
      'some x in departments satisfies x = 1',
    )
  })
})
