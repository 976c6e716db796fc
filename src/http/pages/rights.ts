import { reachOfRight, rights } from '../../casework/rights.js'
import { ROLES } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { PageHeaderModel } from './parts.js'

/** The model of `admin/rights`. */
export interface RightsModel {
  readonly header: PageHeaderModel
  readonly roles: readonly string[]
  readonly rows: readonly { readonly action: string; readonly cells: readonly RightCell[] }[]
  readonly rules: readonly string[]
}

interface RightCell {
  readonly role: string
  readonly words: string
  readonly may: boolean
}

/** What the table does not say, because it depends on the person and the case. */
const rules = ['task', 'different', 'subject', 'masked', 'strange']

/** 权限一览: the table of rights as it is in force. */
export function rightsModel(): RightsModel {
  return {
    header: { title: text('rights.title'), what: text('rights.what'), next: text('rights.next'), by: null },
    roles: ROLES.map(({ label }) => label),
    rows: rights.map(right => ({
      action: text(`right.${right}`),
      cells: ROLES.map(({ value, label }) => {
        const reach = reachOfRight(right, value)
        return { role: label, words: text(`rights.reach.${reach ?? 'none'}`), may: reach !== null }
      }),
    })),
    rules: rules.map(rule => text(`rights.rule.${rule}`)),
  }
}
