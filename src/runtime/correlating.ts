import { CaseClosedProblem, NothingToDoProblem } from '../casework/problem.js'
import { endingLabel } from '../casework/ending.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { loadCase } from './case-subject.js'
import type { AtStake } from './command.js'
import type { Mover } from './mover.js'
import type { Parts } from './parts.js'
import { step } from './process-runner.js'

/** A message to a case’s process, and what its timeline says of it. */
export interface Message {
  /** The message’s name in the diagram. */
  readonly message: string
  readonly mover: Mover
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
  readonly stake: (atStake: AtStake) => void
}

/**
 * Finds the wait for this message in the case’s running process and answers it, in the caller’s transaction.
 * @throws CaseClosedProblem; NothingToDoProblem when the diagram does not wait for it where the case stands
 */
export async function correlate(
  parts: Parts,
  unit: Unit,
  row: StoredCase,
  { message, mover, kind, data, stake }: Message,
): Promise<void> {
  const [instance] = await unit.instances.running('case', [row.id])
  if (!instance) throw new CaseClosedProblem(row.number, endingLabel(row.endEvent), text(`runtime.${kind}`))
  stake({ kind: 'turn', instanceId: instance.id, caseId: row.id, number: row.number })
  const definition = await parts.definitions.byId(instance.definitionId)
  const state = await unit.engineStates.byId(instance.stateId)
  const wait = state?.waits.find(
    each => each.kind === 'message' && definition.nodes.get(each.activityId)?.message?.name === message,
  )
  if (!wait) throw new NothingToDoProblem(row.number, text(`runtime.${kind}`))
  await unit.history.append([caseEntry(row, mover, kind, data)])
  await step(parts, unit, {
    instance,
    subject: await loadCase(unit, row.id, mover.at),
    stimulus: { kind: 'message', slot: wait.slot },
    mover,
  })
}
