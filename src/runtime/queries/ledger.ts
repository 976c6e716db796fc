import type { Actor } from '../../casework/actor.js'
import { NotAllowedProblem } from '../../casework/problem.js'
import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type {
  CaseCursor,
  CaseLine,
  CaseListFilter,
  Page,
  TaskCursor,
  TaskLine,
  TaskListFilter,
} from '../../store/index.js'
import type { Parts } from '../parts.js'
import { masked } from './case-page.js'
import { caseScope, reachOf } from './reach.js'

/** 台账: the cases this person may see, names and numbers masked always: a list needs none. */
export async function ledger(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  filter: Omit<CaseListFilter, 'placeId' | 'departmentId'> &
    Partial<Pick<CaseListFilter, 'placeId' | 'departmentId'>>,
): Promise<Page<CaseLine, CaseCursor>> {
  const scope = caseScope(actor)
  if (scope === null) throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.ledger'))
  const page = await parts.store.views.caseList({ ...filter, ...scope })
  return { ...page, rows: page.rows.map(row => masked(row)) }
}

/** 我的待办: mine, my group’s, or all I may see; what is due first comes first. */
export function workList(
  parts: Pick<Parts, 'store'>,
  actor: Actor,
  filter: Omit<TaskListFilter, 'reach'>,
): Promise<Page<TaskLine, TaskCursor>> {
  const seesAll = actor.role === 'supervisor' && filter.whose === 'all'
  return parts.store.views.taskList({ ...filter, reach: { ...reachOf(actor), all: seesAll } })
}
