import type { StoredUserTask } from '../../store/index.js'
import type { Plan } from './plan.js'

/** A case or a quarter’s report that is being played. */
export interface Matter {
  readonly instanceId: number
  /** The case’s number, the report’s quarter. */
  readonly name: string
  /** Null for a report. */
  readonly plan: Plan | null
  /** Counts how often each activity has come, for each department apart. */
  readonly rounds: Map<string, number>
  /** Tasks that somebody means to do, or that are left. */
  readonly seen: Set<number>
  readonly troubles: string[]
  ended: boolean
}

export function newMatter(instanceId: number, name: string, plan: Plan | null): Matter {
  return { instanceId, name, plan, rounds: new Map(), seen: new Set(), troubles: [], ended: false }
}

/** Counts this task in, and answers how often it has come to it. */
export function countRound({ rounds }: Matter, { activityId, departmentId }: StoredUserTask): number {
  const key = `${activityId} ${departmentId ?? ''}`
  const round = (rounds.get(key) ?? 0) + 1
  rounds.set(key, round)
  return round
}
