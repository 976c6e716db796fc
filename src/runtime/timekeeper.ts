import type { Instant } from '../clock.js'
import type { StoredDeadline } from '../store/index.js'
import { showCards } from './cards.js'
import { command } from './command.js'
import { loadSubject } from './load-subject.js'
import type { Parts } from './parts.js'
import { step } from './process-runner.js'
import { issueSupervision } from './supervision.js'

/** What one round of timekeeping did. */
export interface Round {
  readonly warned: number
  readonly fired: number
  /** Steps that could not be done and are incidents now. */
  readonly failed: number
  /** More is due than one batch takes: come back at once. */
  readonly more: boolean
}

/** Deadlines at once: small enough that people’s own commands get their turn between two of them. */
const batch = 100

/**
 * Fires what is due at this moment, oldest first. After a stop of days everything missed comes in the order in which
 * it fell due, each once: a row that fired is never due again, whatever the clock does.
 */
export async function keepTime(parts: Parts): Promise<Round> {
  const now = parts.clock.now()
  const warned = await warn(parts, now)
  const due = await parts.store.read.deadlines.due(now, batch)
  let fired = 0
  let failed = 0
  for (const deadline of due) {
    try {
      if (await fire(parts, deadline)) fired++
    } catch {
      failed++ // an incident keeps it; the others must not wait for it
    }
  }
  return { warned, fired, failed, more: due.length === batch && fired > 0 }
}

/** Shows yellow cards; the insert is the claim, so each is shown once. */
async function warn(parts: Parts, now: Instant): Promise<number> {
  const due = await parts.store.read.deadlines.dueToWarn(now, batch)
  if (due.length === 0) return 0
  return command(parts, unit => showCards(unit, due, 'yellow', now))
}

/** One deadline passes: red card, the diagram’s own flow, and the supervision it leads to, in one transaction. */
async function fire(parts: Parts, due: StoredDeadline): Promise<boolean> {
  return command(parts, async (unit, now, stake) => {
    stake({ kind: 'timer', instanceId: due.instanceId, caseId: due.caseId, number: due.name })
    const deadline = await unit.deadlines.byId(due.id)
    if (deadline?.closedAt !== null || deadline.firedAt !== null || deadline.dueAt > now) return false
    const instance = await unit.instances.byId(deadline.instanceId)
    if (!instance) return false
    const lost = await unit.deadlines.fire([deadline.id], now)
    if (lost.length > 0) return false
    await showCards(unit, [deadline], 'red', now)
    const subject = await loadSubject(unit, instance, now)
    const { openedTasks } = await step(parts, unit, {
      instance,
      subject,
      stimulus: { kind: 'fireTimer', slot: deadline.slot },
      mover: { at: now, by: null, byName: null },
    })
    await issueSupervision(unit, { deadline, openedTasks, now })
    return true
  })
}
