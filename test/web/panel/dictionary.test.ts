import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { panelSettings } from '../../../src/http/pages/panel-settings.js'
import { inWords } from '../../../web/editor/panel/feel/in-words.js'
import { factNamed, factsAt } from '../../../web/editor/panel/model/dictionary.js'
import { earlierTasks } from '../../../web/editor/panel/model/earlier.js'
import type { House } from '../../../web/editor/panel/model/house.js'
import { momentsIn } from '../../../web/editor/panel/model/moments.js'
import { adoptable, fieldFor, newField } from '../../../web/editor/panel/model/new-field.js'
import { nameOf, processOf } from '../../../web/editor/panel/model/steps.js'
import { wordsOf } from '../../../web/editor/words.js'
import { openModel, type Model } from './edit/model.js'

const settings = panelSettings()
const house = settings.house as House
const words = wordsOf(JSON.stringify(settings.words))

describe('What a condition can ask', () => {
  let model: Model
  before(async () => {
    model = await openModel(readFileSync('processes/banbuchengshi.bpmn', 'utf8'))
  })

  it('are the answers of the steps before, the nearest first, across sub-processes and limits', () => {
    const before = earlierTasks(model.get('Flow_CallAnswered')).map(nameOf)
    expect(before[0]).to.equal('电话答复并解释')
    expect(before).to.include.members(['责任认定', '部门确认原因', '原因分析', '受理审查', '报送政管办'])
    const atStart = earlierTasks(model.get('Flow_FromWindow'))
    expect(atStart.map(nameOf)).to.deep.equal([])
  })

  it('come with the choices in the words that people chose from', () => {
    const groups = factsAt(model.get('Flow_CitizenFault'), house)
    expect(groups[0]?.source).to.deep.equal({ step: '责任认定' })
    const verdict = factNamed(groups, 'verdict')
    expect(verdict).to.include({ label: '责任认定', type: 'choice' })
    expect(verdict.choices[0]).to.deep.equal({ value: 'citizen', label: '群众责任：办件要素不齐全' })
    const keys = groups.flatMap(({ facts }) => facts.map(({ key }) => key))
    expect(keys).to.deep.equal([...new Set(keys)])
    expect(keys).to.include.members(['channel', 'anyDisputed', 'tries'])
  })

  it('are said in words, and what has no words is shown as it is written', () => {
    const say = (id: string, feel: string) => inWords(feel, factsAt(model.get(id), house), words)
    expect(
      say('Flow_ReviewRequested', 'reviewRequested = true and (reviewCount = null or reviewCount < 1)'),
    ).to.equal('群众申请复核 为是 且 （已复核次数 未填写 或 已复核次数 小于 1）')
    expect(say('Flow_CitizenFault', 'verdict in ("citizen", "notPermitted")')).to.equal(
      '责任认定 是其中之一 群众责任：办件要素不齐全、依法不能办',
    )
    expect(say('Flow_CitizenFault', 'tries + 1 > 2')).to.equal('tries + 1 > 2')
    // a text compared with a number is not offered as one compared with a word
    expect(say('Flow_CitizenFault', 'verdict = 1')).to.equal('verdict = 1')
  })

  it('and a limit counts from are the moments that this procedure notes', () => {
    const offered = momentsIn(model.get('Timer_PhoneReplyDue'), house, 'causeConfirmedAt', words)
    expect(offered.map(({ value }) => value)).to.include.members([
      'registeredAt',
      'handedOverAt',
      'causeConfirmedAt',
    ])
    expect(offered.every(({ label }) => /[\u4e00-\u9fff]/.test(label))).to.equal(true)
    const strange = momentsIn(model.get('Timer_PhoneReplyDue'), house, 'publishedOn', words)
    expect(strange.at(-1)?.label).to.include('图中没有记下')
  })

  it('and a new field asks is kept under a name that nothing else has', () => {
    const process = processOf(model.get('Task_Verdict'))!
    expect(newField(process, house, '新字段').id).to.equal('field_1')
    const task = model.task('Task_Verdict')
    const offered = adoptable(task, house)
    expect(offered.map(({ key }) => key))
      .to.include('outcome')
      .and.not.include('verdict')
    expect(fieldFor(offered.find(({ key }) => key === 'outcome')!)).to.deep.include({
      id: 'outcome',
      type: 'enum',
      choices: house.facts
        .find(({ key }) => key === 'outcome')!
        .choices.map(({ value, label }) => ({
          id: value,
          name: label,
        })),
    })
  })
})
