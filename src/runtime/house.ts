import { DEMANDS, GIVEN } from '../casework/demands.js'
import { WORKING_ROLES } from '../casework/role.js'
import type { LintOptions } from '../engine/index.js'

/** What the rules for diagrams are told of this house, on the server, in the editor’s worker and on the command line. */
export const house: LintOptions = {
  roles: WORKING_ROLES.map(({ value }) => value),
  demands: DEMANDS,
  given: GIVEN,
}
