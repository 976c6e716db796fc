import type { Actor } from '../casework/actor.js'
import { CaseClosedProblem, ComplainedAboutProblem } from '../casework/problem.js'
import type { Right } from '../casework/rights.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { TimerSpec } from '../engine/index.js'
import type { DeadlineChange, Store, StoredCase, StoredDeadline, Unit } from '../store/index.js'
import { LostRaceError } from './lost-race.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** A limit that still runs, with what its diagram lets people do to it. */
export interface OpenLimit {
  readonly row: StoredDeadline
  readonly timer: TimerSpec
}

/** The limits of a case that have neither passed nor ended. */
export async function openLimits(
  parts: Pick<Parts, 'definitions'>,
  reader: Pick<Store['read'], 'instances' | 'deadlines'>,
  caseId: number,
  now: Instant,
): Promise<readonly OpenLimit[]> {
  const [instance] = await reader.instances.running('case', [caseId])
  if (!instance) return []
  const { nodes } = await parts.definitions.byId(instance.definitionId)
  const rows = await reader.deadlines.openOf(instance.id)
  return rows
    .filter(({ firedAt, dueAt, kind }) => firedAt === null && dueAt > now && kind !== 'none')
    .flatMap(row => {
      const timer = nodes.get(row.activityId)?.timer
      return timer ? [{ row, timer }] : []
    })
}

/**
 * Who may change the time of a case, whatever page they come from.
 * @throws NotAllowedProblem; ComplainedAboutProblem for whom the case is about (R22); CaseClosedProblem
 */
export function requireMayChangeTime(
  actor: Actor,
  row: StoredCase,
  { right, action }: { readonly right: Right; readonly action: string },
): void {
  requireRight(actor, right)
  if (row.subjectAccountId === actor.accountId) throw new ComplainedAboutProblem(action)
  if (row.closedAt !== null) throw new CaseClosedProblem(row.number, text('runtime.ended'), action)
}

/**
 * Writes the changes with their ledger, and one entry of the history that tells them all.
 * @throws LostRaceError when one of them passed or ended meanwhile: nothing is half done
 */
export async function changeLimits(
  unit: Unit,
  changes: readonly DeadlineChange[],
  {
    row,
    actor,
    at,
    kind,
    data,
  }: {
    readonly row: Pick<StoredCase, 'id'>
    readonly actor: Actor
    readonly at: Instant
    readonly kind: string
    readonly data: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const lost = await unit.deadlines.change(changes, { at, by: actor.accountId })
  if (lost.length > 0) throw new LostRaceError(`deadlines ${lost.join()}`)
  await unit.history.append([
    {
      caseId: row.id,
      instanceId: null,
      at,
      actorId: actor.accountId,
      actorName: actor.name,
      kind,
      activityId: null,
      activityName: null,
      data,
    },
  ])
}

/** “10个工作日内反馈工作结果”、“5个工作日内整改（内部）” */
export function namesOf(limits: readonly OpenLimit[]): string {
  return limits.map(({ row }) => text('runtime.limit.quoted', { name: row.name })).join('、')
}
