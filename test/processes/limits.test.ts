import { expect } from 'chai'
import { compile } from '../../src/engine/index.js'
import type { FlowNode } from '../../src/engine/index.js'
import { pauseGrounds } from '../../src/calendar/index.js'
import { pauseWords } from '../../src/engine/limit-words.js'
import { xmlOf } from './models.js'

describe('The limits of the procedure', () => {
  let limits: readonly FlowNode[]
  before(async () => {
    const models = await Promise.all([compile(xmlOf('banbuchengshi')), compile(xmlOf('quarterly-report'))])
    limits = models.flatMap(({ nodes }) => [...nodes.values()].filter(node => node.attachedTo && node.timer))
  })

  it('of the notice are two: 3 working days to answer by phone, 10 to report the result', () => {
    const statutory = limits.filter(({ timer }) => timer!.kind === 'statutory')
    expect(
      statutory.map(({ id, attachedTo, interrupting, timer }) => ({
        id,
        attachedTo,
        interrupting,
        ...timer,
      })),
    ).to.deep.equal([
      {
        id: 'Timer_PhoneReplyDue',
        attachedTo: 'SubProcess_PhoneReply',
        interrupting: false,
        type: 'timeDuration',
        value: 'P3D',
        calendar: 'workdays',
        kind: 'statutory',
        warnBefore: 'P1D',
        from: 'causeConfirmedAt',
        paragraph: '三(三)',
        promise: 'phoneReply',
      },
      {
        id: 'Timer_FeedbackDue',
        attachedTo: 'SubProcess_Rectify',
        interrupting: false,
        type: 'timeDuration',
        value: 'P10D',
        calendar: 'workdays',
        kind: 'statutory',
        warnBefore: 'P1D',
        from: 'causeConfirmedAt',
        paragraph: '三(三)',
        promise: 'feedback',
        mayPause: [...pauseGrounds],
        mayExtend: 'interimReply',
      },
    ])
  })

  it('that the office set itself say so: 内部, with no paragraph of the notice', () => {
    const internal = limits.filter(({ timer }) => timer!.kind !== 'statutory')
    expect(internal).to.have.length(16)
    for (const { id, name, timer } of internal) {
      expect(timer!.kind, id).to.equal('internal')
      expect(timer!.calendar, id).to.equal('workdays')
      expect(timer!.paragraph, id).to.equal(undefined)
      expect(name, id).to.match(/内部/)
    }
  })

  it('stop only where the diagram lets them, on the grounds of the law: never the three days of the call', () => {
    expect(pauseWords).to.deep.equal(pauseGrounds)
    const may = (what: 'mayPause' | 'mayExtend') =>
      limits.filter(({ timer }) => timer![what] !== undefined).map(({ id }) => id)
    expect(may('mayPause')).to.have.members(['Timer_RectifyDue', 'Timer_FeedbackDue'])
    expect(may('mayExtend')).to.deep.equal(['Timer_FeedbackDue'])
  })

  it('are named by the days that they count', () => {
    for (const { id, name, timer } of limits) {
      const days = /^P(\d+)D$/.exec(timer!.value)?.[1]
      expect(name, id).to.match(new RegExp(`^${days}个工作日`))
    }
  })

  it('warn before they pass: a working day before, and a limit of one day in the morning of that day', () => {
    for (const { id, timer } of limits) {
      expect(timer!.warnBefore, id).to.equal(timer!.value === 'P1D' ? 'P0D' : 'P1D')
    }
  })

  it('go up by the diagram: the supervisor has a limit too, and after it the leader is asked', async () => {
    const { nodes, flows } = await compile(xmlOf('banbuchengshi'))
    const supervising = [...nodes.values()].filter(({ id }) => id.startsWith('Task_Supervise'))
    expect(supervising).to.have.length(3)
    for (const task of supervising) {
      const own = limits.find(({ attachedTo }) => attachedTo === task.id)!
      expect(own.interrupting, 'an unread paper is still to be read').to.equal(false)
      expect(task.parentId, 'holds nothing up').to.equal(undefined)
      const gateway = [...flows.values()].find(({ from }) => from === own.id)!.to
      const next = [...flows.values()].filter(({ from }) => from === gateway).map(({ to }) => nodes.get(to)!)
      expect(next.flatMap(({ userTask }) => userTask?.candidateGroups ?? [])).to.deep.equal(['leader'])
    }
  })

  it('end an activity only where the next step follows by itself', () => {
    const ending = limits.filter(({ interrupting }) => interrupting)
    expect(ending.map(({ id }) => id)).to.have.members([
      'Timer_ConfirmDue',
      'Timer_VerdictDue',
      'Timer_HeadVerdictDue',
    ])
  })

  it('begin the quarter’s report on the first working day of each quarter, from 1 July 2021', async () => {
    const { startTimers } = await compile(xmlOf('quarterly-report'))
    expect(startTimers.map(({ timer }) => timer)).to.deep.equal([
      {
        type: 'timeCycle',
        value: 'R/2021-07-01T08:30:00+08:00/P3M',
        calendar: 'workdays',
        paragraph: '三(四)',
      },
    ])
  })
})
