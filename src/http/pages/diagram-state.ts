import { roleLabel, isRole } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { caseProcessState, OpenTask } from '../../runtime/index.js'
import type { DiagramState } from './parts.js'

type Standing = DiagramState['standing'][number]

/** The way a case took, as the viewer draws it: each place where it stands says who is waited for. */
export function diagramState(state: Awaited<ReturnType<typeof caseProcessState>>): DiagramState {
  const { active, completed, taken, openTasks, now } = state
  const standing = active.map(id =>
    standingAt(
      id,
      openTasks.filter(task => task.activityId === id),
      now,
    ),
  )
  return { taken, finished: completed.filter(id => !active.includes(id)), standing }
}

function standingAt(id: string, tasks: readonly OpenTask[], now: string): Standing {
  const overdue = tasks.some(task => task.nextDueAt < now)
  return { id, words: wordsOf(tasks), state: overdue ? 'red' : 'ok' }
}

function wordsOf(tasks: readonly OpenTask[]): string {
  const [first] = tasks
  if (first === undefined) return text('case.diagram.here')
  if (tasks.length > 1) return text('case.diagram.departments', { count: tasks.length })
  const { assigneeName, departmentName, candidateGroup } = first
  const group = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
  return text('case.diagram.who', { who: assigneeName ?? departmentName ?? group })
}
