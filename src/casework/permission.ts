import type { Actor } from './actor.js'
import {
  ComplainedAboutProblem,
  DifferentPersonRequiredProblem,
  NotFoundProblem,
  type Problem,
} from './problem.js'
import { hasRight, reaches } from './rights.js'

/** How a case stands to the people of the office: what the rules below ask about it. */
export interface CaseRelation {
  readonly placeId: number
  /** The clerk who registered it; null when the citizen did. */
  readonly registrarId: number | null
  /** Main and assisting departments, the lead first. A department that sent the case away is no longer one of them. */
  readonly departmentIds: readonly number[]
  /** Departments with a user task of this case open now. */
  readonly openTaskDepartmentIds: readonly number[]
  /** R22: the account that is complained about. */
  readonly subjectAccountId: number | null
}

/** What the rules ask about a user task. */
export interface TaskRelation {
  readonly name: string
  /** The diagram's `camunda:candidateGroups`, one or several separated by commas. */
  readonly candidateGroup: string
  /** The place whose clerks may do it; null is the case's. */
  readonly placeId: number | null
  /** The department whose liaisons may do it; null is the lead department. */
  readonly departmentId: number | null
  /** Whom the supervisor gave it to by name (改派): theirs whatever their role, as long as they are where it is. */
  readonly assigneeId: number | null
  /** Who did the activities that the diagram's `differentFrom` names. */
  readonly doneBefore: readonly { readonly accountId: number; readonly name: string }[]
}

/** A department sees its own cases, a window its own place's, the office, its leaders and the administrator all. */
export function maySeeCase(actor: Actor, relation: CaseRelation): boolean {
  return reaches(actor, 'case.see', relation)
}

/** Who may look a person's whole name and number up, may find cases by them. */
export function mayFindByPerson(actor: Actor): boolean {
  return hasRight(actor, 'case.reach')
}

/** Why an actor may not do a user task: not theirs at all, or theirs but for this case. */
export type WorkRefusal = 'notYours' | 'complainedAbout' | 'differentPerson'

/**
 * Whether an actor may claim and complete a user task: given to them by name, or of a candidate group; either way a clerk at their own place, a liaison
 * (main or stand-in alike) for their own department; not who did what `differentFrom` names; not the person that the
 * case complains about (R22). Null when they may.
 */
export function workRefusal(actor: Actor, task: TaskRelation, relation: CaseRelation): WorkRefusal | null {
  if (!isAddressed(actor, task, relation)) return 'notYours'
  if (relation.subjectAccountId === actor.accountId) return 'complainedAbout'
  if (task.doneBefore.some(earlier => earlier.accountId === actor.accountId)) return 'differentPerson'
  return null
}

export function mayWorkOn(actor: Actor, task: TaskRelation, relation: CaseRelation): boolean {
  return workRefusal(actor, task, relation) === null
}

/** The refusal as a sentence. What is not yours looks like what is not there. */
export function workProblem(refusal: WorkRefusal, task: TaskRelation, actor: Actor): Problem {
  switch (refusal) {
    case 'notYours':
      return new NotFoundProblem('件待办')
    case 'complainedAbout':
      return new ComplainedAboutProblem(task.name)
    case 'differentPerson':
      return new DifferentPersonRequiredProblem(task.name, actor.name)
  }
}

/**
 * Whether names and numbers are masked for this reader. Unmasked are the office, which calls the citizen; the clerk who
 * registered the case, at their own place; a liaison while their department has a task of it open. Never leaders,
 * administrators, and whom the case complains about. Every unmasked look is logged by who shows it.
 */
export function maskedFor(actor: Actor, relation: CaseRelation): boolean {
  if (relation.subjectAccountId === actor.accountId) return true
  switch (actor.role) {
    case 'officer':
    case 'supervisor':
      return false
    case 'clerk':
      return actor.placeId !== relation.placeId || actor.accountId !== relation.registrarId
    case 'liaison':
      return actor.departmentId === null || !relation.openTaskDepartmentIds.includes(actor.departmentId)
    case 'leader':
    case 'admin':
    case 'security':
    case 'auditor':
      return true
  }
}

/**
 * Whether what a citizen put into a case may be opened by somebody who may see the case: by who works on it. Leaders and
 * administrators see names and numbers masked, and pictures cannot be; whom the case complains about learns nothing.
 */
export function mayOpenAttachments(
  actor: Actor,
  { subjectAccountId }: Pick<CaseRelation, 'subjectAccountId'>,
): boolean {
  return subjectAccountId !== actor.accountId && !neverOpens.includes(actor.role)
}

const neverOpens: readonly Actor['role'][] = ['leader', 'admin', 'security', 'auditor']

/** Whether an attachment may be taken away: by whoever added it, and by the office's head. */
export function mayRemoveAttachment(actor: Actor, addedBy: number | null): boolean {
  return addedBy === actor.accountId || actor.role === 'supervisor'
}

/** A liaison whose term is over, a clerk without a place: what they had is no longer theirs. */
export function belongsSomewhere({ role, placeId, departmentId }: Actor): boolean {
  return role === 'clerk' ? placeId !== null : role !== 'liaison' || departmentId !== null
}

/** A group that is no office's role has nobody in it. */
function isAddressed(actor: Actor, task: TaskRelation, relation: CaseRelation): boolean {
  const groups = task.candidateGroup.split(',').map(group => group.trim())
  if (task.assigneeId !== actor.accountId && !groups.includes(actor.role)) return false
  switch (actor.role) {
    case 'clerk':
      return actor.placeId !== null && actor.placeId === (task.placeId ?? relation.placeId)
    case 'liaison':
      return (
        actor.departmentId !== null &&
        actor.departmentId === (task.departmentId ?? relation.departmentIds[0] ?? null)
      )
    default:
      return true
  }
}
