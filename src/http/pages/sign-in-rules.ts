import type { Actor } from '../../casework/actor.js'
import { ROLES } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { secures } from '../../runtime/index.js'
import type { PageHeaderModel } from './parts.js'
import { peopleCrumbs } from './person-fields.js'

declare module '../render.js' {
  interface Pages {
    'admin/sign-in-rules': SignInRulesModel
  }
}

/** Which roles must have a second factor. */
export interface SignInRulesModel {
  readonly header: PageHeaderModel
  readonly roles: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[]
  /** whether whoever looks may change it */
  readonly mayChange: boolean
}

export function signInRulesModel(actor: Actor, chosen: readonly string[]): SignInRulesModel {
  return {
    header: {
      title: text('rules.title'),
      what: text('rules.what'),
      next: secures(actor) ? text('rules.next') : null,
      by: null,
      crumbs: peopleCrumbs(),
    },
    roles: ROLES.map(({ value, label }) => ({ value, label, chosen: chosen.includes(value) })),
    mayChange: secures(actor),
  }
}
