import type { Manners } from './manners.js'
import type { Pace } from './working-time.js'

/**
 * How long the people of a decent office take for a task: a department’s rectification some days, the rest hours. An
 * activity that is not named, of another diagram say, goes by the role that does it.
 */
export function paceOf(
  activityId: string,
  group: string | null,
  manners: Manners | null,
  round: number,
): Pace {
  if (manners?.slow && activityId === 'Task_Rectify' && round === 1) return { days: 12 }
  return activities[activityId] ?? roles[group ?? ''] ?? { minutes: 120 }
}

const activities: Readonly<Record<string, Pace>> = {
  Task_HandOver: { minutes: 30 },
  Task_ScopeCheck: { minutes: 60 },
  Task_Analyse: { minutes: 240 },
  Task_ConfirmCause: { minutes: 120 },
  Task_Verdict: { minutes: 90 },
  Task_PhoneReply: { minutes: 240 },
  Task_WrittenNotice: { minutes: 60 },
  Task_Rectify: { days: 4 },
  Task_FollowUp: { days: 3 },
  Task_ReturnVisit: { days: 2 },
  Task_Review: { days: 2 },
  Task_Draft: { days: 1 },
}

const roles: Readonly<Record<string, Pace>> = {
  clerk: { minutes: 30 },
  officer: { minutes: 120 },
  liaison: { minutes: 240 },
  supervisor: { minutes: 120 },
  leader: { days: 1 },
}
