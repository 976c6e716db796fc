import { Engine } from 'bpmn-engine'
import { diagram } from './bpmn.js'
import type { DiagramOptions } from './bpmn.js'

/** What one run on bpmn-engine came to, with none of our own parts around it. */
export interface Played {
  /** Ids of the activities that were entered, in order. */
  readonly entered: readonly string[]
  /** Ids of the activities that wait now, in the order of opening. */
  readonly waiting: () => readonly string[]
  /** Ends the first wait of the activity. */
  readonly complete: (id: string) => void
  readonly ended: () => boolean
  readonly error: () => Error | undefined
}

interface Api {
  readonly id: string
  readonly content: { readonly executionId: string }
  signal(): void
}

/** Plays a process on bpmn-engine alone. Conditions are true on the flows named in `yes`, false on all others. */
export async function playAlone(
  body: string,
  options: DiagramOptions & { readonly yes?: readonly string[] } = {},
): Promise<Played> {
  const entered: string[] = []
  const waits = new Map<string, Api>()
  let ended = false
  let error: Error | undefined
  const engine = new Engine({
    name: 'alone',
    source: body.startsWith('<?xml') ? body : diagram(body, options),
    scripts: {
      register: () => undefined,
      getScript: (language: string, flow: { id: string }) =>
        language === 'feel'
          ? {
              execute: (_scope: unknown, done: (error: null, result: boolean) => void) =>
                done(null, options.yes?.includes(flow.id) ?? false),
            }
          : undefined,
    },
  } as unknown as ConstructorParameters<typeof Engine>[0])
  engine.once('error', (thrown: Error) => {
    error = thrown
  })
  engine.once('end', () => {
    ended = true
  })
  const listener = {
    emit(event: string, api: Api) {
      if (event === 'activity.enter') entered.push(api.id)
      if (event === 'activity.wait' || event === 'activity.timer') waits.set(api.content.executionId, api)
      if (event === 'activity.leave' || event === 'activity.end' || event === 'activity.discard') forget(api)
    },
  }
  try {
    await engine.execute({ listener } as unknown as Parameters<typeof engine.execute>[0])
  } catch (thrown) {
    error = thrown as Error
  }
  return {
    entered,
    waiting: () => [...waits.values()].map(({ id }) => id),
    complete(id) {
      const api = [...waits.values()].find(wait => wait.id === id)
      if (!api) throw new Error(`nothing waits at ${id}`)
      waits.delete(api.content.executionId)
      api.signal()
    },
    ended: () => ended,
    error: () => error,
  }

  function forget({ content }: Api) {
    for (const id of waits.keys()) if (id === content.executionId) waits.delete(id)
  }
}
