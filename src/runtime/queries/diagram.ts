import type { Actor } from '../../casework/actor.js'
import type { Instant } from '../../clock.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Parts } from '../parts.js'
import { caseInSight } from './case-sight.js'
import { openTasksOf } from './case-work.js'
import type { OpenTask } from './case-work.js'
import { processState } from './process-state.js'
import type { ProcessState } from './process-state.js'

/** The diagram of a case with the way it took. @throws NotFoundProblem */
export async function caseProcessState(
  parts: Parts,
  actor: Actor,
  number: string,
): Promise<
  ProcessState & {
    readonly definitionId: number
    readonly openTasks: readonly OpenTask[]
    readonly now: Instant
  }
> {
  const { store } = parts
  const detail = await caseInSight(store, actor, await store.views.caseDetail({ number }))
  const { instanceId, definitionId, stateId } = detail
  if (!instanceId || !definitionId || !stateId) throw new NotFoundProblem(text('runtime.case'))
  const definition = await parts.definitions.byId(definitionId)
  const history = await store.read.history.ofInstance(instanceId)
  const state = await store.read.engineStates.byId(stateId)
  const departments = new Map((await store.read.places.departments()).map(one => [one.id, one.name]))
  const tasks = await store.read.userTasks.ofCase(detail.id)
  return {
    ...processState(definition, history, state?.waits ?? []),
    definitionId,
    openTasks: await openTasksOf(parts, actor, { detail, tasks, departments, timeline: history }),
    now: parts.clock.now(),
  }
}

/** The BPMN of a deployed version, for the viewer. @throws NotFoundProblem */
export async function definitionXml(parts: Parts, id: number): Promise<string> {
  const stored = await parts.store.read.definitions.byId(id)
  if (!stored) throw new NotFoundProblem(text('runtime.definition'))
  return stored.xml
}
