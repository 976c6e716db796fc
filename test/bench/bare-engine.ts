// bpmn-engine as it comes, for comparison: its own timers, sequence flows and state; only conditions are answered.
import { Engine } from 'bpmn-engine'
import * as Elements from 'bpmn-elements'
import { readXml } from '../../src/engine/bpmn.js'
import serialize, { TypeResolver } from 'moddle-context-serializer'
import { isTaken, way } from './way.js'

interface BareApi {
  id: string
  executionId: string
  signal(): void
}
interface BareRun {
  state: string
  signal(message: { id: string; executionId?: string }): void
  stop(): Promise<void>
  getState(): unknown
}
interface BareEngine {
  execute(options: object): Promise<BareRun>
  recover(state: unknown): BareEngine
  resume(options: object): Promise<BareRun>
  on(event: string, listener: () => void): void
}

/** The diagram, serialised once, as every caller with sense does. */
export async function bareSource(xml: string): Promise<unknown> {
  const { context } = await readXml(xml)
  return serialize(context, TypeResolver(Elements as never))
}

/** (a) One engine a case, alive in memory from its start to its end. Answers the completions. */
export async function inMemory(source: unknown): Promise<number> {
  const waits = new Map<string, BareApi>()
  const engine = bare(source)
  const run = await engine.execute({ listener: listener(waits) })
  let completions = 0
  for (const activity of way) {
    waits.get(activity)?.signal()
    completions++
  }
  if (run.state === 'running') throw new Error('The case did not come to its end')
  return completions
}

/** (b) Recovered from its saved state and saved again at each step. Answers the completions. */
export async function recoveredAndSaved(
  source: unknown,
  save: (state: string) => Promise<void>,
): Promise<number> {
  let completions = 0
  const first = await bare(source).execute({ listener: listener(new Map()) })
  let saved = JSON.stringify(first.getState())
  await first.stop()
  await save(saved)
  for (const activity of way) {
    const waits = new Map<string, BareApi>()
    const engine = bare(source)
    const run = await engine.recover(JSON.parse(saved)).resume({ listener: listener(waits) })
    waits.get(activity)?.signal()
    saved = JSON.stringify(run.getState())
    if (run.state === 'running') await run.stop()
    await save(saved)
    completions++
  }
  return completions
}

function listener(waits: Map<string, BareApi>) {
  return {
    emit(event: string, api: BareApi) {
      if (event === 'activity.wait') waits.set(api.id, api)
    },
  }
}

function bare(source: unknown): BareEngine {
  return new Engine({
    name: 'bare',
    sourceContext: source,
    Logger: () => ({ debug: () => undefined, error: () => undefined, warn: () => undefined }),
    scripts: {
      register: () => undefined,
      getScript: (_language: string, flow: { id: string; behaviour?: { conditionExpression?: unknown } }) =>
        flow.behaviour?.conditionExpression === undefined
          ? undefined
          : {
              execute: (_scope: unknown, done: (error: null, taken: boolean) => void) =>
                done(null, isTaken({ flowId: flow.id })),
            },
    },
    expressions: {
      resolveExpression: (expression: unknown) => (expression === 'departments' ? [1] : expression),
    },
  } as never)
}
