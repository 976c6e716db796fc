import { formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { TaskPage } from '../../runtime/index.js'

/** What stands above the form: why it came back, that it is over, or whose it is. */
export interface TaskNotice {
  readonly kind: 'problem' | 'info'
  readonly title: string
  readonly advice: string
}

/** What a form that came back says. */
interface Returned {
  readonly problem: { readonly title: string; readonly advice: string } | null
}

export function taskNotice({ task, refusal }: TaskPage, returned: Returned | null): TaskNotice | null {
  if (returned?.problem) {
    const kept = text(task.closedAt === null && refusal === null ? 'task.again' : 'task.lost')
    return { kind: 'problem', title: returned.problem.title, advice: `${returned.problem.advice}${kept}` }
  }
  if (task.closedAt !== null) {
    const when = formatInstant(task.closedAt)
    const advice =
      task.closeKind === 'completed'
        ? text('task.closed', { by: task.closedByName ?? text('runtime.someone'), when })
        : text('task.cancelled', { when })
    return { kind: 'info', title: text('task.next.closed'), advice }
  }
  if (refusal !== null) return { kind: 'info', title: text('task.refused'), advice: refusal }
  if (returned === null && task.draft !== null)
    return { kind: 'info', title: text('tasks.draft'), advice: text('task.draftKept') }
  return null
}
