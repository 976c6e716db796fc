import type { Actor } from '../casework/actor.js'
import {
  ComplainedAboutProblem,
  DifferentPersonRequiredProblem,
  NotAllowedProblem,
  NotFoundProblem,
  TaskClaimedByOtherProblem,
} from '../casework/problem.js'
import { roleLabel } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { ProcessDefinition } from '../engine/index.js'
import type { StoredCase, StoredUserTask, Unit } from '../store/index.js'

/**
 * Whether this person may do this task: their role, their place or department, not another’s, not one they complained
 * of (R22), and somebody else than who did what the diagram says (bdc:differentFrom).
 *
 * @throws NotFoundProblem when it is another place’s or department’s: not yours looks like not there
 */
export async function requireMayWork(
  unit: Unit,
  actor: Actor,
  task: StoredUserTask,
  about: { readonly definition: ProcessDefinition; readonly row: StoredCase | null; readonly now: Instant },
): Promise<void> {
  const given = task.assigneeId === actor.accountId
  if (task.candidateGroup !== actor.role && !given) {
    throw new NotAllowedProblem(roleLabel(actor.role), task.name)
  }
  if (!given && !isOwn(actor, task)) throw new NotFoundProblem(text('runtime.task'))
  if (task.assigneeId !== null && !given) {
    const other = await unit.accounts.byId(task.assigneeId)
    throw new TaskClaimedByOtherProblem(task.name, other?.displayName ?? text('runtime.someone'))
  }
  if (about.row?.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(task.name)
  const others = about.definition.nodes.get(task.activityId)?.userTask?.differentFrom ?? []
  if (others.length === 0) return
  const doers = await unit.userTasks.completedBy(task.instanceId, others)
  if (doers.includes(actor.accountId)) throw new DifferentPersonRequiredProblem(task.name, actor.name)
}

function isOwn(actor: Actor, task: StoredUserTask): boolean {
  const placeFits = actor.role !== 'clerk' || task.placeId === null || task.placeId === actor.placeId
  const departmentFits =
    actor.role !== 'liaison' || (task.departmentId !== null && task.departmentId === actor.departmentId)
  return placeFits && departmentFits
}
