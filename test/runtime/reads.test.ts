import { expect } from 'chai'
import { NotAllowedProblem } from '../../src/casework/problem.js'
import { hasRight, type Right } from '../../src/casework/rights.js'
import { ROLES } from '../../src/casework/role.js'
import * as queries from '../../src/runtime/queries/index.js'
import { person } from '../helpers/app.js'

/** Reads that go by no right of the table, and what they go by instead. */
const others: Readonly<Record<string, 'case' | 'task' | 'own' | 'scope' | 'key' | 'everybody' | 'nothing'>> =
  {
    casePage: 'case',
    caseProcessState: 'case',
    deadlineProof: 'case',
    taskPage: 'task',
    nextTask: 'task',
    // the form of a task as its page has it; who may do it was asked by the page, and is again when it comes back
    taskForm: 'task',
    workList: 'own',
    noticeList: 'own',
    unreadNotices: 'own',
    // who may not arrange the calendar is told nothing of it
    missingYears: 'own',
    patterns: 'scope',
    itemPage: 'scope',
    itemRegister: 'scope',
    // the number and the last four digits of the telephone
    track: 'key',
    promiseProof: 'key',
    intakeChoices: 'everybody',
    itemNames: 'everybody',
    offerItems: 'everybody',
    // the procedure is no secret within the office
    definitionXml: 'everybody',
    handbook: 'everybody',
    // asked for by a demonstration alone
    demoAccounts: 'everybody',
    sectionsOf: 'nothing',
  }

type Read = (parts: object, reader: object, ...asked: unknown[]) => Promise<unknown>

const reads = Object.entries<unknown>(queries).filter(([, read]) => typeof read === 'function')
const guarded = reads.flatMap(([name, read]) => {
  const { right } = read as { readonly right?: Right }
  return right === undefined ? [] : [{ name, read: read as Read, right }]
})

/** Whoever looks at anything of the house is found out. */
const untouched = new Proxy(
  {},
  {
    get: () => {
      throw new Error('looked')
    },
  },
)

describe('What may be read, below the routes', () => {
  it('asks for a right of the table, or is known here by what else it asks for', () => {
    const without = reads.map(([name]) => name).filter(name => !guarded.some(one => one.name === name))
    expect(without.sort()).to.deep.equal(Object.keys(others).sort())
    expect(guarded).to.have.length.above(30)
  })

  for (const { name, read, right } of guarded)
    it(`${name}: looks at nothing for whoever has not “${right}”`, async () => {
      for (const { value: role } of ROLES) {
        const failure: unknown = await read(untouched, person(role), {}, {}).catch((error: unknown) => error)
        expect(failure, role).to.be.an('error')
        expect(failure instanceof NotAllowedProblem, `${role} is refused`).to.equal(
          !hasRight({ role }, right),
        )
      }
    })
})
