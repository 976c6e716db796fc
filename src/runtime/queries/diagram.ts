import type { Actor } from '../../casework/actor.js'
import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Parts } from '../parts.js'
import { maySeeCase } from './case-sight.js'
import { processState } from './process-state.js'
import type { ProcessState } from './process-state.js'

/** The diagram of a case with the way it took. @throws NotFoundProblem */
export async function caseProcessState(
  parts: Parts,
  actor: Actor,
  number: string,
): Promise<ProcessState & { readonly definitionId: number }> {
  const { store } = parts
  const detail = await store.views.caseDetail({ number })
  const { instanceId, definitionId, stateId } = detail ?? {}
  if (!detail || !instanceId || !definitionId || !stateId || !(await maySeeCase(store, actor, detail))) {
    throw new NotFoundProblem(text('runtime.case'))
  }
  const definition = await parts.definitions.byId(definitionId)
  const history = await store.read.history.ofInstance(instanceId)
  const state = await store.read.engineStates.byId(stateId)
  return { ...processState(definition, history, state?.waits ?? []), definitionId }
}

/** The BPMN of a deployed version, for the viewer. @throws NotFoundProblem */
export async function definitionXml(parts: Parts, id: number): Promise<string> {
  const stored = await parts.store.read.definitions.byId(id)
  if (!stored) throw new NotFoundProblem(text('runtime.definition'))
  return stored.xml
}
