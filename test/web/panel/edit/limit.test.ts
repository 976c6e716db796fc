import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { compile } from '../../../../src/engine/index.js'
import { isA } from '../../../../src/engine/schema/index.js'
import {
  limitAttributeOf,
  limitWordsOf,
  setLimitAttribute,
  setLimitWords,
} from '../../../../web/editor/panel/edit/limit-attributes.js'
import { lengthOf, setLength } from '../../../../web/editor/panel/edit/limit-length.js'
import { noticeConcern } from '../../../../web/editor/panel/model/notice.js'
import { timerIn } from '../../../../web/editor/panel/model/steps.js'
import { boundary, diagram, end, flows, start, task, timer } from '../../../helpers/bpmn.js'
import { openModel, type Model } from './model.js'

const procedure = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
const limit = (model: Model, id: string) => timerIn(model.get(id))!
const promises = [
  { value: 'phoneReply', label: '3个工作日电话答复', workingDays: 3 },
  { value: 'feedback', label: '10个工作日反馈结果', workingDays: 10 },
]

describe('时限, as it is written', () => {
  it('three working days become two, and the engine reads two', async () => {
    const model = await openModel(procedure)
    expect(lengthOf(limit(model, 'Timer_PhoneReplyDue'))).to.deep.equal({ count: 3, unit: 'workdays' })
    model.apply(setLength(limit(model, 'Timer_PhoneReplyDue'), { count: 2, unit: 'workdays' }, model.create))
    const { nodes } = await compile(await model.xml())
    expect(nodes.get('Timer_PhoneReplyDue')?.timer).to.include({
      type: 'timeDuration',
      value: 'P2D',
      calendar: 'workdays',
      kind: 'statutory',
      promise: 'phoneReply',
    })
  })

  for (const length of [
    { count: 4, unit: 'hours' },
    { count: 15, unit: 'days' },
    { count: 1, unit: 'workdays' },
  ] as const) {
    it(`${length.count} ${length.unit} are read as they were written, where a date stood before`, async () => {
      const body = boundary('T', 'A', timer('2026-07-01T08:30:00+08:00', '', 'timeDate'), false)
      const model = await openModel(
        diagram(start() + task('A') + body + end() + flows('Start', 'A', 'End') + flows('T', 'End')),
      )
      expect(lengthOf(limit(model, 'T'))).to.equal(undefined)
      model.apply(setLength(limit(model, 'T'), length, model.create))
      const read = await model.again()
      expect(lengthOf(limit(read, 'T'))).to.deep.equal(length)
      expect(limit(read, 'T').timeDate).to.equal(undefined)
    })
  }

  for (const odd of ['P1M', '=duration("P1D")', 'P1DT2H', 'soon']) {
    it(`${odd} is left as it stands`, async () => {
      const body = boundary('T', 'A', timer(odd), false)
      const model = await openModel(diagram(start() + task('A') + body + end() + flows('Start', 'A', 'End')))
      expect(lengthOf(limit(model, 'T'))).to.equal(undefined)
    })
  }

  it('our attributes are set and taken away, those too that this version does not know yet', async () => {
    const model = await openModel(procedure)
    const of = () => limit(model, 'Timer_RectifyDue')
    model.apply(setLimitAttribute(of(), 'warnBefore', 'P2D'))
    model.apply(setLimitAttribute(of(), 'from', 'causeConfirmedAt'))
    model.apply(setLimitWords(of(), 'mayPause', ['hearing', 'appraisal']))
    model.apply(setLimitWords(of(), 'mayExtend', ['interimReply']))
    const xml = await model.xml()
    expect(xml).to.include('bdc:mayPause="hearing appraisal"').and.include('bdc:mayExtend="interimReply"')
    const read = limit(await model.again(), 'Timer_RectifyDue')
    expect(limitAttributeOf(read, 'warnBefore')).to.equal('P2D')
    expect(limitAttributeOf(read, 'from')).to.equal('causeConfirmedAt')
    expect(limitWordsOf(read, 'mayPause')).to.deep.equal(['hearing', 'appraisal'])
    model.apply(setLimitWords(of(), 'mayPause', []))
    model.apply(setLimitWords(of(), 'mayExtend', []))
    model.apply(setLimitAttribute(of(), 'from', ''))
    expect(limitWordsOf(of(), 'mayPause')).to.deep.equal([])
    expect(limitAttributeOf(limit(await model.again(), 'Timer_RectifyDue'), 'from')).to.equal('')
  })

  it('a limit of the notice that no longer says what the notice says is named (三（三）)', async () => {
    const model = await openModel(procedure)
    const event = model.get('Timer_PhoneReplyDue')
    if (!isA(event, 'bpmn:BoundaryEvent')) throw new Error('no limit')
    const concern = () => noticeConcern(event, limit(model, 'Timer_PhoneReplyDue'), { promises })
    expect(concern()).to.equal(undefined)
    model.apply(setLength(timerIn(event)!, { count: 5, unit: 'workdays' }, model.create))
    expect(concern()).to.deep.equal({
      word: 'limit.notice',
      values: { promise: '3个工作日电话答复', days: 3 },
    })
    model.apply(setLength(timerIn(event)!, { count: 3, unit: 'days' }, model.create))
    expect(concern()?.word).to.equal('limit.notice.gone')
    model.apply(setLength(timerIn(event)!, { count: 3, unit: 'workdays' }, model.create))
    model.apply([{ of: event, set: { cancelActivity: true } }])
    expect(concern()?.word).to.equal('limit.notice.interrupting')
    model.apply(setLimitAttribute(timerIn(event)!, 'kind', 'internal'))
    expect(concern()?.word).to.equal('limit.notice.gone')
  })
})
