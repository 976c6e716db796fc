/** Who works here: invited, moved, shut out; and everybody's own account. */
export { addTerm, endTerm, movePerson, secureAccount, setActive } from './changing.js'
export type { SecuringAct } from './changing.js'
export { inviteAgain, invitePerson } from './inviting.js'
export type { Invitation, TypedPerson } from './inviting.js'
export { manages, secures } from './managing.js'
export { endOwnSession, ownAccount } from './person-page.js'
export type { OwnAccount, PersonPage } from './person-page.js'
export { setFactorRoles } from './rules.js'
