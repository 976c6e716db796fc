import type { ActivityElement, ElementApi, ElementMessage, EngineOptions } from './bpmn.js'
import type { ProcessDefinition } from './definition.js'
import { ExpressionError, StepFailedError, TooManyStepsError } from './errors.js'
import type { Answer, Ask, Evaluate, Passed, WaitKind } from './stimulus.js'

/** A wait with the handle to end it, inside the turn that sees it. */
export interface OpenWait {
  readonly kind: WaitKind
  readonly activityId: string
  readonly slot: string
  readonly index?: number
  readonly api: ElementApi
}

export type Observer = ReturnType<typeof observe>

/** Elements entered in one turn before it counts as an endless loop. The whole procedure has some sixty. */
const stepLimit = 2000

/** Listens to one engine for one turn: what opens, what happens, what the engine wants to know. */
export function observe(definition: ProcessDefinition, evaluate: Evaluate) {
  const waits = new Map<string, OpenWait>()
  let passed: Passed[] = []
  let steps = 0
  let failure: Error | undefined

  return {
    options: {
      listener: { emit: heard },
      scripts: { register: () => undefined, getScript },
      expressions: { resolveExpression },
      extensions: { outputs: recordOutputs },
    } satisfies Omit<EngineOptions, 'sourceContext'>,
    /** What is open, in the order of opening. */
    open: (): readonly OpenWait[] => [...waits.values()],
    /** What happened since {@link begin}. */
    passed: (): readonly Passed[] => passed,
    /** The first error of a question, which the engine would otherwise wrap or swallow. */
    failure: () => failure,
    /** Forgets what resuming replayed: from here on it is the turn’s own. */
    begin() {
      passed = []
    },
  }

  function heard(event: string, api: ElementApi | undefined) {
    if (!api) return
    switch (event) {
      case 'activity.wait': {
        opened(kindOf(api.id), api)
        return
      }
      case 'activity.timer': {
        opened('timer', api)
        return
      }
      case 'activity.enter':
        if (++steps > stepLimit) fail(new TooManyStepsError(stepLimit))
        {
          pass('entered', api)
          return
        }
      case 'activity.end': {
        pass('completed', api)
        return
      }
      case 'activity.discard': {
        pass('cancelled', api)
        return
      }
      case 'flow.take': {
        pass('taken', api)
        return
      }
    }
  }

  function opened(kind: WaitKind | undefined, api: ElementApi) {
    if (!kind) return
    const { index, isMultiInstance, executionId } = api.content
    waits.set(executionId, {
      kind,
      activityId: api.id,
      slot: executionId,
      api,
      ...(isMultiInstance && index !== undefined ? { index } : {}),
    })
  }

  // Error and escalation events wait too, but for what happens inside; nobody outside can be waited for.
  function kindOf(activityId: string): WaitKind | undefined {
    const node = definition.nodes.get(activityId)
    if (node?.type === 'bpmn:ServiceTask') return 'job'
    if (node?.type === 'bpmn:UserTask' || node?.type === 'bpmn:ManualTask') return 'userTask'
    return node?.message ? 'message' : undefined
  }

  function pass(kind: Passed['kind'], api: ElementApi) {
    if (definition.nodes.has(api.id) || definition.flows.has(api.id)) passed.push({ kind, elementId: api.id })
  }

  function getScript(
    language: string | undefined,
    element: { id: string; behaviour?: { conditionExpression?: { body?: string } } },
  ) {
    const expression = element.behaviour?.conditionExpression?.body
    if (expression === undefined) return undefined
    return {
      execute(_scope: unknown, done: (error: Error | null, result?: unknown) => void) {
        answer({ kind: 'condition', flowId: element.id, expression }, done)
      },
    }
  }

  // What is left to expressions once conditions are scripts: cardinality and completion of multi-instance
  // activities, names of messages and errors, and the text of timers, which goes out as it stands.
  function resolveExpression(expression: unknown, message: ElementMessage): unknown {
    const activityId = message.content?.id
    const loop = activityId === undefined ? undefined : definition.nodes.get(activityId)?.multiInstance
    if (activityId === undefined || typeof expression !== 'string') return expression
    if (loop?.completionCondition === expression) {
      return evaluateNow({ kind: 'completion', activityId, expression })
    }
    if (loop?.cardinality === expression) return cardinality(activityId, expression, message)
    if (loop?.collection === expression) {
      return Array.from({ length: cardinality(activityId, expression, message) }, (_, index) => index)
    }
    return expression
  }

  // Asked when the activity is entered. A resumed one asks again, and is told what it knew: the world may have
  // changed since, the number of its runs has not.
  function cardinality(activityId: string, collection: string, message: ElementMessage): number {
    return (
      message.content?.loopCardinality ?? Number(evaluateNow({ kind: 'cardinality', activityId, collection }))
    )
  }

  function evaluateNow(ask: Ask): Answer {
    try {
      return evaluate(ask)
    } catch (error) {
      fail(error)
      throw error
    }
  }

  function answer(ask: Ask, done: (error: Error | null, result?: unknown) => void) {
    try {
      const said = evaluate(ask)
      done(null, said === true)
    } catch (error) {
      fail(error)
      done(error instanceof Error ? error : new ExpressionError(ask.kind, String(error)))
    }
  }

  function fail(error: unknown) {
    failure ??= error instanceof Error ? error : new StepFailedError(String(error), error)
    if (error instanceof TooManyStepsError) throw error
  }

  // Output parameters are noted when the element’s work is done and before the flows behind it are chosen.
  function recordOutputs(activity: ActivityElement) {
    const node = definition.nodes.get(activity.id)
    if (!node || node.outputs.length === 0) return undefined
    const consumerTag = `_outputs-${activity.id}`
    return {
      activate() {
        activity.broker.subscribeTmp(
          'event',
          'activity.execution.completed',
          () => void evaluateNow({ kind: 'record', elementId: activity.id }),
          { noAck: true, consumerTag, priority: 1000 },
        )
      },
      deactivate() {
        activity.broker.cancel(consumerTag)
      },
    }
  }
}
