import type { Actor } from '../../casework/actor.js'
import * as permission from '../../casework/permission.js'
import type { CaseDetail, Readers } from '../../store/index.js'

/** Whether this case is one this person may see; the rule is casework’s, what it asks about is read here. */
export async function maySeeCase(
  store: { readonly read: Pick<Readers, 'caseDepartments' | 'assistance'> },
  actor: Actor,
  row: Pick<CaseDetail, 'id' | 'placeId' | 'departmentId' | 'registrarId' | 'subjectAccountId'>,
): Promise<boolean> {
  const { caseDepartments, assistance } = store.read
  const asked =
    actor.role === 'liaison'
      ? [...(await caseDepartments.ofCase(row.id)), ...(await assistance.ofCase(row.id))]
      : []
  const lead = row.departmentId === null ? [] : [row.departmentId]
  return permission.maySeeCase(actor, {
    placeId: row.placeId,
    registrarId: row.registrarId,
    departmentIds: [...lead, ...asked.map(one => one.departmentId)],
    openTaskDepartmentIds: [],
    subjectAccountId: row.subjectAccountId,
  })
}
