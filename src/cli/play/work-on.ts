import type { Parts } from '../../runtime/index.js'
import { candidatesFor, type Cast } from '../../play/cast.js'
import { doTask } from '../../play/do-task.js'
import { fillingOf } from '../../play/fill-task.js'
import type { Matter } from './matter.js'
import type { Happening } from './plan.js'

/** Where cases are played. */
export interface Stage {
  readonly parts: Parts
  readonly cast: Cast
  readonly told: (happening: Happening) => void
}

/** Does a task of a matter, unless it is gone by now: time or somebody else was faster. */
export async function workOn(stage: Stage, matter: Matter, taskId: number, round: number): Promise<void> {
  const { parts, cast, told } = stage
  const task = await parts.store.read.userTasks.byId(taskId)
  if (task?.closedAt !== null) return
  const { plan } = matter
  const done = await doTask(parts, task, {
    candidates: candidatesFor(cast, task, plan?.script.no ?? 0),
    ...(await fillingOf(parts, cast, { task, plan, round })),
  })
  if ('trouble' in done) matter.troubles.push(done.trouble)
  if ('by' in done)
    told({
      kind: 'completed',
      at: parts.clock.now(),
      number: matter.name,
      task: task.name,
      name: done.by.name,
    })
}
