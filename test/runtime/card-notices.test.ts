import { expect } from 'chai'
import { receivers } from '../../src/runtime/card-notices.js'
import type { StoredUserTask } from '../../src/store/index.js'

const task: StoredUserTask = {
  id: 1,
  instanceId: 1,
  caseId: 1,
  reportId: null,
  activityId: 'Task_PhoneReply',
  scopePath: '/',
  slot: 'a',
  name: '电话答复',
  candidateGroup: 'officer',
  placeId: null,
  departmentId: null,
  elementIndex: null,
  assigneeId: null,
  openedAt: '2026-04-15T01:00:00.000Z',
  claimedAt: null,
  closedAt: null,
  closedBy: null,
  closeKind: null,
  revision: 1,
  draft: null,
  nextDeadlineId: null,
  nextDueAt: '9999-12-31T00:00:00.000Z',
}
const of = (given: Partial<StoredUserTask>, warn: string | null = null) =>
  receivers({ ...task, ...given }, warn)
const liaisons = { candidateGroup: 'liaison', departmentId: 3, elementIndex: 0 }

describe('A card reaches', () => {
  it('by itself the assignee and the group, in one notice when the assignee is of the group', () => {
    expect(of({})).to.deep.equal([{ role: 'officer' }])
    expect(of({ assigneeId: 7 })).to.deep.equal([{ role: 'officer' }])
  })

  it('the assignee alone where the diagram says so; while nobody has taken it, the group', () => {
    expect(of({ assigneeId: 7 }, 'assignee')).to.deep.equal([{ accountId: 7 }])
    expect(of({}, 'assignee')).to.deep.equal([{ role: 'officer' }])
  })

  it('another role where the diagram says so', () => {
    expect(of({ assigneeId: 7 }, 'assignee supervisor')).to.deep.equal([
      { accountId: 7 },
      { role: 'supervisor' },
    ])
    expect(of({}, 'supervisor')).to.deep.equal([{ role: 'supervisor' }])
  })

  it('of several departments the one whose task it is, its stand-in too', () => {
    expect(of(liaisons)).to.deep.equal([{ role: 'liaison', departmentId: 3 }])
    expect(of({ ...liaisons, assigneeId: 8 })).to.deep.equal([{ role: 'liaison', departmentId: 3 }])
    expect(of({}, 'liaison'), 'no department sees another’s').to.deep.equal([])
  })

  it('whom the diagram gave a run of their own, and not the others who have theirs', () => {
    expect(of({ candidateGroup: 'leader', elementIndex: 1, assigneeId: 9 })).to.deep.equal([{ accountId: 9 }])
  })
})
