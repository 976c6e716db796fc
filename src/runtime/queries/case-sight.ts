import type { Actor } from '../../casework/actor.js'
import * as permission from '../../casework/permission.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { CaseDetail, Readers } from '../../store/index.js'

type Seen = Pick<CaseDetail, 'id' | 'placeId' | 'departmentId' | 'registrarId' | 'subjectAccountId'>
interface Sighted {
  readonly read: Pick<Readers, 'caseDepartments' | 'assistance'>
}

/**
 * The case, to whoever may see it. What is somebody else's takes the same way as what is not there: the same questions
 * are put to the database, so that neither the answer nor its time tells the two apart.
 * @param row what was found; null for nothing
 * @throws NotFoundProblem
 */
export async function caseInSight<Row extends Seen>(
  store: Sighted,
  actor: Actor,
  row: Row | null,
): Promise<Row> {
  if (!(await maySeeCase(store, actor, row)) || row === null) throw new NotFoundProblem(text('runtime.case'))
  return row
}

/** Whether this case is one this person may see; the rule is casework’s, what it asks about is read here. */
export async function maySeeCase(store: Sighted, actor: Actor, found: Seen | null): Promise<boolean> {
  const { caseDepartments, assistance } = store.read
  const row = found ?? nothing
  const asked =
    actor.role === 'liaison'
      ? [...(await caseDepartments.ofCase(row.id)), ...(await assistance.ofCase(row.id))]
      : []
  const lead = row.departmentId === null ? [] : [row.departmentId]
  const seen = permission.maySeeCase(actor, {
    placeId: row.placeId,
    registrarId: row.registrarId,
    departmentIds: [...lead, ...asked.map(one => one.departmentId)],
    openTaskDepartmentIds: [],
    subjectAccountId: row.subjectAccountId,
  })
  return found !== null && seen
}

const nothing: Seen = { id: 0, placeId: 0, departmentId: null, registrarId: null, subjectAccountId: null }
