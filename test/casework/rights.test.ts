import { expect } from 'chai'
import type { Actor } from '../../src/casework/actor.js'
import { hasRight, reaches, reachOfRight, RIGHTS, rights, rolesWith } from '../../src/casework/rights.js'
import { ROLES, type Role } from '../../src/casework/role.js'
import { hasText } from '../../src/catalogue/index.js'

const [centre, street, market, civil] = [1, 2, 7, 8]
const ours = { placeId: centre, departmentIds: [market] }
const theirs = { placeId: street, departmentIds: [civil] }
const actor = (role: Role): Actor => ({
  accountId: 1,
  name: '某人',
  role,
  placeId: role === 'clerk' ? centre : null,
  departmentId: role === 'liaison' ? market : null,
})

describe('The table of rights', () => {
  it('has a word for each right, and a role for each', () => {
    for (const right of rights) {
      expect(hasText(`right.${right}`), right).to.equal(true)
      expect(rolesWith(right), right).to.not.be.empty
    }
  })

  for (const { value: role, label } of ROLES)
    it(`lets ${label} reach what it says, for each right, of their own and of others`, () => {
      for (const right of rights) {
        const reach = reachOfRight(right, role)
        expect(hasRight({ role }, right), right).to.equal(reach !== null)
        expect(reaches(actor(role), right, ours), `${right}, their own`).to.equal(reach !== null)
        expect(reaches(actor(role), right, theirs), `${right}, another’s`).to.equal(reach === 'all')
      }
    })

  it('never lets a window or a department reach all cases', () => {
    for (const [right, row] of Object.entries(RIGHTS) as [string, Partial<Record<Role, string>>][]) {
      if (right === 'poster.print') continue
      expect(row.clerk, right).to.not.equal('all')
      expect(row.liaison, right).to.not.equal('all')
    }
  })

  it('reaches nothing for a clerk without a place and a liaison without a department', () => {
    const lost = { placeId: null, departmentId: null }
    for (const role of ['clerk', 'liaison'] as const)
      expect(reaches({ ...actor(role), ...lost }, 'case.see', ours), role).to.equal(false)
  })
})
