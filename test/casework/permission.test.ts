import { expect } from 'chai'
import fc from 'fast-check'
import type { Actor } from '../../src/casework/actor.js'
import { liaisonsOf } from '../../src/casework/liaison.js'
import {
  type CaseRelation,
  maskedFor,
  maySeeCase,
  mayWorkOn,
  type TaskRelation,
  workProblem,
  workRefusal,
} from '../../src/casework/permission.js'
import { type Role, ROLES } from '../../src/casework/role.js'

const [centre, street, market, civil] = [1, 2, 7, 8]
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  accountId: 100 + ROLES.findIndex(each => each.value === role),
  name: '某人',
  role,
  placeId: role === 'clerk' ? centre : null,
  departmentId: role === 'liaison' ? market : null,
  ...more,
})
const clerk = actor('clerk')

const relation: CaseRelation = {
  placeId: centre,
  registrarId: clerk.accountId,
  departmentIds: [market, civil],
  openTaskDepartmentIds: [],
  subjectAccountId: null,
}
const task: TaskRelation = {
  name: '部门确认',
  candidateGroup: 'liaison',
  placeId: null,
  departmentId: market,
  assigneeId: null,
  doneBefore: [],
}

describe('Who sees a case', () => {
  for (const [name, who, sees] of [
    ['the office’s officer', actor('officer'), true],
    ['the supervisor', actor('supervisor'), true],
    ['a leader', actor('leader'), true],
    ['the administrator', actor('admin'), true],
    ['a clerk of the place', clerk, true],
    ['a clerk of another place', actor('clerk', { placeId: street }), false],
    ['a clerk of no place', actor('clerk', { placeId: null }), false],
    ['a liaison of the leading department', actor('liaison'), true],
    ['a liaison of an assisting department', actor('liaison', { departmentId: civil }), true],
    ['a liaison of another department', actor('liaison', { departmentId: 9 }), false],
    ['a liaison of no department', actor('liaison', { departmentId: null }), false],
  ] as const) {
    it(`${name}: ${sees ? 'yes' : 'no'}`, () => {
      expect(maySeeCase(who, relation)).to.equal(sees)
    })
  }
})

describe('Who may do a task', () => {
  const officerTask: TaskRelation = { ...task, name: '复核', candidateGroup: 'officer', departmentId: null }
  const clerkTask: TaskRelation = { ...task, name: '报送政管办', candidateGroup: 'clerk', departmentId: null }
  for (const [name, who, what, about, refusal] of [
    ['the department’s liaison, main or stand-in', actor('liaison'), task, {}, null],
    ['another department’s liaison', actor('liaison', { departmentId: civil }), task, {}, 'notYours'],
    [
      'without a department on the task, the lead’s liaison',
      actor('liaison'),
      { ...task, departmentId: null },
      {},
      null,
    ],
    [
      'and not the assisting one’s',
      actor('liaison', { departmentId: civil }),
      { ...task, departmentId: null },
      {},
      'notYours',
    ],
    [
      'nobody, when no department is known',
      actor('liaison'),
      { ...task, departmentId: null },
      { departmentIds: [] },
      'notYours',
    ],
    [
      'a liaison of no department, when none is known',
      actor('liaison', { departmentId: null }),
      { ...task, departmentId: null },
      { departmentIds: [] },
      'notYours',
    ],
    ['a clerk at the case’s place', clerk, clerkTask, {}, null],
    ['a clerk elsewhere', actor('clerk', { placeId: street }), clerkTask, {}, 'notYours'],
    [
      'a clerk at the task’s own place',
      actor('clerk', { placeId: street }),
      { ...clerkTask, placeId: street },
      {},
      null,
    ],
    ['another role', actor('officer'), task, {}, 'notYours'],
    ['the administrator neither', actor('admin'), task, {}, 'notYours'],
    [
      'one of two groups',
      actor('supervisor'),
      { ...officerTask, candidateGroup: 'officer, supervisor' },
      {},
      null,
    ],
    [
      'whom the supervisor gave it to by name',
      actor('supervisor'),
      { ...officerTask, assigneeId: actor('supervisor').accountId },
      {},
      null,
    ],
    [
      'a liaison who had it, after their term',
      actor('liaison', { departmentId: null }),
      { ...task, assigneeId: actor('liaison').accountId },
      {},
      'notYours',
    ],
    [
      'a liaison who had it, and speaks for another department now',
      actor('liaison', { departmentId: 99 }),
      { ...task, assigneeId: actor('liaison').accountId },
      {},
      'notYours',
    ],
    [
      'a clerk who had it, and is at another place now',
      actor('clerk', { placeId: street }),
      { ...clerkTask, assigneeId: actor('clerk').accountId },
      {},
      'notYours',
    ],
    ['an officer', actor('officer'), officerTask, {}, null],
    [
      'the officer who gave the verdict does not review it',
      actor('officer'),
      { ...officerTask, doneBefore: [{ accountId: actor('officer').accountId, name: '某人' }] },
      {},
      'differentPerson',
    ],
    [
      'another officer does',
      actor('officer', { accountId: 999 }),
      { ...officerTask, doneBefore: [{ accountId: actor('officer').accountId, name: '某人' }] },
      {},
      null,
    ],
    [
      'the officer who is complained about does not',
      actor('officer'),
      officerTask,
      { subjectAccountId: actor('officer').accountId },
      'complainedAbout',
    ],
    [
      'not even given by name',
      actor('officer'),
      { ...officerTask, assigneeId: actor('officer').accountId },
      { subjectAccountId: actor('officer').accountId },
      'complainedAbout',
    ],
  ] as const) {
    it(`${name}: ${refusal ?? 'yes'}`, () => {
      expect(workRefusal(who, what, { ...relation, ...about })).to.equal(refusal)
      expect(mayWorkOn(who, what, { ...relation, ...about })).to.equal(refusal === null)
    })
  }

  it('is told so in a sentence; what is not yours looks like what is not there', () => {
    expect(workProblem('notYours', task, clerk).code).to.equal('notFound')
    expect(workProblem('complainedAbout', task, clerk).message).to.include('部门确认')
    expect(workProblem('differentPerson', task, clerk).message).to.include('某人')
  })
})

