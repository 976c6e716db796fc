import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** An administrator has repaired what was wrong: a failed job is tried again, the incident is closed. */
export function retryIncident(parts: Parts, actor: Actor, incidentId: number): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(actor, 'incident.retry')
    const incident = await unit.incidents.byId(incidentId)
    if (!incident) throw new NotFoundProblem(text('runtime.incident'))
    if (incident.jobId !== null) await unit.jobs.retry([incident.jobId], now)
    await unit.incidents.resolve([incident.id], { at: now, by: actor.accountId })
    await unit.history.append([
      {
        caseId: incident.caseId,
        instanceId: incident.instanceId,
        at: now,
        actorId: actor.accountId,
        actorName: actor.name,
        kind: 'incident.resolved',
        activityId: null,
        activityName: null,
        data: { incidentId, message: incident.message },
      },
    ])
  })
}
