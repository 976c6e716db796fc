import type { Actor } from '../../casework/actor.js'
import type { CaseDetail, Store } from '../../store/index.js'
import { caseScope } from './reach.js'

/** Whether this case is one this person may see: of their place, put to their department, or any for the office. */
export async function maySeeCase(
  store: Store,
  actor: Actor,
  row: Pick<CaseDetail, 'id' | 'placeId' | 'departmentId' | 'registrarId'>,
): Promise<boolean> {
  const scope = caseScope(actor)
  if (scope === null) return false
  if (scope.placeId !== undefined) return scope.placeId === row.placeId
  if (scope.departmentId === undefined || scope.departmentId === row.departmentId) return true
  const asked = await store.read.caseDepartments.ofCase(row.id)
  return asked.some(one => one.departmentId === scope.departmentId)
}