describe('Who sees names and numbers', () => {
  for (const [name, who, about, masked] of [
    ['the officer, who calls', actor('officer'), {}, false],
    ['the supervisor', actor('supervisor'), {}, false],
    ['the clerk who registered it', clerk, {}, false],
    ['that clerk, moved to another place', { ...clerk, placeId: street }, {}, true],
    ['a colleague at the window', { ...clerk, accountId: 999 }, {}, true],
    ['any clerk, when the citizen registered it', clerk, { registrarId: null }, true],
    ['a liaison with a task of it open', actor('liaison'), { openTaskDepartmentIds: [market] }, false],
    ['a liaison when the task is done', actor('liaison'), {}, true],
    [
      'a liaison of no department',
      actor('liaison', { departmentId: null }),
      { openTaskDepartmentIds: [market] },
      true,
    ],
    ['a leader', actor('leader'), {}, true],
    ['the administrator', actor('admin'), {}, true],
    [
      'the officer who is complained about',
      actor('officer'),
      { subjectAccountId: actor('officer').accountId },
      true,
    ],
    ['the clerk who is complained about', clerk, { subjectAccountId: clerk.accountId }, true],
  ] as const) {
    it(`${name}: ${masked ? 'masked' : 'as they are'}`, () => {
      expect(maskedFor(who, { ...relation, ...about })).to.equal(masked)
    })
  }

  it('sees the case at least: nobody reads a name in a case they may not see', () => {
    const id = fc.integer({ min: 1, max: 4 })
    const someone = fc.record({
      accountId: id,
      name: fc.constant('某人'),
      role: fc.constantFrom(...ROLES.map(each => each.value)),
      placeId: fc.option(id),
      departmentId: fc.option(id),
    })
    const some = fc.record({
      placeId: id,
      registrarId: fc.option(id),
      departmentIds: fc.uniqueArray(id, { maxLength: 3 }),
      subjectAccountId: fc.option(id),
    })
    fc.assert(
      fc.property(someone, some, (who, about) => {
        const related = { ...about, openTaskDepartmentIds: about.departmentIds }
        if (!maskedFor(who, related)) expect(maySeeCase(who, related)).to.equal(true)
      }),
    )
  })
})

describe('The liaisons of a department', () => {
  const register = [
    { departmentId: market, accountId: 2, kind: 'standIn', validFrom: '2026-01-01', validUntil: null },
    { departmentId: market, accountId: 1, kind: 'main', validFrom: '2026-01-01', validUntil: '2026-06-30' },
    { departmentId: civil, accountId: 3, kind: 'main', validFrom: '2026-05-01', validUntil: null },
  ] as const

  for (const [name, department, on, accounts] of [
    ['main before stand-in', market, '2026-04-15', [1, 2]],
    ['to the last day', market, '2026-06-30', [1, 2]],
    ['not after', market, '2026-07-01', [2]],
    ['not before the first day', civil, '2026-04-30', []],
    ['from the first day', civil, '2026-05-01', [3]],
    ['none: sending there wants a warning', 9, '2026-04-15', []],
  ] as const) {
    it(name, () => {
      expect(liaisonsOf(register, department, on).map(entry => entry.accountId)).to.deep.equal(accounts)
    })
  }
})
